import { z } from 'zod';
import { LEVELS } from '../../../src/ratings/levels/level.ts';
import { DIMENSIONS } from '../../../src/ratings/rules.ts';
import type { RatingView } from '../../../src/services/space/space.ts';
import { instant } from './common.ts';

const points = z.number().nullable();

export const rating = z
  .object({
    level: z.enum(LEVELS).describe('P: not yet rated'),
    quarter: z.string(),
    version: z.number().int(),
    publishedAt: instant.nullable().describe('null: a preview'),
    score: points,
    published: points,
    coverage: z.number(),
    dimensions: z.array(
      z.object({
        dimension: z.enum(DIMENSIONS),
        weight: z.number(),
        score: points,
        evidenced: z.boolean(),
      }),
    ),
    deductions: z.object({
      complaints: z.number(),
      incidents: z.number(),
      lateFilings: z.number(),
      total: z.number(),
    }),
    cases: z.array(z.string()).describe('Cases behind the deductions'),
    next: z
      .object({ level: z.enum(LEVELS), missingPoints: z.number(), gates: z.array(z.string()) })
      .nullable()
      .describe('What the next level needs; null at the top'),
    steps: z
      .array(z.object({ code: z.string(), gain: z.number() }))
      .describe('The nearest ways to more points'),
    trend: z.array(z.object({ quarter: z.string(), published: points })),
  })
  .meta({ id: 'Rating' });

export const shownRating = ({ publishedAt, next, ...view }: RatingView): z.infer<typeof rating> => ({
  ...view,
  publishedAt: publishedAt?.toISOString() ?? null,
  ...{
    dimensions: [...view.dimensions],
    cases: [...view.cases],
    steps: [...view.steps],
    trend: [...view.trend],
  },
  next: next && { ...next, gates: [...next.gates] },
});
