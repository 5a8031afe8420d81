import type { Card, HandleSpec } from './card.ts';
import type { Locale } from './conversation.ts';
import type { FormPage } from './form.ts';

interface Written {
  /** In which language it is written, once it is: the reader's own choice wins over what their platform says. */
  readonly locale?: Locale;
}

/** What goes back to the one who asked, privately. Everybody else hears through the queue. */
export type Reply<Handle = HandleSpec> = Written & Answering<Handle>;

type Answering<Handle> =
  | {
      readonly kind: 'card';
      readonly card: Card<Handle>;
      /** What was clicked is done: where the clicked card is this person's alone, this one takes its place. */
      readonly replaces?: true;
    }
  | { readonly kind: 'cards'; readonly cards: readonly Card<Handle>[] }
  /** Opens a form, or moves an open one to another page. */
  | { readonly kind: 'form'; readonly page: FormPage<Handle> }
  /** The open form stays, each message beside its field; `summary` where a message has no field on this page. */
  | {
      readonly kind: 'field-errors';
      readonly errors: Readonly<Record<string, string>>;
      readonly summary?: string;
      /** The page as it stands, for a platform that closed it when it was sent. */
      readonly page?: FormPage<Handle>;
    }
  /** Closes an open form and, if there is a card, shows it. */
  | { readonly kind: 'closed'; readonly card?: Card<Handle> }
  /** A file made for the one who asked. */
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly mediaType: string;
      readonly bytes: Uint8Array;
      readonly card: Card<Handle>;
    };
