import { z } from 'zod';
import { matchScore } from '../../opportunities/matching/fit.ts';
import { toPlaces } from '../decimal.ts';
import { gatesFromText } from '../levels/gates.ts';
import { LEVELS } from '../levels/level.ts';
import { move } from '../levels/movement.ts';
import { wilsonLower } from '../levels/wilson.ts';
import { businessMinutes, businessTime, period } from './calendar-kinds.ts';
import { type Kind, kind } from './kind.ts';
import { rateKind } from './rate-kind.ts';

const count = z.int().nonnegative();
const share = z.number().min(0).max(1);
const score = z.number().min(0).max(100);

const level = kind(
  z.strictObject({
    current: z.enum(LEVELS),
    score,
    gates: z.string().regex(/^[01]{5}$/, 'write five digits 0 or 1, for R 3 4 5 6'),
    atRisk: z.boolean(),
    buffer: count,
    qualifyingCycles: count,
  }),
  ({ current, gates, atRisk, buffer, ...cycle }) => {
    const moved = move({ level: current, atRisk, buffer }, { ...cycle, gates: gatesFromText(gates) });
    return { level: moved.level, movement: moved.movement };
  },
);

const match = kind(
  z.strictObject({
    category: share,
    scope: share,
    market: share,
    band: share,
    published: score.nullable().default(null),
    availability: share,
    response: share,
  }),
  (line) => ({ match: matchScore(line) }),
);

const wilson = kind(
  z
    .strictObject({ met: count, measured: count })
    .refine(({ met, measured }) => met <= measured, { path: ['met'], error: 'cannot be more than measured' }),
  (line) => ({ lower: toPlaces(wilsonLower(line), 4) }),
);

export const KINDS: Readonly<Record<string, Kind>> = {
  'business-time': businessTime,
  'business-minutes': businessMinutes,
  period,
  rate: rateKind,
  level,
  match,
  wilson,
};
