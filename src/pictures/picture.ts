import type { TopLevelSpec } from 'vega-lite';
import type { Card } from '../chat/card.ts';
import { paint } from './paint.ts';

/** A chart before it is painted: pure data, and the same said in words. */
export interface Chart {
  readonly spec: TopLevelSpec;
  readonly alt: string;
}

/** One layer of a chart. */
export type Layer = Extract<TopLevelSpec, { layer: unknown }>['layer'][number];

/** As a card shows it. */
export async function picture({ spec, alt }: Chart): Promise<NonNullable<Card['image']>> {
  return { png: await paint(spec), alt };
}
