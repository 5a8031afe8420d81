import { addDays, startOfDate } from '../periods.ts';
import type { Report } from '../report.ts';
import type { CaseClocks } from './case.ts';
import { lapseAt } from './waiting.ts';

/**
 * When the clock next has something to do with the case: the earliest instant at which a tick would change it. Null
 * when nothing but a person can. Periods turn at midnight in the store's zone.
 */
export function wakeAt(parties: CaseClocks, next: Report): Date | null {
  const instants = [...byState(parties, next), ...agreedEnd(parties, next)];
  return instants.length === 0 ? null : new Date(Math.min(...instants.map((instant) => instant.getTime())));
}

function byState(parties: CaseClocks, next: Report): readonly Date[] {
  const { zone } = parties.store;
  switch (next.state) {
    case 'DRAFT':
      return draftInstants(parties, next);
    case 'REQUESTED':
    case 'FILLING':
    case 'STORE_CONFIRM':
    case 'INFO_REQUESTED':
      return present(lapseAt(parties, next));
    case 'SCHEDULED':
      return [startOfDate(next.request.reportingStart, zone)];
    case 'ACTIVE':
    case 'NOTICE':
    case 'SUSPENDED':
      return [startOfDate(addDays(next.reportingEnd, 1), zone)];
    default:
      return [];
  }
}

function draftInstants({ rules, draftReminderSent }: CaseClocks, { createdAt }: Report): readonly Date[] {
  const after = (days: number) => new Date(createdAt.getTime() + days * 86_400_000);
  return draftReminderSent
    ? [after(rules.draftExpiryDays)]
    : [after(rules.draftReminderDays), after(rules.draftExpiryDays)];
}

function agreedEnd({ store }: CaseClocks, { notice, state }: Report): readonly Date[] {
  const runs = state === 'ACTIVE' || state === 'NOTICE' || state === 'SCHEDULED' || state === 'SUSPENDED';
  return runs && notice ? [startOfDate(notice.effectiveOn, store.zone)] : [];
}

const present = (instant: Date | null): readonly Date[] => (instant ? [instant] : []);
