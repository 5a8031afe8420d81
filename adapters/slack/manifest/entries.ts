import type { Registry } from '../../../src/chat/commands/registry.ts';
import { commandKey, summary, usage } from '../../../src/chat/commands/usage.ts';
import type { Translate } from '../../../src/chat/messages/translate.ts';
import { shorten } from '../../shared/text/fit.ts';
import type { CommandEntry } from './manifest.ts';

// Slack shows the description on one line of its menu.
const READABLE = 150;

/** One slash command for each area of the registry; its verbs are what may be typed after it. */
export function commandEntries(registry: Registry, t: Translate): readonly CommandEntry[] {
  return registry.areas.map((area) => {
    const commands = registry.inArea(area);
    return {
      area,
      description: describe(area, t, () => commands.map((command) => summary(t, command))),
      usageHint: commands
        .map((command) =>
          usage(command)
            .slice(area.length + 1)
            .trim(),
        )
        .filter((hint) => hint !== '')
        .join(' | '),
    };
  });
}

/** An area may have words of its own under `commands.<area>.about`; else its verbs speak for it. */
function describe(area: string, t: Translate, summaries: () => readonly string[]): string {
  const own = commandKey({ area, verb: '' }, 'about');
  return t.has(own) ? t(own) : shorten(summaries().join(' · '), READABLE);
}
