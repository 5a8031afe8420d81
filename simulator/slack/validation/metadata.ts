import type { JsonObject } from '../../common/json.ts';
import { WHOLE } from './limits/limits.ts';
import { bytesOf } from './limits/measure.ts';
import { schemaProblems } from './schema/validator.ts';

/** Why Slack would refuse this message metadata. https://docs.slack.dev/messaging/message-metadata */
export function metadataProblems(metadata: JsonObject): string[] {
  const shape = schemaProblems('MessageMetadata', metadata, '/metadata');
  if (shape.length > 0) return shape;
  const tooLarge = bytesOf(JSON.stringify(metadata)) > WHOLE.metadataBytes;
  return tooLarge ? [`must be less than ${WHOLE.metadataBytes + 1} bytes [json-pointer:/metadata]`] : [];
}
