import { createRegistry } from '../src/chat/commands/registry.ts';
import { commandTable } from '../src/chat/commands/table.ts';
import { LOCALES } from '../src/chat/conversation.ts';
import { createTranslators } from '../src/chat/messages/translators.ts';
import { VOCABULARIES } from '../src/vocabularies.ts';

export const COMMANDS_PAGE = 'docs/commands.md';

/** The handbook's page of commands, in every language, from the registry that answers them. */
export function commandsPage(): string {
  const registry = createRegistry(VOCABULARIES);
  const translators = createTranslators();
  const tables = LOCALES.map((locale) => {
    const t = translators[locale];
    return `## ${t('chat.table.title')} (${t(`common.language.${locale}`)})\n\n${commandTable(registry, t)}\n`;
  });
  return [
    '# Commands\n',
    'Written from the code by `node scripts/generate-handbook.ts`; edit nothing here.\n',
    ...tables,
  ].join('\n');
}
