import { findPerson } from '../../people/find-person.ts';
import { mayUse } from '../commands/permitted.ts';
import type { CommandOption, Known, Suggestion } from '../conversation.ts';
import type { AccountRef } from '../incoming.ts';
import { readerFor } from '../reader.ts';
import type { ConversationDeps } from '../router/deps.ts';

/** Somebody is typing an option of a command, and the platform asks what it might become. */
export interface SuggestionQuery {
  readonly account: AccountRef;
  readonly locale?: string;
  readonly area: string;
  readonly verb: string;
  readonly option: string;
  /** So far; may be empty. */
  readonly typed: string;
}

/**
 * What may be meant, best first, and only what this person may see; nothing for a command that is not theirs. It is
 * help, not a check: whatever is typed instead is judged by the command.
 */
export async function suggest(
  deps: ConversationDeps,
  query: SuggestionQuery,
): Promise<readonly Suggestion[]> {
  const { app, registry, defaults } = deps;
  const { account, locale: platformLocale, typed } = query;
  const command = registry.command(query.area, query.verb);
  const option = command?.options.find(({ name }) => name === query.option);
  if (!command || !option) return [];
  if (option.kind === 'choice') return choices(option, typed);
  const known = await findPerson(app, account);
  const source = registry.suggestions(option.kind);
  if (!known || !source || !mayUse(command, known.person)) return [];
  const reader = readerFor(defaults, { locale: known.locale, zone: known.zone, platformLocale });
  const talk: Known = {
    ...reader,
    app,
    account,
    person: known.person,
    place: { channel: '', direct: true, token: {} },
    requestId: '',
  };
  return source(talk, typed.normalize('NFKC').trim());
}

function choices({ choices: all = [] }: CommandOption, typed: string): readonly Suggestion[] {
  const wanted = typed.trim().toLowerCase();
  return all
    .filter((choice) => choice.toLowerCase().includes(wanted))
    .map((choice) => ({ value: choice, label: choice }));
}
