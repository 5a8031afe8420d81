import type { Problem } from './diagnose.ts';
import { type Factor, isFactor } from './factors.ts';

/** What to ask next about a weak factor, in this order; the words stand in the messages. */
const SUB_CAUSES: Readonly<Record<Factor, readonly string[]>> = {
  UV: ['paid', 'search', 'content', 'repeat'],
  CVR: ['steps', 'out-of-stock', 'price', 'descriptions', 'replies'],
  AOV: ['items', 'price-per-item'],
  KEEP: ['reasons'],
};

/** Asked about every store whose problem is a factor. */
const FURTHER = ['ad-return', 'repeat-rate', 'turnover'] as const;

export const subCausesOf = (problem: Problem | null): readonly string[] =>
  problem !== null && isFactor(problem) ? [...SUB_CAUSES[problem], ...FURTHER] : [];
