import type { Refusal } from '../../result.ts';
import type { EventType } from './events.ts';
import { type Warning, warn } from './refusals.ts';
import type { Step } from './table/row.ts';

/** Late is possible until the case lapses, and said (domain-rules §13). */
export function lateness<E extends EventType>({
  report: { deadline },
  context,
}: Step<E>): readonly Warning[] {
  if (context.actor === 'clock' || deadline === null || deadline.at >= context.now) return [];
  return [warn('late', { due: deadline.at })];
}

/** G7 at T5: the same shortfall that will block the approval is only said here. */
export const shortfallsAsWarnings = (refusals: readonly Refusal[]): readonly Warning[] =>
  refusals.map(({ data }) => warn('deposit-short', { missing: data.missing, required: data.required }));
