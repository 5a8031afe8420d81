/** Prints the link that adds the bot to a server, with exactly what it needs: `npm run -s discord:invite`. */
import { existsSync } from 'node:fs';
import { inviteLinkOf } from '../adapters/discord/commands/invite.ts';
import { loadConfig } from '../src/config.ts';

if (existsSync('.env')) process.loadEnvFile('.env');
const { discord } = loadConfig(process.env);
if (discord) process.stdout.write(`${await inviteLinkOf(discord)}\n`);
else {
  process.stderr.write(
    'DISCORD_TOKEN is not set: the link is that of the application whose token it is. See .env.example.\n',
  );
  process.exitCode = 1;
}
