/** Structurally the product's own clock. */
export interface SimulatedClock {
  now(): Date;
}
