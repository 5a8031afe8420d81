/** What a card says of itself after a newer one has taken its place. */
export const delivery = {
  'stepped-back': 'A newer card of this case stands below.',
  closed: {
    title: 'This card is closed',
    lead: 'What it showed is not open to you any more. {{command}} shows everything that waits for you.',
  },
} as const;
