import type { App } from '../app.ts';
import type { ActionName } from '../people/policies.ts';
import type { Actor } from '../people/principal.ts';
import type { Refusal } from '../result.ts';
import type { HandleSpec } from './card.ts';
import type { FileRef, FormValues } from './form.ts';
import type { AccountRef, Place } from './incoming.ts';
import type { Translate } from './messages/translate.ts';
import type { Reply } from './reply.ts';

export const LOCALES = ['en', 'zh'] as const;
export type Locale = (typeof LOCALES)[number];

/** In whose words, and on whose clock, an answer is written. */
export interface Reader {
  readonly locale: Locale;
  /** IANA zone. */
  readonly zone: string;
  readonly t: Translate;
}

/** A person known to the record. */
export interface Person extends Actor {
  readonly displayName: string;
}

/** One request being answered. */
export interface Conversation extends Reader {
  readonly app: App;
  readonly account: AccountRef;
  /** What the platform calls the account, where it says so. */
  readonly accountName?: string;
  readonly place: Place;
  /** Passed into actions: the change marks this request done in its own transaction, so that a retry does nothing. */
  readonly requestId: string;
  /** Null while the account is linked to nobody. */
  readonly person: Person | null;
}

/** A conversation with somebody whom the record knows; what most commands ask for. */
export type Known = Conversation & { readonly person: Person };

/** `change`: the request is kept until it is done, so that a crash loses nothing. `read`: it may be asked again. */
export type Effect = 'change' | 'read';

/** A refusal becomes a card, or errors beside the fields of an open form. */
export type Answer = Reply | Refusal;

export interface CommandOption {
  readonly name: string;
  readonly kind: 'text' | 'report' | 'provider' | 'store' | 'person' | 'opportunity' | 'choice';
  readonly required: boolean;
  readonly choices?: readonly string[];
  /** Takes everything that is left of the line. */
  readonly rest?: boolean;
}

interface CommandBase {
  readonly area: string;
  /** Empty for an area that is itself the command, such as `/inbox`. */
  readonly verb: string;
  readonly options: readonly CommandOption[];
  readonly effect: Effect;
}

/**
 * A command: its description, who may use it, and what it does. `who` is a line of the policy table; `anyone` also
 * serves accounts linked to nobody. Summary and option texts are the message keys `commands.<area>.<verb>.summary` and
 * `commands.<area>.<verb>.<option>`, without the verb where there is none.
 */
export type Command = CommandBase &
  (
    | {
        readonly who: 'anyone';
        readonly run: (talk: Conversation, options: Readonly<Record<string, string>>) => Promise<Answer>;
      }
    | {
        readonly who: CommandPolicy;
        readonly run: (talk: Known, options: Readonly<Record<string, string>>) => Promise<Answer>;
      }
  );

/** A line of the policy table in `people/policies.ts`. */
export type CommandPolicy = ActionName;

interface ClickBase {
  readonly action: string;
  readonly effect: Effect;
  /** A form that is opened is worth offering again to somebody who pressed too early, as a change is. */
  readonly opensForm?: true;
}

/**
 * What a button does. With the effect `read` it only opens a form or shows something: it need not survive a crash. `anyone`
 * also serves accounts linked to nobody.
 */
export type Click = ClickBase &
  (
    | { readonly who?: never; readonly run: (talk: Known, handle: HandleSpec) => Promise<Answer> }
    | { readonly who: 'anyone'; readonly run: (talk: Conversation, handle: HandleSpec) => Promise<Answer> }
  );

/** A form: how its pages open, and what a submitted page does. `run` saves what was typed before it judges it. */
export interface FormHandler {
  readonly form: string;
  /** `change` unless said otherwise. */
  readonly effect?: Effect;
  readonly run: (talk: Known, submission: Submission) => Promise<Answer>;
}

export interface Submission {
  readonly page: string;
  readonly target: HandleSpec;
  readonly values: FormValues;
  readonly move: 'submit' | 'back';
}

/** What somebody typed under a card. It never decides: the answer offers the buttons, privately, or is null. */
export interface TypedMessage {
  readonly text: string;
  readonly thread?: string;
  readonly files?: readonly FileRef[];
}

/** One way to go on typing an option: what is sent, and what is read. */
export interface Suggestion {
  readonly value: string;
  readonly label: string;
}

/** As many as a menu shows while somebody types. */
export const MOST_SUGGESTIONS = 25;

/** What an option of one kind might become. `typed` may be empty. One indexed statement: it is asked at every key. */
export type Suggestions = (talk: Known, typed: string) => Promise<readonly Suggestion[]>;

/** What a domain adds to the conversation. */
export interface Vocabulary {
  readonly commands: readonly Command[];
  readonly clicks: readonly Click[];
  readonly forms: readonly FormHandler[];
  /** Cards of the home page, in the order in which the vocabularies are registered. */
  readonly home?: (talk: Known) => Promise<Reply>;
  readonly message?: (talk: Known, typed: TypedMessage) => Promise<Reply | null>;
  readonly suggestions?: Readonly<Partial<Record<CommandOption['kind'], Suggestions>>>;
}
