import type { HumanEvent } from '../../lifecycle/table/transitions.ts';
import type { EventForms } from './event-form.ts';
import { PARTY_EVENT_FORMS } from './party-events.ts';
import { STAFF_EVENT_FORMS } from './staff-events.ts';

/** Events for which a person must say more than a click. */
export const EVENT_FORMS: EventForms = { ...PARTY_EVENT_FORMS, ...STAFF_EVENT_FORMS };

export const hasForm = (event: HumanEvent): boolean => event in EVENT_FORMS;
