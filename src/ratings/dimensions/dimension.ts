import type { Score } from '../decimal.ts';

/** A dimension before it is stored. Short of its minimum it has a value, which is shown and never counted. */
export interface Measured {
  readonly value: Score;
  readonly evidenced: boolean;
}
