import type { Card } from '../../../../src/chat/card.ts';
import { plain } from '../../../../src/chat/text.ts';

/** Everything that a card says, buttons and their reasons included, one thing a line. */
export function wordsOf(card: Card<unknown>): string {
  const { title, lead, progress, facts = [], sections = [], actions = [], footer } = card;
  return [
    title,
    lead && plain(lead),
    ...(progress ?? []).map(({ label }) => label),
    ...facts.map(({ label, value }) => `${label}: ${plain(value)}`),
    ...sections.flatMap((section) => [
      section.title,
      section.body && plain(section.body),
      ...(section.facts ?? []).map(({ label, value }) => `${label}: ${plain(value)}`),
      ...(section.list ?? []).map(plain),
    ]),
    ...actions.flatMap(({ label, disabledBecause, confirm }) => [
      label,
      disabledBecause,
      ...(confirm ? Object.values(confirm) : []),
    ]),
    footer && plain(footer),
  ]
    .filter((line) => line !== undefined && line !== '')
    .join('\n');
}
