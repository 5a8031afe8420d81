import { daysBetween, isIsoDate, startOfDate, today } from '../../reports/periods.ts';
import { isRefused, ok, type Refusal, type Result, refuseAll } from '../../result.ts';
import { refuseDelegation } from './refusals.ts';

export interface TypedPeriod {
  /** Calendar dates of the delegator's zone, as they were typed: the first day, and the first day back at work. */
  readonly from: string;
  readonly until: string;
}

export interface PeriodRules {
  /** IANA zone of the delegator. */
  readonly zone: string;
  readonly now: Date;
  readonly maximumDays: number;
}

export interface DelegationPeriod {
  readonly from: Date;
  readonly until: Date;
}

/**
 * [from, until) in UTC. What begins today begins now. Refused beside its field: `delegation.not-a-date`, `in-past`,
 * `until-not-after`, `too-long`.
 */
export function delegationPeriod(
  { from, until }: TypedPeriod,
  { zone, now, maximumDays }: PeriodRules,
): Result<DelegationPeriod> {
  const dates = bothDates(from, until);
  if (isRefused(dates)) return dates;
  const day = today(now, zone);
  if (from < day) return refuseDelegation('in-past', { today: day }, 'from');
  if (until <= from) return refuseDelegation('until-not-after', {}, 'until');
  if (daysBetween(from, until) > maximumDays)
    return refuseDelegation('too-long', { maximum: maximumDays }, 'until');
  return ok({ from: from === day ? now : startOfDate(from, zone), until: startOfDate(until, zone) });
}

function bothDates(from: string, until: string): Result<true> {
  const wrong = (typed: string, field: string): readonly Refusal[] =>
    isIsoDate(typed) ? [] : [refuseDelegation('not-a-date', { typed }, field)];
  const [first, ...others] = [...wrong(from, 'from'), ...wrong(until, 'until')];
  return first ? refuseAll([first, ...others]) : ok(true);
}
