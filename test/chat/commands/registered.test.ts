import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { COMMANDS_PAGE, commandsPage } from '../../../scripts/commands-page.ts';
import { createRegistry } from '../../../src/chat/commands/registry.ts';
import { commandKey, usage } from '../../../src/chat/commands/usage.ts';
import { LOCALES } from '../../../src/chat/conversation.ts';
import { createTranslators } from '../../../src/chat/messages/translators.ts';
import { VOCABULARIES } from '../../../src/vocabularies.ts';

const registry = createRegistry(VOCABULARIES);
const translators = createTranslators();

describe.each(LOCALES)('in %s', (locale) => {
  it.each(registry.commands.map((command) => [usage(command), command] as const))(
    '%s is explained',
    (_, command) => {
      const t = translators[locale];
      const keys = ['summary', ...command.options.map(({ name }) => name)].map((leaf) =>
        commandKey(command, leaf),
      );
      expect(keys.filter((key) => !t.has(key))).toEqual([]);
    },
  );
});

describe('the handbook', () => {
  it('lists exactly the commands that there are', () => {
    const page = readFileSync(new URL(`../../../${COMMANDS_PAGE}`, import.meta.url), 'utf8');
    expect(page, 'run: node scripts/generate-handbook.ts').toBe(commandsPage());
  });
});
