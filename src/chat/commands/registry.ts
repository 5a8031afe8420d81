import type { Card } from '../card.ts';
import type {
  Click,
  Command,
  CommandOption,
  FormHandler,
  Known,
  Suggestions,
  TypedMessage,
  Vocabulary,
} from '../conversation.ts';
import type { Reply } from '../reply.ts';
import { helpCommand } from './help.ts';
import { commandName } from './usage.ts';

/** Everything that can be asked of the bot, from all domains together. */
export interface Registry {
  readonly commands: readonly Command[];
  /** In the order of registration. */
  readonly areas: readonly string[];
  /** The commands of one area; none when there is no such area. */
  inArea(area: string): readonly Command[];
  command(area: string, verb: string): Command | undefined;
  click(action: string): Click | undefined;
  form(name: string): FormHandler | undefined;
  /** Click actions that must survive a crash. */
  readonly changingActions: readonly string[];
  home(talk: Known): Promise<readonly Card[]>;
  message(talk: Known, typed: TypedMessage): Promise<Reply | null>;
  /** Undefined: options of this kind are typed without help. */
  suggestions(kind: CommandOption['kind']): Suggestions | undefined;
}

/** Adds `/help`. Throws when two domains claim the same command, click or form. */
export function createRegistry(vocabularies: readonly Vocabulary[]): Registry {
  const commands: Command[] = vocabularies.flatMap((vocabulary) => vocabulary.commands);
  const help = helpCommand(() => registry);
  const byName = unique('command', [...commands, help], commandName);
  const clicks = unique(
    'click',
    vocabularies.flatMap((vocabulary) => vocabulary.clicks),
    ({ action }) => action,
  );
  const forms = unique(
    'form',
    vocabularies.flatMap((vocabulary) => vocabulary.forms),
    ({ form }) => form,
  );
  const registry: Registry = {
    commands: [...byName.values()],
    areas: [...new Set([...byName.values()].map(({ area }) => area))],
    inArea: (area) => registry.commands.filter((command) => command.area === area),
    command: (area, verb) => byName.get(commandName({ area, verb })),
    click: (action) => clicks.get(action),
    form: (name) => forms.get(name),
    changingActions: [...clicks.values()]
      .filter(({ effect }) => effect === 'change')
      .map(({ action }) => action),
    home: (talk) => homeCards(vocabularies, talk),
    message: (talk, typed) => firstAnswer(vocabularies, talk, typed),
    suggestions: (kind) => vocabularies.find(({ suggestions }) => suggestions?.[kind])?.suggestions?.[kind],
  };
  return registry;
}

function unique<T>(what: string, items: readonly T[], name: (item: T) => string): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const item of items) {
    if (found.has(name(item))) throw new Error(`Two domains register the ${what} ${name(item)}; rename one.`);
    found.set(name(item), item);
  }
  return found;
}

async function homeCards(vocabularies: readonly Vocabulary[], talk: Known): Promise<readonly Card[]> {
  const replies = await Promise.all(vocabularies.flatMap(({ home }) => (home ? [home(talk)] : [])));
  return replies.flatMap((reply) => {
    if (reply.kind === 'cards') return reply.cards;
    return reply.kind === 'card' ? [reply.card] : [];
  });
}

async function firstAnswer(vocabularies: readonly Vocabulary[], talk: Known, typed: TypedMessage) {
  for (const { message } of vocabularies) {
    const answer = message ? await message(talk, typed) : null;
    if (answer) return answer;
  }
  return null;
}
