/** The numbers of keys (configurable defaults, as all of domain-rules §9). */
export const ACCESS_RULES = {
  /** A link to a key that nobody opened is void after this. */
  linkHours: 24,
  /** As long as an application is good for before it is looked at again. */
  keyDays: 365,
  /** An old key goes on working this long after its successor was taken, so that systems can change over. */
  overlapHours: 72,
  /** Keys of one application and mode that may be good at the same time. */
  mostKeys: 5,
} as const;

const HOUR_MS = 60 * 60 * 1000;

export const hoursAfter = (at: Date, hours: number): Date => new Date(at.getTime() + hours * HOUR_MS);
