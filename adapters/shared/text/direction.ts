// Invisible direction marks could turn the bot's own words around; letters that run right to left could move the
// punctuation beside them. The former are dropped (they show nothing themselves), the latter are isolated.
const DIRECTION_CONTROLS = /[\u202A-\u202E\u2066-\u2069]/g;
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
const ISOLATE = '\u2068';
const END_ISOLATE = '\u2069';

/** Typed text for a place that a platform shows as it stands: its direction stays its own. */
export function typed(text: string): string {
  const calm = text.replace(DIRECTION_CONTROLS, '');
  return RIGHT_TO_LEFT.test(calm) ? `${ISOLATE}${calm}${END_ISOLATE}` : calm;
}
