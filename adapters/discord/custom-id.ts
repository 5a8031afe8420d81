import { LIMITS } from './limits.ts';

/** Which page of which form, about what: enough to ask the core for it again. */
export interface PageRef {
  readonly form: string;
  readonly page: string;
  /** The opaque id of the form's target. */
  readonly handle: string;
}

/** What a component of ours stands for. Everything it needs travels in its id, so that it works after any restart. */
export type CustomId =
  /** A card's button. */
  | { readonly kind: 'click'; readonly handle: string }
  /** A card's button that asks first; the question is kept under its hash. */
  | { readonly kind: 'ask'; readonly handle: string; readonly question: string }
  /** The answer yes. */
  | {
      readonly kind: 'yes';
      readonly handle: string;
      /** The card that was pressed is one person's alone: nobody can read it back. */
      readonly ofPrivate?: boolean;
    }
  /** The answer no. */
  | { readonly kind: 'leave' }
  /** Shown, never pressed. */
  | { readonly kind: 'locked' }
  /** Shown in place of a card's buttons while a click on it is carried out. */
  | { readonly kind: 'working' }
  /** A modal, and the button that opens it. `part` counts from 0; a modal knows whether it is the page's last. */
  | (PageRef & { readonly kind: 'part'; readonly part: number; readonly last?: boolean })
  /** The button to the page before. */
  | (PageRef & { readonly kind: 'back' })
  /** The button that sends the page as it stands, what is left of it not looked at. */
  | (PageRef & { readonly kind: 'finish' })
  /** A page that could not be kept: it is still in this process under the id of its interaction. */
  | { readonly kind: 'resend'; readonly interaction: string };

const SEPARATOR = '|';
const LAST = '!';
const PRIVATE = 'p';

/**
 * Throws when Discord would not take it: a form or page with too long a name.
 *
 * @param place tells apart the components of one message, whose ids must differ
 */
export function packId(id: CustomId, place = 0): string {
  const packed = [...fieldsOf(id), ...(place === 0 ? [] : [`#${place}`])].join(SEPARATOR);
  if (packed.length <= LIMITS.customId.chars) return packed;
  throw new Error(`Discord takes ids of ${LIMITS.customId.chars} characters, and ${packed} is longer.`);
}

function fieldsOf(id: CustomId): readonly string[] {
  switch (id.kind) {
    case 'click':
      return ['c', id.handle];
    case 'ask':
      return ['q', id.handle, id.question];
    case 'yes':
      return ['y', id.handle, ...(id.ofPrivate ? [PRIVATE] : [])];
    case 'leave':
      return ['x'];
    case 'locked':
      return ['l'];
    case 'working':
      return ['w'];
    case 'part':
      return ['p', id.form, id.page, id.handle, `${id.part}${id.last ? LAST : ''}`];
    case 'back':
      return ['b', id.form, id.page, id.handle];
    case 'finish':
      return ['f', id.form, id.page, id.handle];
    case 'resend':
      return ['s', id.interaction];
  }
}

/** Null: a component of another release, or of another bot. */
export function unpackId(packed: string): CustomId | null {
  const [sign, first = '', second = '', third = '', fourth = ''] = packed.split(SEPARATOR);
  switch (sign) {
    case 'c':
      return { kind: 'click', handle: first };
    case 'q':
      return { kind: 'ask', handle: first, question: second };
    case 'y':
      return { kind: 'yes', handle: first, ...(second === PRIVATE ? { ofPrivate: true } : {}) };
    case 'x':
      return { kind: 'leave' };
    case 'l':
      return { kind: 'locked' };
    case 'w':
      return { kind: 'working' };
    case 'p':
      return { kind: 'part', form: first, page: second, handle: third, ...partIn(fourth) };
    case 'b':
      return { kind: 'back', form: first, page: second, handle: third };
    case 'f':
      return { kind: 'finish', form: first, page: second, handle: third };
    case 's':
      return { kind: 'resend', interaction: first };
    default:
      return null;
  }
}

const partIn = (text: string) => ({ part: Number.parseInt(text, 10) || 0, last: text.endsWith(LAST) });
