import { EVIDENCE } from '../rules.ts';
import type { Compared, DiagnosisInput, WindowFigures } from './figures.ts';

export type Days = 30 | 90;
export type Confidence = 'HIGH' | 'MEDIUM' | 'LOW';

export interface Evidence {
  readonly days: Days;
  readonly compared: Compared;
  readonly confidence: Confidence;
}

/** What a diagnosis still needs. */
export type Missing =
  | { readonly what: 'uv' | 'orders'; readonly have: number; readonly need: number }
  | { readonly what: 'months' | 'benchmark' };

/** Thirty days where they hold enough, else ninety; null where neither does. */
export function evidenceOf({ short, long }: Pick<DiagnosisInput, 'short' | 'long'>): Evidence | null {
  if (short !== null && holds(short.figures, 1)) {
    const high = holds(short.figures, EVIDENCE.highConfidence);
    return { days: 30, compared: short, confidence: high ? 'HIGH' : 'MEDIUM' };
  }
  if (long !== null && holds(long.figures, 1)) return { days: 90, compared: long, confidence: 'LOW' };
  return null;
}

const holds = ({ uv, orders }: WindowFigures, times: number): boolean =>
  uv >= EVIDENCE.uv * times && orders >= EVIDENCE.orders * times;

/** What the longest window on record lacks. */
export function missingOf({ short, long }: Pick<DiagnosisInput, 'short' | 'long'>): readonly Missing[] {
  const figures = (long ?? short)?.figures;
  const { uv, orders } = figures ?? { uv: 0, orders: 0 };
  const counts: readonly Missing[] = [
    { what: 'uv', have: uv, need: EVIDENCE.uv },
    { what: 'orders', have: orders, need: EVIDENCE.orders },
  ];
  const lacking = counts.filter((each) => 'have' in each && each.have < each.need);
  return long === null ? [...lacking, { what: 'months' }] : lacking;
}
