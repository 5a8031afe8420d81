import type { App } from '../app.ts';
import type { Actor } from '../people/principal.ts';
import type { HandleSpec } from './card.ts';
import type { FormValues } from './form.ts';
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

export interface CommandOption {
  readonly name: string;
  readonly kind: 'text' | 'report' | 'provider' | 'store' | 'person' | 'choice';
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
  /** The line of the policy table that lets somebody use it; `anyone` also serves accounts linked to nobody. */
  readonly effect: Effect;
}

/**
 * A command: its description, who may use it, and what it does. Summary and option texts are the message keys
 * `commands.<area>.<verb>.summary` and `commands.<area>.<verb>.<option>`.
 */
export type Command = CommandBase &
  (
    | {
        readonly who: 'anyone';
        readonly run: (talk: Conversation, options: Readonly<Record<string, string>>) => Promise<Reply>;
      }
    | {
        readonly who: CommandPolicy;
        readonly run: (talk: Known, options: Readonly<Record<string, string>>) => Promise<Reply>;
      }
  );

/** A key of the policy table in `people/permissions.ts`. */
export type CommandPolicy = string;

/** What a button does. `open` only opens a form or shows something: it need not survive a crash. */
export interface Click {
  readonly action: string;
  readonly effect: Effect;
  readonly run: (talk: Known, handle: HandleSpec) => Promise<Reply>;
}

/** A form: how its pages open, and what a submitted page does. `run` saves what was typed before it judges it. */
export interface FormHandler {
  readonly form: string;
  readonly run: (talk: Known, submission: Submission) => Promise<Reply>;
}

export interface Submission {
  readonly page: string;
  readonly target: HandleSpec;
  readonly values: FormValues;
  readonly move: 'submit' | 'back';
}

/** What a domain adds to the conversation. */
export interface Vocabulary {
  readonly commands: readonly Command[];
  readonly clicks: readonly Click[];
  readonly forms: readonly FormHandler[];
}
