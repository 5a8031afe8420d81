/** What stands between a provider and the next level (domain-rules §7.5): points, gates, and the nearest ways to them. */
import { type Standing, type Unmet, unmetGates } from '../levels/gates.ts';
import { isRated, type Level, nextAbove, type RatedLevel, THRESHOLDS } from '../levels/level.ts';
import type { RatingEvidence } from '../score/evidence.ts';
import { type Rating, rate } from '../score/rate.ts';

export interface NextLevel {
  readonly level: RatedLevel;
  /** Of the published score; 0 where there are enough. */
  readonly missingPoints: number;
  readonly unmet: readonly Unmet[];
}

/** Null at the top. */
export function nextLevel(level: Level, published: number | null, standing: Standing): NextLevel | null {
  if (level === '6') return null;
  const next = isRated(level) ? nextAbove(level) : 'R';
  const missing = Math.max(0, Math.round((THRESHOLDS[next] - (published ?? 0)) * 100) / 100);
  return { level: next, missingPoints: missing, unmet: unmetGates(next, standing) };
}

export const STEPS = [
  'finish-training',
  'meet-a-check',
  'certify-staff',
  'ask-a-survey',
  'ship-on-time',
  'renew-a-store',
  'link-own-system',
  'bring-a-store',
] as const;
export type StepCode = (typeof STEPS)[number];

export interface Step {
  readonly code: StepCode;
  /** Points of the quarter's own score. */
  readonly gain: number;
}

const MOST_STEPS = 3;

/** The three that gain something for the least effort; the table is in the order of the effort. */
export function cheapestSteps(evidence: RatingEvidence): readonly Step[] {
  const now = scoreOf(evidence);
  return STEPS.map((code) => ({
    code,
    gain: Math.round((scoreOf({ ...evidence, ...TAKEN[code](evidence) }) - now) * 100) / 100,
  }))
    .filter(({ gain }) => gain > 0)
    .slice(0, MOST_STEPS);
}

const scoreOf = (evidence: RatingEvidence): number => {
  const { score }: Rating = rate(evidence);
  return score?.toNumber() ?? 0;
};

type Taken = (evidence: RatingEvidence) => RatingEvidence;

/** How the evidence would look after each step. */
const TAKEN: Readonly<Record<StepCode, Taken>> = {
  'finish-training': ({ capability }) =>
    capability ? { capability: { ...capability, tasksDone: capability.tasksAssigned } } : {},
  'meet-a-check': ({ checks }) =>
    checks ? { checks: { met: checks.met + 1, measured: checks.measured + 1 } } : {},
  'certify-staff': ({ capability }) =>
    capability
      ? { capability: { ...capability, certifiedShare: Math.min(1, capability.certifiedShare + 0.1) } }
      : {},
  'ask-a-survey': ({ surveys }) => ({ surveys: [...(surveys ?? []), [{ quartersAgo: 0, mean: 5 }]] }),
  'ship-on-time': ({ experience }) =>
    experience
      ? {
          experience: experience.map((store) => ({
            ...store,
            onTime: Math.min(store.shipped ?? store.orders, store.onTime + 0.01 * store.orders),
          })),
        }
      : {},
  'renew-a-store': ({ renewal }) =>
    renewal ? { renewal: { renewed: renewal.renewed + 1, eligible: renewal.eligible + 1 } } : {},
  'link-own-system': ({ capability }) =>
    capability ? { capability: { ...capability, apiHealthy: true } } : {},
  'bring-a-store': ({ capability }) =>
    capability ? { capability: { ...capability, newStores: capability.newStores + 1 } } : {},
};
