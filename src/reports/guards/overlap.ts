import type { Actor } from '../../people/principal.ts';
import type { Refusal } from '../../result.ts';
import type { DecisionContext } from '../lifecycle/context.ts';
import { known, type OtherReport } from '../lifecycle/facts.ts';
import { refuseReport } from '../lifecycle/refusals.ts';
import { addDays, earlierOf, overlaps, type Period } from '../periods.ts';
import { type Report, type ServiceScope, TERMINAL_STATES } from '../report.ts';
import type { Guard } from './guard.ts';

/**
 * G4: for one store and one scope no second report from REQUESTED to NOTICE overlaps, and only one is the primary operator
 * on a day. Once an end is fixed a successor may start the day after. The dates of the other report are told to its own
 * parties only; a FULL scope overlaps every other.
 */
export const overlap: Guard = {
  id: 'G4',
  facts: ['otherReports'],
  refusals: (report, context) => {
    const rivals = known(context.facts, 'otherReports').filter((other) => isRival(report, other));
    return [
      ...primaryWithoutOperations(report),
      ...rivals.flatMap((other) => scopeRefused(report, other, context)),
      ...rivals.flatMap((other) => primaryRefused(report, other, context)),
    ];
  },
};

function isRival(report: Report, other: OtherReport): boolean {
  const standing = other.state !== 'DRAFT' && !TERMINAL_STATES.includes(other.state);
  const own: Period = { start: report.request.reportingStart, end: report.reportingEnd };
  return (
    standing &&
    other.id !== report.id &&
    other.storeId === report.storeId &&
    overlaps(own, standingPeriod(other))
  );
}

function standingPeriod(other: OtherReport): Period {
  const { reportingStart, reportingEnd, noticeEffectiveOn } = other;
  const lastDay = noticeEffectiveOn === null ? reportingEnd : addDays(noticeEffectiveOn, -1);
  return { start: reportingStart, end: earlierOf(lastDay, reportingEnd) };
}

function scopeRefused(report: Report, other: OtherReport, { actor }: DecisionContext): readonly Refusal[] {
  const scopes = sharedScopes(report.request.serviceScope, other.serviceScope);
  if (scopes.length === 0) return [];
  if (!isPartyTo(other, actor)) return [refuseReport('overlap-elsewhere', { scopes }, 'serviceScope')];
  const { start, end } = standingPeriod(other);
  return [refuseReport('overlap', { report: other.id, from: start, until: end, scopes }, 'serviceScope')];
}

function sharedScopes(
  ours: readonly ServiceScope[],
  theirs: readonly ServiceScope[],
): readonly ServiceScope[] {
  if (theirs.includes('FULL')) return ours;
  return ours.includes('FULL') ? theirs : ours.filter((scope) => theirs.includes(scope));
}

function primaryRefused(report: Report, other: OtherReport, { actor }: DecisionContext): readonly Refusal[] {
  if (!report.request.primaryOperator || !other.primaryOperator) return [];
  if (!isPartyTo(other, actor))
    return [refuseReport('second-primary-operator-elsewhere', {}, 'primaryOperator')];
  const { start, end } = standingPeriod(other);
  return [
    refuseReport('second-primary-operator', { report: other.id, from: start, until: end }, 'primaryOperator'),
  ];
}

function primaryWithoutOperations({ request }: Report): readonly Refusal[] {
  const operates = request.serviceScope.some((scope) => scope === 'OPERATIONS' || scope === 'FULL');
  if (!request.primaryOperator || operates) return [];
  return [refuseReport('primary-needs-operations', {}, 'primaryOperator')];
}

const isPartyTo = (other: OtherReport, actor: Actor | 'clock'): boolean =>
  actor !== 'clock' &&
  actor.memberships.some(
    ({ organisationId }) => organisationId === other.storeId || organisationId === other.providerId,
  );
