import { known } from '../lifecycle/facts.ts';
import { refuseReport } from '../lifecycle/refusals.ts';
import type { Guard } from './guard.ts';

/** G6: every mandatory field and quality standard has a value, or an N/A with its reason; each blank is named. */
export const completeness: Guard = {
  id: 'G6',
  facts: ['blanks'],
  refusals: (_report, { facts }) =>
    known(facts, 'blanks').map((field) => refuseReport('blank', { field }, field)),
};
