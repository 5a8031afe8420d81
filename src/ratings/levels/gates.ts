/** What a level asks for beside its score (domain-rules §7.4). Each gate says what is there and what is needed. */
import type { Score } from '../decimal.ts';
import { toPlaces } from '../decimal.ts';
import { DIMENSIONS, type Dimension } from '../rules.ts';
import type { Checks } from '../score/evidence.ts';
import type { Rating } from '../score/rate.ts';
import { RATED_LEVELS, type RatedLevel } from './level.ts';
import { wilsonLower } from './wilson.ts';

export interface Standing {
  readonly rating: Pick<Rating, 'dimensions' | 'coverage'>;
  /** In the trailing twelve months. */
  readonly stores: number;
  readonly storeMonths: number;
  readonly checks: Checks;
  /** Quarters since the last S1 incident, 0 for the one that is rated; null: never. */
  readonly quartersSinceS1: number | null;
}

export type GateCode = 'coverage' | 'stores' | 'store-months' | 'floor' | 'proof' | 'incident-free';

export interface Unmet {
  readonly gate: GateCode;
  readonly dimension?: Dimension;
  readonly need: number;
  readonly have: number;
}

interface Gate {
  readonly coverage: number;
  readonly stores: number;
  readonly storeMonths: number;
  readonly floor: number;
  readonly floorOf: readonly Dimension[];
  /** Wilson's lower bound of the checks. */
  readonly proof: number;
  /** Quarters without an S1, the rated one included. */
  readonly incidentFree: number;
}

const CORE: readonly Dimension[] = ['D1', 'D4', 'D5'];
const NOTHING = { floor: 0, floorOf: [], proof: 0, incidentFree: 0 } as const;

const GATES: Readonly<Record<RatedLevel, Gate>> = {
  R: { ...NOTHING, coverage: 60, stores: 2, storeMonths: 6 },
  3: { ...NOTHING, coverage: 60, stores: 2, storeMonths: 6, floor: 30, floorOf: DIMENSIONS },
  4: { ...NOTHING, coverage: 75, stores: 3, storeMonths: 12, floor: 45, floorOf: CORE },
  5: { coverage: 85, stores: 4, storeMonths: 24, floor: 55, floorOf: CORE, proof: 0.75, incidentFree: 2 },
  6: { coverage: 95, stores: 6, storeMonths: 48, floor: 60, floorOf: CORE, proof: 0.85, incidentFree: 4 },
};

/** Gates that stand open are left out. */
export function unmetGates(
  level: RatedLevel,
  standing: Standing,
  proof = proofOf(standing),
): readonly Unmet[] {
  const gate = GATES[level];
  const quiet = standing.quartersSinceS1 ?? gate.incidentFree;
  const asked: readonly Unmet[] = [
    { gate: 'coverage', need: gate.coverage, have: standing.rating.coverage },
    { gate: 'stores', need: gate.stores, have: standing.stores },
    { gate: 'store-months', need: gate.storeMonths, have: standing.storeMonths },
    ...floorsOf(gate, standing.rating),
    { gate: 'proof', need: gate.proof, have: proof },
    { gate: 'incident-free', need: gate.incidentFree, have: quiet },
  ];
  return asked.filter(({ need, have }) => have < need);
}

const proofOf = ({ checks }: Standing): number => toPlaces(wilsonLower(checks), 4);

/** A dimension without evidence has no floor: what is missing is missing from the coverage. */
function floorsOf({ floor, floorOf }: Gate, { dimensions }: Standing['rating']): readonly Unmet[] {
  const scores = floorOf.map((dimension) => ({ dimension, score: evidencedScore(dimensions[dimension]) }));
  return scores.flatMap(({ dimension, score }) =>
    score === null ? [] : [{ gate: 'floor' as const, dimension, need: floor, have: score.toNumber() }],
  );
}

const evidencedScore = ({ score, evidenced }: Rating['dimensions'][Dimension]): Score | null =>
  evidenced ? score : null;

export type OpenGates = Readonly<Record<RatedLevel, boolean>>;

export const openGates = (standing: Standing): OpenGates => {
  const proof = proofOf(standing);
  const open = (level: RatedLevel) => unmetGates(level, standing, proof).length === 0;
  return { R: open('R'), 3: open('3'), 4: open('4'), 5: open('5'), 6: open('6') };
};

/** As the rule simulator writes them, for R 3 4 5 6: `11000`. */
export function gatesFromText(text: string): OpenGates {
  const open = (level: RatedLevel) => text[RATED_LEVELS.indexOf(level)] === '1';
  return { R: open('R'), 3: open('3'), 4: open('4'), 5: open('5'), 6: open('6') };
}
