import type { Refusal } from '../../result.ts';
import type { FollowUp } from '../lifecycle/change.ts';
import type { DecisionContext } from '../lifecycle/context.ts';
import { known, type Qualification } from '../lifecycle/facts.ts';
import { refuseReport, warn } from '../lifecycle/refusals.ts';
import { addDays } from '../periods.ts';
import type { IsoDate, Report } from '../report.ts';
import type { Guard } from './guard.ts';

/**
 * G8: every qualification is valid on the first reporting day, or today if that day has passed. One that expires before the
 * end is allowed, with a warning and a task 90 calendar days before it does.
 */
export const qualification: Guard = {
  id: 'G8',
  facts: ['qualifications'],
  refusals: (report, context) => {
    const held = known(context.facts, 'qualifications');
    if (held.length === 0) return [refuseReport('qualification-missing', {})];
    const day = dayThatCounts(report, context);
    return held.filter(({ validUntil }) => validUntil < day).map((expired) => notValid(expired, day));
  },
  notes: (report, context) => {
    const expiring = known(context.facts, 'qualifications').filter(
      ({ validUntil }) => validUntil >= dayThatCounts(report, context) && validUntil < report.reportingEnd,
    );
    return {
      warnings: expiring.map(({ kind, validUntil }) => warn('qualification-expires', { kind, validUntil })),
      followUps: expiring.map((due) => renewalTask(due, context.rules.qualificationTaskDays)),
    };
  },
};

function dayThatCounts(report: Report, { today }: DecisionContext): IsoDate {
  const { reportingStart } = report.request;
  return reportingStart > today ? reportingStart : today;
}

const notValid = ({ kind, validUntil }: Qualification, day: IsoDate): Refusal =>
  refuseReport('qualification-not-valid', { kind, validUntil, day });

const renewalTask = ({ kind, validUntil }: Qualification, daysBefore: number): FollowUp => ({
  task: 'RENEW_QUALIFICATION',
  dueOn: addDays(validUntil, -daysBefore),
  kind,
  validUntil,
});
