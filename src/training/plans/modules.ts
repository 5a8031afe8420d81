/** What is taught for which problem, and what it is measured by (domain-rules §10.1). The words stand in the messages. */
import type { Problem } from '../diagnosis/diagnose.ts';
import type { Factor } from '../diagnosis/factors.ts';

export const MODULES = [
  'TRAFFIC',
  'CONVERSION',
  'BASKET',
  'RETURNS',
  'DISPUTES',
  'DESCRIPTIONS',
  'FULFILMENT',
  'SERVICE',
  'STOCK',
] as const;
export type Module = (typeof MODULES)[number];

interface Lesson {
  readonly module: Module;
  readonly metric: Factor;
}

/** A red line is measured by the factor that it wears down. */
export const LESSONS: Readonly<Record<Problem, Lesson>> = {
  UV: { module: 'TRAFFIC', metric: 'UV' },
  CVR: { module: 'CONVERSION', metric: 'CVR' },
  AOV: { module: 'BASKET', metric: 'AOV' },
  KEEP: { module: 'RETURNS', metric: 'KEEP' },
  R1: { module: 'DISPUTES', metric: 'KEEP' },
  R2: { module: 'DESCRIPTIONS', metric: 'CVR' },
  R3: { module: 'FULFILMENT', metric: 'KEEP' },
  R4: { module: 'RETURNS', metric: 'KEEP' },
  R5: { module: 'SERVICE', metric: 'CVR' },
  R6: { module: 'STOCK', metric: 'CVR' },
};

/** Tasks of every module, in the order in which they are due. */
export const TASKS = [1, 2, 3] as const;
