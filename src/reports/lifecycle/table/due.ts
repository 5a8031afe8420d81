/** What the clock finds due. Instants for waiting, calendar dates in the party's zone for periods (domain-rules §3.2). */
import { deposit } from '../../guards/deposit.ts';
import { qualification } from '../../guards/qualification.ts';
import type { NoticeKind } from '../../report.ts';
import { known } from '../facts.ts';
import type { Standing } from './row.ts';

const DAY_MS = 86_400_000;

type Due = (standing: Standing) => boolean;

const draftIsOlderThan = ({ report, context }: Standing, days: number): boolean =>
  context.now.getTime() - report.createdAt.getTime() >= days * DAY_MS;

export const draftExpires: Due = (standing) =>
  draftIsOlderThan(standing, standing.context.rules.draftExpiryDays);

export const draftReminderIsDue: Due = (standing) =>
  draftIsOlderThan(standing, standing.context.rules.draftReminderDays) &&
  !known(standing.context.facts, 'draftReminderSent');

/** T23: late by the grace period, and reminded often enough; a reminder that never arrived does not count. */
export const lapses: Due = ({ context: { now, rules, facts } }) => {
  const { lapseAt, remindersDelivered } = known(facts, 'waiting');
  return lapseAt !== null && lapseAt <= now && remindersDelivered >= rules.lapseRemindersNeeded;
};

/** T14: 24:00 on the last day has passed. */
export const periodIsOver: Due = ({ report, context }) => context.today > report.reportingEnd;

/** T13 */
export const periodHasBegun: Due = ({ report, context }) => context.today >= report.request.reportingStart;

/** T13: G7 and G8 still hold. */
export const mayBegin: Due = (standing) => {
  const { report, context } = standing;
  const obstacles = [...deposit.refusals(report, context), ...qualification.refusals(report, context)];
  return periodHasBegun(standing) && obstacles.length === 0;
};

/** T16, T18, T21: the fixed day has come, and the period has not ended before it (T14 wins over a later date). */
export const fixedEndIsDue =
  (kind: NoticeKind): Due =>
  ({ report: { notice, reportingEnd }, context: { today } }) =>
    notice?.kind === kind && notice.effectiveOn <= today && notice.effectiveOn <= reportingEnd;

/** An agreed end before the first day: the cooperation never begins. After a standstill the earlier of the two comes first. */
export const endsBeforeItBegins: Due = (standing) =>
  fixedEndIsDue('AGREED')(standing) &&
  (standing.report.notice?.effectiveOn ?? '') <= standing.report.request.reportingStart;
