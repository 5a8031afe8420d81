import type { Command, CommandOption } from '../conversation.ts';
import type { Translate } from '../messages/translate.ts';

/** `/report show`, `/inbox`. */
export const commandName = ({ area, verb }: Pick<Command, 'area' | 'verb'>): string =>
  verb === '' ? `/${area}` : `/${area} ${verb}`;

/** `/report show <report> [part]`. */
export function usage(command: Command): string {
  return [commandName(command), ...command.options.map(placeholder)].join(' ');
}

/** A line that could be typed, to copy from. */
export function exampleLine(command: Command): string {
  const required = command.options.filter(({ required }) => required);
  return [commandName(command), ...required.map(exampleOf)].join(' ');
}

/** Key of a text about a command: `commands.report.show.summary`, `commands.inbox.summary`. */
export function commandKey({ area, verb }: Pick<Command, 'area' | 'verb'>, leaf: string): string {
  return ['commands', area, verb, leaf].filter((part) => part !== '').join('.');
}

export const summary = (t: Translate, command: Command): string => t(commandKey(command, 'summary'));

const placeholder = ({ name, required }: CommandOption): string => (required ? `<${name}>` : `[${name}]`);

const EXAMPLES = {
  report: 'CR-2026-000123',
  provider: '"Bridge Commerce"',
  store: '"Aurora Flagship"',
  person: '"Lin Wei"',
  opportunity: 'opp_01k9f3',
  text: '…',
  choice: '…',
} as const satisfies Record<CommandOption['kind'], string>;

const exampleOf = ({ kind, choices }: CommandOption): string => choices?.[0] ?? EXAMPLES[kind];
