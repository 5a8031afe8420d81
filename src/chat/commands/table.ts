import { ROLES } from '../../people/principal.ts';
import type { Command } from '../conversation.ts';
import { roleNames } from '../messages/names.ts';
import type { Translate } from '../messages/translate.ts';
import { rolesOf } from './permitted.ts';
import type { Registry } from './registry.ts';
import { summary, usage } from './usage.ts';

/** Every command as a Markdown table, for the handbook. */
export function commandTable(registry: Registry, t: Translate): string {
  const head = [t('chat.table.command'), t('chat.table.summary'), t('chat.table.who')];
  const rows = registry.commands.map((command) => [
    `\`${usage(command)}\``,
    summary(t, command),
    whoMay(t, command),
  ]);
  return [head, head.map(() => '---'), ...rows].map(line).join('\n');
}

function whoMay(t: Translate, command: Command): string {
  const roles = rolesOf(command);
  return roles.length === 0 || roles.length === ROLES.length ? t('chat.help.everyone') : roleNames(t, roles);
}

const line = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
