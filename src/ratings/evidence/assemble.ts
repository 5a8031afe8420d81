/** From what the record holds to what the rules ask for (domain-rules §7.2): windows, peers, who is left out. */
import { quartersBetween } from '../cycle/quarter.ts';
import { ruleSetOf } from '../cycle/rule-sets.ts';
import { NEWCOMER } from '../levels/cycle-level.ts';
import { CAPABILITY, SATISFACTION } from '../rules.ts';
import type { Capability, Faults, StoreExperience, StoreGrowth, SurveyAnswer } from '../score/evidence.ts';
import type { SnapshotInput } from '../score/snapshot.ts';
import { type Groups, peersOf, withoutOwn } from './benchmarks.ts';
import type { Bond, ProviderFacts, StoreFact } from './facts.ts';

export function assemble(quarter: string, facts: ProviderFacts, groups: Groups): SnapshotInput {
  const peers = withoutOwn(
    groups,
    facts.bonds.flatMap(({ store }) => store ?? []),
  );
  const measured = facts.bonds.flatMap((bond) => (bond.store ? [{ bond, store: bond.store }] : []));
  return {
    algorithmVersion: ruleSetOf(quarter).version,
    providerId: facts.providerId,
    quarter,
    evidence: {
      surveys: surveysOf(quarter, facts),
      growth: measured.flatMap((each) => growthOf(each, peers)),
      ...(facts.scale.group === 0 ? {} : { scale: { ...facts.scale, storeMonths: facts.storeMonths } }),
      experience: measured.flatMap((each) => experienceOf(each, peers)),
      checks: facts.checks,
      renewal: facts.renewal,
      capability: capabilityOf(facts),
      deductions: faultsOf(facts),
    },
    standing: {
      stores: facts.stores,
      storeMonths: facts.storeMonths,
      checks: facts.checks,
      quartersSinceS1: facts.lastS1 === null ? null : quartersBetween(facts.lastS1, quarter),
    },
    active: facts.active,
    carried: facts.carried ?? NEWCOMER,
  };
}

interface MeasuredStore {
  readonly bond: Bond;
  readonly store: StoreFact;
}

/** Stores in the order of their ids, so that one provider's evidence has one text. */
function surveysOf(quarter: string, { surveys }: ProviderFacts): readonly (readonly SurveyAnswer[])[] {
  const byStore = Map.groupBy(
    surveys.filter((survey) => quartersBetween(survey.quarter, quarter) < SATISFACTION.quarters),
    ({ storeId }) => storeId,
  );
  return [...byStore.values()].map((answers) =>
    answers.map((answer) => ({
      quartersAgo: quartersBetween(answer.quarter, quarter),
      mean: answer.total / 4,
    })),
  );
}

/** Against the same quarter a year before; a store too young for that, against the quarter before. */
function growthOf({ bond, store }: MeasuredStore, peers: Groups): readonly StoreGrowth[] {
  if (bond.related || bond.gmvNow < 0) return [];
  const yearly = bond.gmvYearAgo !== null;
  const previous = bond.gmvYearAgo ?? bond.gmvBefore;
  if (previous === null || previous <= 0) return [];
  const group = peersOf(peers, store, (each) => (yearly ? each.yearly : each.quarterly).stores);
  const grown = group && (yearly ? group.yearly : group.quarterly);
  if (!grown || grown.before <= 0 || grown.now <= 0) return [];
  return [{ gmv: bond.gmvNow, previous, peerRatio: places(grown.now / grown.before, 6) }];
}

function experienceOf({ bond, store }: MeasuredStore, peers: Groups): readonly StoreExperience[] {
  const group = peersOf(peers, store, ({ stores }) => stores);
  if (!group || bond.dsrCount <= 0 || bond.orders <= 0) return [];
  if (group.dsrCount <= 0 || group.orders <= 0 || group.shipped <= 0) return [];
  return [
    {
      dsr: means(bond.dsr, bond.dsrCount),
      categoryDsr: means(group.dsr, group.dsrCount),
      disputes: bond.disputes,
      disputeBenchmark: places(group.disputes / group.orders, 6),
      orders: bond.orders,
      shipped: bond.shipped,
      onTime: bond.onTime,
      onTimeBenchmark: places(group.onTime / group.shipped, 6),
    },
  ];
}

const means = (sums: readonly [number, number, number], count: number): [number, number, number] => [
  places(sums[0] / count, 4),
  places(sums[1] / count, 4),
  places(sums[2] / count, 4),
];

function capabilityOf({ capability, newStores }: ProviderFacts): Capability {
  const { staff, certified, assigned, done, apiDays, healthyDays } = capability ?? NOTHING_RECORDED;
  return {
    certifiedShare: staff === 0 ? 0 : places(certified / staff, 6),
    tasksAssigned: assigned,
    tasksDone: done,
    apiHealthy: apiDays > 0 && healthyDays >= CAPABILITY.healthyDayShare * apiDays,
    newStores,
  };
}

const NOTHING_RECORDED = { staff: 0, certified: 0, assigned: 0, done: 0, apiDays: 0, healthyDays: 0 };

function faultsOf({ faults, bonds }: ProviderFacts): Faults {
  const incidents = faults.flatMap(({ severity }) =>
    severity === 'C' || severity === 'L' ? [] : [severity],
  );
  const count = (wanted: string) => faults.filter(({ severity }) => severity === wanted).length;
  return {
    complaints: count('C'),
    storeMonths: places(
      bonds.reduce((total, { quarterMonths }) => total + quarterMonths, 0),
      2,
    ),
    incidents: incidents.toSorted(),
    lateFilings: count('L'),
  };
}

const places = (value: number, digits: number): number => Number(value.toFixed(digits));
