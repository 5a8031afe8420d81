/** The life of a brand's need (domain-rules §9). */
export const STATES = [
  'DRAFT',
  'PUBLISHED',
  'SLATE_SENT',
  'INTERESTED',
  'MEETING',
  'WON',
  'LOST',
  'WITHDRAWN',
] as const;
export type OpportunityState = (typeof STATES)[number];

const ENDED = ['WON', 'LOST', 'WITHDRAWN'] as const satisfies readonly OpportunityState[];
type EndedState = (typeof ENDED)[number];

export const isEnded = (state: OpportunityState): state is EndedState =>
  ENDED.some((ended) => ended === state);

/** In these a provider may show interest or decline, until the deadline. */
export const ANSWERABLE = [
  'PUBLISHED',
  'SLATE_SENT',
  'INTERESTED',
  'MEETING',
] as const satisfies readonly OpportunityState[];

export const isAnswerable = (state: OpportunityState): boolean => ANSWERABLE.some((open) => open === state);
