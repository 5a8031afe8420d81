import { createHash } from 'node:crypto';
import type { Notes } from '../../../src/chat/notes.ts';
import type { AdapterLog } from '../../shared/log.ts';
import type { DiscordApi } from '../send/api.ts';

interface Registering {
  readonly api: Pick<DiscordApi, 'register'>;
  readonly notes: Notes;
  readonly log: AdapterLog;
  readonly application: string;
}

/**
 * Puts the commands on record with Discord, unless they stand there as they are: it allows 200 of them a day. Several
 * processes may do so at once, since each puts all of them in one call.
 * https://discord.com/developers/docs/interactions/application-commands#registering-a-command
 */
export async function registerCommands(
  { api, notes, log, application }: Registering,
  commands: readonly object[],
): Promise<void> {
  const note = `commands:${application}`;
  const hash = createHash('sha256').update(JSON.stringify(commands)).digest('hex');
  if ((await notes.read(note)) === hash) return;
  await api.register(application, commands);
  await notes.write({ [note]: hash });
  log.info({ commands: commands.length }, 'the slash commands are registered with Discord');
}
