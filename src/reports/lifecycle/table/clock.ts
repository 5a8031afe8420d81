import { deleteDraft, endAfterNotice, expire, lapse, remindOfDraft } from '../effects/ending.ts';
import {
  draftExpires,
  draftReminderIsDue,
  endsBeforeItBegins,
  fixedEndIsDue,
  lapses,
  mayBegin,
  periodHasBegun,
  periodIsOver,
} from './due.ts';
import type { TablePart } from './row.ts';

/**
 * Every transition that time makes, in the order in which they would have come: an end that was fixed for a day within the
 * period comes before the end of the period, and a later one never comes (T14 wins). STAFF_REVIEW is in none of them.
 * After a standstill the caller asks again until nothing is due.
 */
export const CLOCK: TablePart<'tick'> = {
  tick: [
    {
      id: 'draft.expired',
      from: ['DRAFT'],
      to: 'LAPSED',
      by: 'clock',
      when: draftExpires,
      effects: [deleteDraft],
      tells: ['store'],
    },
    {
      id: 'draft.reminded',
      from: ['DRAFT'],
      to: 'same',
      by: 'clock',
      when: draftReminderIsDue,
      effects: [remindOfDraft],
      tells: ['store'],
    },
    {
      id: 'T23',
      from: ['REQUESTED', 'FILLING', 'STORE_CONFIRM', 'INFO_REQUESTED'],
      to: 'LAPSED',
      by: 'clock',
      when: lapses,
      effects: [lapse],
      tells: ['store', 'provider'],
    },
    // Notice that was given keeps running through a suspension, or the store would be bound longer than its notice.
    {
      id: 'T18',
      from: ['NOTICE', 'SUSPENDED'],
      to: 'TERMINATED',
      by: 'clock',
      when: fixedEndIsDue('UNILATERAL'),
      effects: [endAfterNotice],
      tells: ['store', 'provider'],
    },
    {
      id: 'T16.due',
      from: ['SCHEDULED'],
      to: 'TERMINATED',
      by: 'clock',
      when: endsBeforeItBegins,
      effects: [endAfterNotice],
      tells: ['store', 'provider'],
    },
    {
      id: 'T16.due',
      from: ['ACTIVE', 'SUSPENDED'],
      to: 'TERMINATED',
      by: 'clock',
      when: fixedEndIsDue('AGREED'),
      effects: [endAfterNotice],
      tells: ['store', 'provider'],
    },
    {
      id: 'T21.due',
      from: ['SUSPENDED'],
      to: 'TERMINATED',
      by: 'clock',
      when: fixedEndIsDue('PLATFORM'),
      effects: [endAfterNotice],
      tells: ['store', 'provider'],
    },
    {
      id: 'T14',
      from: ['ACTIVE', 'NOTICE', 'SUSPENDED'],
      to: 'EXPIRED',
      by: 'clock',
      when: periodIsOver,
      effects: [expire],
      tells: ['store', 'provider'],
    },
    {
      id: 'T13',
      from: ['SCHEDULED'],
      to: 'ACTIVE',
      by: 'clock',
      when: mayBegin,
      tells: ['store', 'provider'],
    },
    {
      id: 'T13.suspended',
      from: ['SCHEDULED'],
      to: 'SUSPENDED',
      by: 'clock',
      when: periodHasBegun,
      tells: ['store', 'provider', 'leads'],
    },
  ],
};
