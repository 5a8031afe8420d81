/** What a card says of itself after a newer one has taken its place. */
export const delivery = {
  'stepped-back': 'A newer card of this case stands below.',
} as const;
