import { createRegistry } from '../../../src/chat/commands/registry.ts';
import { createTranslators } from '../../../src/chat/messages/translators.ts';
import { VOCABULARIES } from '../../../src/vocabularies.ts';
import { UMBRELLA_AREA } from '../receive/incoming/command.ts';
import { commandEntries } from './entries.ts';
import { type SlackManifest, slackManifest } from './manifest.ts';

// Slack gives a command to the app that was installed last: what another app has taken is reached this way.
const UMBRELLA = {
  area: UMBRELLA_AREA,
  description: 'Everything that Baobei does, should another app have taken one of its commands',
  usageHint: 'report list | inbox | help',
};

/**
 * The manifest of this very bot.
 *
 * @param address where Slack reaches it, such as `https://bot.example.com`; nothing: Socket Mode
 */
export function appManifest(address?: string): SlackManifest {
  return slackManifest({
    name: 'Baobei',
    description: 'Service provider reporting (报备), step by step, where you already are',
    // A workspace has one manifest for all its languages; the answers are in each reader's own.
    commands: [...commandEntries(createRegistry(VOCABULARIES), createTranslators().en), UMBRELLA],
    ...(address ? { address } : {}),
  });
}
