/** By which rules a quarter is rated (domain-rules §7.1): what was announced in time for it, and never anything later. */
import { addDays } from '../../reports/periods.ts';
import type { IsoDate } from '../../reports/report.ts';
import { ALGORITHM_VERSION } from '../rules.ts';
import { type Quarter, startOf } from './quarter.ts';

export interface RuleSet {
  readonly version: string;
  /** The first quarter that is rated by it. */
  readonly from: Quarter;
  /** When it was made public; null: with the programme itself. */
  readonly announcedOn: IsoDate | null;
}

/** Days between the notice of a change and the first day of its quarter, at least. */
export const NOTICE_DAYS = 30;

/** The oldest first. A change of any number or formula is another line here, beside the rules that it leaves for the quarters before. */
const RULE_SETS: readonly [RuleSet, ...RuleSet[]] = [
  { version: ALGORITHM_VERSION, from: '2020-Q1', announcedOn: null },
];

/** What was announced too late for its quarter counts from the next one that it was in time for. */
export const ruleSetOf = (quarter: Quarter, sets: readonly [RuleSet, ...RuleSet[]] = RULE_SETS): RuleSet =>
  sets.findLast((set) => set.from <= quarter && inTime(set, quarter)) ?? sets[0];

const inTime = ({ announcedOn }: RuleSet, quarter: Quarter): boolean =>
  announcedOn === null || addDays(announcedOn, NOTICE_DAYS) <= startOf(quarter);

/** The next change after a quarter, where one is announced. */
export function nextRuleSet(
  quarter: Quarter,
  sets: readonly [RuleSet, ...RuleSet[]] = RULE_SETS,
): RuleSet | null {
  const now = ruleSetOf(quarter, sets);
  return sets[sets.indexOf(now) + 1] ?? null;
}
