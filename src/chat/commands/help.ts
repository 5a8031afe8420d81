import { isRefused, ok, type Result } from '../../result.ts';
import type { Card, Section } from '../card.ts';
import type { Command, Conversation } from '../conversation.ts';
import { roleNames } from '../messages/names.ts';
import type { Translate } from '../messages/translate.ts';
import type { Inline } from '../text.ts';
import { mayUse, rolesOf } from './permitted.ts';
import type { Registry } from './registry.ts';
import { unknownArea } from './unknown.ts';
import { commandKey, exampleLine, summary, usage } from './usage.ts';

/** `/help [area]`: drawn from the registry, so that it cannot say anything that is not there. */
export function helpCommand(registry: () => Registry): Command {
  return {
    area: 'help',
    verb: '',
    options: [{ name: 'area', kind: 'text', required: false }],
    who: 'anyone',
    effect: 'read',
    run: async (talk, { area }) => {
      const card = area === undefined ? ok(overview(registry(), talk)) : areaHelp(registry(), talk, area);
      return isRefused(card) ? card : { kind: 'card', card: card.ok };
    },
  };
}

function overview(registry: Registry, { t, person }: Conversation): Card {
  const sections = registry.areas.flatMap((area): Section[] => {
    const usable = registry.inArea(area).filter((command) => mayUse(command, person));
    return usable.length === 0 ? [] : [{ title: `/${area}`, list: usable.map((each) => line(t, each)) }];
  });
  return {
    tone: 'neutral',
    title: t('chat.help.title'),
    lead: person ? t('chat.help.lead') : t('chat.help.lead-unlinked'),
    sections,
    footer: t('chat.help.footer'),
  };
}

const line = (t: Translate, command: Command): readonly Inline[] => [
  { code: usage(command) },
  ` ${summary(t, command)}`,
];

/** Refused: `commands.unknown-area`. */
function areaHelp(registry: Registry, { t, person }: Conversation, typed: string): Result<Card> {
  const area = typed.replace(/^\//, '').toLowerCase();
  const commands = registry.inArea(area);
  if (commands.length === 0) return unknownArea(registry, area, '/help ');
  return ok({
    tone: 'neutral',
    title: t('chat.help.area-title', { area: `/${area}` }),
    sections: commands.map((command) => detail(t, command, mayUse(command, person))),
  });
}

function detail(t: Translate, command: Command, usable: boolean): Section {
  const options = command.options.map(({ name, required }): readonly Inline[] => [
    { code: name },
    ` ${t(commandKey(command, name))}${required ? '' : ` ${t('chat.help.optional')}`}`,
  ]);
  const example: readonly Inline[] = [`${t('chat.help.example')} `, { code: exampleLine(command) }];
  const needs = usable ? [] : [t('chat.help.needs', { roles: roleNames(t, rolesOf(command)) })];
  return { title: usage(command), body: summary(t, command), list: [...options, example, ...needs] };
}
