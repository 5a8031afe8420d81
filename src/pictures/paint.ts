import type { TopLevelSpec } from 'vega-lite';
import { onThread } from '../platform/thread.ts';

const draw = onThread<typeof import('./painter.ts').drawn>(new URL('./painter.ts', import.meta.url), 'drawn');

/** The chart as a PNG, the same bytes for the same specification. Characters beyond the fonts of `fonts/` stay blank. */
export async function paint(spec: TopLevelSpec): Promise<Uint8Array> {
  try {
    return await draw(spec);
  } catch (cause) {
    throw new Error(`A picture could not be painted: ${String(cause)}`, { cause });
  }
}
