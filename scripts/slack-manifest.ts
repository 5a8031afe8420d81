/**
 * Prints the manifest with which a Slack app is created (https://api.slack.com/apps, "From a manifest"):
 * `npm run slack:manifest` for Socket Mode, `npm run slack:manifest -- --address https://bot.example.com` for HTTP.
 */
import { parseArgs } from 'node:util';
import { appManifest } from '../adapters/slack/manifest/app.ts';

const { values } = parseArgs({ options: { address: { type: 'string' } } });
process.stdout.write(`${JSON.stringify(appManifest(values.address), null, 2)}\n`);
