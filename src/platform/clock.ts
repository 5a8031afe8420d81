/** The only source of time. Tests and the simulator move it; everything else asks it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
