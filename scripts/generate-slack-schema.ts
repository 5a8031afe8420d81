/**
 * Writes the JSON schema of Slack's blocks, views and metadata from the types that Slack publishes, so that the
 * stand-in refuses what those types do not know. Run it after every update of `@slack/types`.
 */
import { writeFileSync } from 'node:fs';
import { slackSchema } from '../simulator/slack/validation/schema/generate-schema.ts';

const target = new URL('../simulator/slack/validation/slack-blocks.schema.json', import.meta.url);
writeFileSync(target, slackSchema());
