import { z } from 'zod';
import type { Score } from '../decimal.ts';
import { toPlaces } from '../decimal.ts';
import { INCIDENT_SEVERITIES } from '../rules.ts';
import type { RatingEvidence } from '../score/evidence.ts';
import { type DimensionScore, type Rating, rate } from '../score/rate.ts';
import { kind } from './kind.ts';

const count = z.int().nonnegative();
const share = z.number().min(0).max(1);
const star = z.number().min(1).max(5);
const money = z.number().nonnegative();

/** A count of something cannot be more than what it was counted among. */
const notMore = (part: string, whole: string) => ({ path: [part], error: `cannot be more than ${whole}` });

const answers = z
  .array(z.strictObject({ quartersAgo: count, mean: star }))
  .refine(
    (given) => new Set(given.map(({ quartersAgo }) => quartersAgo)).size === given.length,
    'a store has one answer a quarter',
  );

const growth = z.strictObject({
  gmv: money,
  previous: z.number().positive(),
  peerRatio: z.number().positive(),
});

const scale = z
  .strictObject({ below: count, equal: z.int().positive(), group: z.int().positive(), storeMonths: count })
  .refine(({ below, equal, group }) => below + equal <= group, notMore('below', 'group without equal'));

const experience = z
  .strictObject({
    dsr: z.tuple([star, star, star]),
    categoryDsr: star,
    disputes: count,
    disputeBenchmark: share,
    orders: count,
    onTime: count,
    onTimeBenchmark: share,
  })
  .refine(({ onTime, orders }) => onTime <= orders, notMore('onTime', 'orders'));

const checks = z
  .strictObject({ met: count, measured: count })
  .refine(({ met, measured }) => met <= measured, notMore('met', 'measured'));

const renewal = z
  .strictObject({ renewed: count, eligible: count })
  .refine(({ renewed, eligible }) => renewed <= eligible, notMore('renewed', 'eligible'));

const capability = z
  .strictObject({
    certifiedShare: share,
    tasksDone: count,
    tasksAssigned: count,
    apiHealthy: z.boolean(),
    newStores: count,
  })
  .refine(
    ({ tasksDone, tasksAssigned }) => tasksDone <= tasksAssigned,
    notMore('tasksDone', 'tasksAssigned'),
  );

const deductions = z.strictObject({
  complaints: count,
  storeMonths: count,
  incidents: z.array(z.enum(INCIDENT_SEVERITIES)),
  lateFilings: count,
});

const evidence: z.ZodType<RatingEvidence> = z.strictObject({
  surveys: z.array(answers).optional(),
  growth: z.array(growth).optional(),
  scale: scale.optional(),
  experience: z.array(experience).optional(),
  checks: checks.optional(),
  renewal: renewal.optional(),
  capability: capability.optional(),
  deductions: deductions.optional(),
  previousQuarter: z.number().min(0).max(100).nullish(),
});

export const rateKind = kind(evidence, (line) => ratingAsJson(rate(line)));

function ratingAsJson({ dimensions, evidenced, coverage, combined, deductions: taken, ...scores }: Rating) {
  const { D1, D2, D3, D4, D5, D6, D7 } = dimensions;
  const shown = { D1, D2, D3, D4, D5, D6, D7 };
  return {
    dimensions: Object.fromEntries(Object.entries(shown).map(([name, each]) => [name, evidencedOnly(each)])),
    evidenced,
    coverage,
    combined: combined && toPlaces(combined, 6),
    deductions: taken.total.toNumber(),
    score: number(scores.score),
    published: number(scores.published),
  };
}

const number = (score: Score | null): number | null => score?.toNumber() ?? null;

const evidencedOnly = ({ score, evidenced }: DimensionScore): number | null =>
  evidenced ? number(score) : null;
