import type { FileRef, FormValues } from './form.ts';

export const PLATFORMS = ['slack', 'discord'] as const;
export type PlatformName = (typeof PLATFORMS)[number];

/** A person's account on a chat platform: Slack team + user, Discord user (workspace empty). */
export interface AccountRef {
  readonly platform: PlatformName;
  readonly workspace: string;
  readonly userId: string;
}

/** Where it happened, in the platform's own terms; only its adapter reads `token`. Must survive JSON. */
export interface Place {
  readonly channel: string;
  /** True for a conversation that nobody else reads. */
  readonly direct: boolean;
  /** The message that carried the button, if any. */
  readonly message?: string;
  /** Short-lived permission to answer: trigger id, response url, interaction token. */
  readonly token: Readonly<Record<string, string>>;
}

interface IncomingBase {
  /** The platform's own identity of this request: a replay has the same. */
  readonly key: string;
  readonly account: AccountRef;
  readonly place: Place;
  /** What the platform calls the account: for people to recognise it by, never to know somebody by. */
  readonly accountName?: string;
  /** What the platform says of the person's language, as a BCP 47 tag; a principal's own setting wins. */
  readonly locale?: string;
  /** The platform shows a page in parts and closes each when it is sent: pages are kept, to be shown again. */
  readonly inParts?: true;
}

/** Anything a person did, in neutral words. */
export type Incoming = IncomingBase &
  (
    | { readonly kind: 'command'; readonly area: string; readonly text: string }
    | {
        readonly kind: 'command-options';
        readonly area: string;
        readonly verb: string;
        readonly options: Readonly<Record<string, string>>;
      }
    | { readonly kind: 'click'; readonly handle: string }
    | {
        readonly kind: 'form';
        readonly form: string;
        readonly page: string;
        /** The opaque id of the form's target. */
        readonly handle: string;
        readonly values: FormValues;
        /**
         * `keep`: a part of the page, to be kept and not judged; the same page comes back, filled in. `finish`: the page as
         * it stands, be it that not every part of it was looked at.
         */
        readonly move: 'submit' | 'back' | 'keep' | 'finish';
      }
    | { readonly kind: 'home' }
    /** Somebody typed under a card; never decides anything. */
    | {
        readonly kind: 'message';
        readonly text: string;
        readonly thread?: string;
        /** What was uploaded with it. */
        readonly files?: readonly FileRef[];
      }
  );

export type IncomingOf<Kind extends Incoming['kind']> = Extract<Incoming, { kind: Kind }>;
