/** One provider's rating, from what is stored to what is stored: the same input always makes the same rating. */
import { type Carried, type CycleLevel, cycleLevel } from '../levels/cycle-level.ts';
import { openGates, type Standing } from '../levels/gates.ts';
import { DIMENSIONS, type Dimension } from '../rules.ts';
import type { RatingEvidence } from './evidence.ts';
import { type Rating, rate } from './rate.ts';

export interface SnapshotInput {
  readonly algorithmVersion: string;
  readonly providerId: string;
  readonly quarter: string;
  /** The score before is in `carried`. */
  readonly evidence: Omit<RatingEvidence, 'previousQuarter'>;
  readonly standing: Omit<Standing, 'rating'>;
  /** Had an effective relationship on any day of the quarter. */
  readonly active: boolean;
  readonly carried: Carried;
}

export interface StoredDimension {
  readonly score: number | null;
  readonly evidenced: boolean;
}

/** As JSON keeps it. */
export interface SnapshotResult {
  readonly dimensions: Readonly<Record<Dimension, StoredDimension>>;
  readonly coverage: number;
  readonly combined: number | null;
  readonly deductions: Readonly<Record<'complaints' | 'incidents' | 'lateFilings' | 'total', number>>;
  readonly score: number | null;
  readonly published: number | null;
  readonly level: CycleLevel;
}

export function snapshotOf(input: SnapshotInput): SnapshotResult {
  const rating = ratingOf(input);
  const gates = openGates({ ...input.standing, rating });
  const published = rating.published?.toNumber() ?? null;
  const score = rating.score?.toNumber() ?? null;
  return {
    ...asStored(rating),
    score,
    published,
    level: cycleLevel(input.carried, { active: input.active, score, published, gates }),
  };
}

export const ratingOf = ({ evidence, carried }: SnapshotInput): Rating =>
  rate({ ...evidence, previousQuarter: carried.lastScore });

function asStored({ dimensions, coverage, combined, deductions }: Rating) {
  const stored = (dimension: Dimension): StoredDimension => ({
    score: dimensions[dimension].score?.toNumber() ?? null,
    evidenced: dimensions[dimension].evidenced,
  });
  return {
    dimensions: Object.fromEntries(
      DIMENSIONS.map((dimension) => [dimension, stored(dimension)]),
    ) as SnapshotResult['dimensions'],
    coverage,
    combined: combined?.toDecimalPlaces(6).toNumber() ?? null,
    deductions: {
      complaints: deductions.complaints.toNumber(),
      incidents: deductions.incidents.toNumber(),
      lateFilings: deductions.lateFilings.toNumber(),
      total: deductions.total.toNumber(),
    },
  };
}
