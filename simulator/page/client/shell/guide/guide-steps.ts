import type { MessageKey } from '../../language/en.ts';

export interface GuideStep {
  readonly title: MessageKey;
  readonly text: MessageKey;
  /** Whose turn it is, as an index into the people shown first: store, provider, staff. */
  readonly person: 0 | 1 | 2;
  readonly command: string;
}

/** The six steps of a report, with the command that begins each. */
export const GUIDE: readonly GuideStep[] = [
  { title: 'try.1.title', text: 'try.1.text', person: 0, command: '/provider search 远帆' },
  { title: 'try.2.title', text: 'try.2.text', person: 1, command: '/inbox' },
  { title: 'try.3.title', text: 'try.3.text', person: 1, command: '/report fill' },
  { title: 'try.4.title', text: 'try.4.text', person: 0, command: '/inbox' },
  { title: 'try.5.title', text: 'try.5.text', person: 2, command: '/staff queue' },
  { title: 'try.6.title', text: 'try.6.text', person: 0, command: '/report list' },
];
