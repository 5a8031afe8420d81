import { capability } from '../dimensions/capability.ts';
import type { Measured } from '../dimensions/dimension.ts';
import { experience } from '../dimensions/experience.ts';
import { growth } from '../dimensions/growth.ts';
import { satisfaction } from '../dimensions/satisfaction.ts';
import { scale } from '../dimensions/scale.ts';
import { delivery, renewal } from '../dimensions/shares.ts';
import type { Dimension } from '../rules.ts';
import type { RatingEvidence } from './evidence.ts';

const whenThere = <T>(part: T | undefined, measure: (part: T) => Measured): Measured | null =>
  part === undefined ? null : measure(part);

/** Every dimension of which there is anything, evidenced or not; null where there is nothing at all. */
export const measuredDimensions = (
  evidence: RatingEvidence,
): Readonly<Record<Dimension, Measured | null>> => ({
  D1: whenThere(evidence.surveys, satisfaction),
  D2: whenThere(evidence.growth, growth),
  D3: whenThere(evidence.scale, scale),
  D4: whenThere(evidence.experience, experience),
  D5: whenThere(evidence.checks, delivery),
  D6: whenThere(evidence.renewal, renewal),
  D7: whenThere(evidence.capability, capability),
});
