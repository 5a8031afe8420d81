/** The transition table of the report (domain-rules §3.2). It says everything that can happen; decide.ts only reads it. */
import type { EventType } from '../events.ts';
import { CLOCK } from './clock.ts';
import { FILING } from './filing.ts';
import { REVIEW } from './review.ts';
import type { Row, Table } from './row.ts';
import { STANDING } from './standing.ts';

export const TRANSITIONS: Table = { ...FILING, ...REVIEW, ...STANDING, ...CLOCK };

export type AnyRow = { [E in EventType]: Row<E> }[EventType];

export const EVENT_TYPES = Object.keys(TRANSITIONS).filter((key): key is EventType => key in TRANSITIONS);

/** What only the clock causes is no action of anybody's. */
export type HumanEvent = Exclude<EventType, 'tick'>;
export const HUMAN_EVENTS = EVENT_TYPES.filter((type): type is HumanEvent => type !== 'tick');

/** Every row, for documents and checks over the whole table. */
export const ALL_ROWS: readonly AnyRow[] = Object.values(TRANSITIONS).flat();
