import type { Text } from './text.ts';

/** What a button stands for (domain-rules §3.6). It travels as an opaque id into `action_handle`. */
export interface HandleSpec {
  /** The name under which a click handler is registered, such as `report.confirm`. */
  readonly action: string;
  /** What it acts on: a report id, an organisation id, or empty. */
  readonly subject: string;
  readonly revision: number;
  /** Compared with the record's own before anything is done. Zero where the subject has none. */
  readonly stateSeq: number;
  /** Small extra argument, such as a page number or a person. */
  readonly data?: string;
}

export interface Button<Handle = HandleSpec> {
  readonly label: string;
  readonly tone: 'primary' | 'danger' | 'plain';
  readonly handle: Handle;
  /** Shown disabled with this reason where the platform can; clicking it answers with the reason. */
  readonly disabledBecause?: string;
  /** Asked before the click counts. */
  readonly confirm?: {
    readonly title: string;
    readonly body: string;
    readonly yes: string;
    readonly no: string;
  };
}

export interface Fact {
  readonly label: string;
  readonly value: Text;
}

export interface Section {
  readonly title?: string;
  readonly body?: Text;
  readonly facts?: readonly Fact[];
  readonly list?: readonly Text[];
}

export interface ProgressStep {
  readonly label: string;
  readonly status: 'done' | 'current' | 'todo' | 'failed';
}

export const TONES = ['neutral', 'waiting', 'good', 'warning', 'bad'] as const;
export type Tone = (typeof TONES)[number];

/** One answer or notice. Adapters fit it into their platform's limits. */
export interface Card<Handle = HandleSpec> {
  readonly tone: Tone;
  readonly title: string;
  /** One line under the title: whose turn it is, or what to do next. */
  readonly lead?: Text;
  readonly progress?: readonly ProgressStep[];
  readonly facts?: readonly Fact[];
  readonly sections?: readonly Section[];
  readonly image?: { readonly png: Uint8Array; readonly alt: string };
  /** Handed over with a private message, such as an entry for one's calendar; elsewhere a card does without it. */
  readonly file?: CardFile;
  readonly actions?: readonly Button<Handle>[];
  readonly footer?: Text;
}

export interface CardFile {
  /** Letters, digits, dots and hyphens. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A card whose buttons have got their ids: what adapters draw. */
export type IssuedCard = Card<string>;
