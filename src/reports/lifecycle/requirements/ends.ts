/** Notice, mutual end, termination (domain-rules §3.2 T15..T21, §6). Dates are first days on which nothing stands any more. */
import type { Refusal } from '../../../result.ts';
import { addDays, daysBetween } from '../../periods.ts';
import { known } from '../facts.ts';
import { refuseReport } from '../refusals.ts';
import type { Check, Need } from '../table/row.ts';
import { guardDate } from './dates.ts';
import { joinsFromTheOtherSide, personOf, sidesOf } from './hands.ts';

/** T15: one end at a time. */
export const noEndIsFixed: Need = ({ report: { notice } }) =>
  notice === null ? null : refuseReport('end-already-fixed', { date: notice.effectiveOn });

/** T15: at least the contract's days and never fewer than 30, counted in calendar days. */
export const noticeIsLongEnough: Check<'giveNotice'> = ({ event, context: { today, rules, facts } }) =>
  guardDate(event.effectiveOn, 'effectiveOn', (effectiveOn) => {
    const minimum = Math.max(known(facts, 'revision').terminationNoticeDays, rules.noticeMinimumDays);
    const days = daysBetween(today, effectiveOn);
    if (days >= minimum) return [];
    return [
      refuseReport('notice-too-short', { days, minimum, earliest: addDays(today, minimum) }, 'effectiveOn'),
    ];
  });

/** T16: any day from today to the day after the reporting period, when it ends by itself. */
export const endIsWithinPeriod: Check<'proposeEnd'> = ({ report, event, context: { today } }) =>
  guardDate(event.date, 'date', (date) => {
    const { reportingEnd } = report;
    if (date < today) return [refuseReport('end-in-past', { date, today }, 'date')];
    return date > addDays(reportingEnd, 1)
      ? [refuseReport('end-after-period', { date, reportingEnd }, 'date')]
      : [];
  });

/** T16: another date replaces a proposal; the same one is agreed to, or already waits. */
export const proposesSomethingNew: Check<'proposeEnd'> = ({ report: { proposal }, event }) => {
  if (proposal?.kind !== 'MUTUAL_END' || proposal.date !== event.date) return [];
  return [refuseReport('same-date-proposed', { date: event.date }, 'date')];
};

/** T16: two principals, two sides. */
export const otherSideAgrees: Need = ({ report, context }) =>
  report.proposal?.kind === 'MUTUAL_END'
    ? joinsFromTheOtherSide(report, context)
    : refuseReport('no-proposal', {});

/** T16: both name the same date. */
export const sameDate: Check<'agreeEnd'> = ({ report: { proposal }, event }) => {
  const date = proposal?.date ?? null;
  return date === event.date ? [] : [refuseReport('other-date-proposed', { date }, 'date')];
};

/** T17: the party that gave notice takes it back, before it has taken effect. */
export const noticeIsOwn: Need = ({ report, context }) => {
  const side = report.notice?.side ?? null;
  if (side !== null && sidesOf(report, personOf(context)).includes(side)) return null;
  return refuseReport('notice-not-yours', { side });
};

export const noticeStillRuns: Need = ({ report: { notice }, context }) => {
  if (notice === null || notice.effectiveOn > context.today) return null;
  return refuseReport('notice-took-effect', { date: notice.effectiveOn });
};

export const nobodyWaitsYet: Need = ({ report: { proposal } }) => {
  if (proposal === null) return null;
  if (proposal.side === null) return refuseReport('waits-for-second-person', {});
  return refuseReport('waits-for-other-side', { waitsOn: proposal.side === 'store' ? 'provider' : 'store' });
};

/** T17: the other side consents. */
export const otherSideConsents: Need = ({ report, context }) =>
  report.proposal?.kind === 'WITHDRAW_NOTICE'
    ? joinsFromTheOtherSide(report, context)
    : refuseReport('no-proposal', {});

/** T20: once two members of staff have decided the end, only an appeal can change it. */
export const endIsNotDecided: Need = ({ report: { notice } }) =>
  notice?.kind === 'PLATFORM' ? refuseReport('end-already-fixed', { date: notice.effectiveOn }) : null;

export const terminationIsProposed: Need = ({ report: { proposal } }) =>
  proposal?.kind === 'END_SUSPENDED' ? null : refuseReport('no-proposal', {});

/** T21: an uncured cause is given its 15 days; fraud, forgery and a legal order are not. */
export const cureTimeIsOver: Check<'proposeTermination'> = ({ report: { deadline }, event, context }) => {
  if (event.ground !== 'NOT_CURED' || deadline === null || deadline.at <= context.now) return [];
  return [refuseReport('cure-time-left', { until: deadline.at }, 'ground')];
};

/** T21: 30 days of notice unless fraud, forgery or a legal order, which may end it today. */
export const platformNotice: Check<'proposeTermination'> = ({ event, context: { today, rules } }) =>
  guardDate(event.effectiveOn, 'effectiveOn', (effectiveOn): readonly Refusal[] => {
    const minimum = event.ground === 'NOT_CURED' ? rules.platformNoticeDays : 0;
    const earliest = addDays(today, minimum);
    return effectiveOn >= earliest
      ? []
      : [refuseReport('platform-notice-too-short', { minimum, earliest }, 'effectiveOn')];
  });
