import type { IncomingMessage } from 'node:http';
import { isValidSlackRequest } from '@slack/bolt';
import type { RefusalReason } from '../collaborators.ts';

const SIGNATURE = 'x-slack-signature';
const TIMESTAMP = 'x-slack-request-timestamp';

/**
 * Why Bolt turned a request away; Bolt itself only says 401. A signature that is right for its own time means that this
 * time is over.
 */
export function refusalOf(request: IncomingMessage, signingSecret: string): RefusalReason {
  const signature = request.headers[SIGNATURE];
  const timestamp = Number(request.headers[TIMESTAMP]);
  if (typeof signature !== 'string' || !Number.isFinite(timestamp) || timestamp === 0) return 'unsigned';
  const signed = isValidSlackRequest({
    signingSecret,
    body: bodyOf(request),
    headers: { [SIGNATURE]: signature, [TIMESTAMP]: timestamp },
    nowMilliseconds: timestamp * 1_000,
  });
  return signed ? 'stale' : 'bad-signature';
}

// Bolt reads the body once and leaves it on the request.
function bodyOf(request: IncomingMessage): string {
  const body: unknown = 'rawBody' in request ? request.rawBody : undefined;
  return Buffer.isBuffer(body) ? body.toString() : '';
}
