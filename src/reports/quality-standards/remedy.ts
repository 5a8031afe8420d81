/** What a missed standard costs (domain-rules §5): repair in days, a fee credit, the right to leave, or nothing. */

import { ok, type Result, refuse } from '../../result.ts';
import { halfWidth, quoted } from '../fields/typed/clean.ts';
import type { Remedy } from './line.ts';

/** Taken when nothing was chosen: the mildest remedy that still obliges, so that no line is left without one. */
export const DEFAULT_REMEDY: Remedy = { kind: 'FIX_IN_DAYS', days: 7 };

const REMEDY_LIMITS = { days: { min: 1, max: 90 }, bp: { min: 1, max: 10_000 } };

/** What the menu offers, as typed values; any other number within the limits may be typed where there is no menu. */
export const REMEDY_OPTIONS: readonly Remedy[] = [
  { kind: 'FIX_IN_DAYS', days: 3 },
  DEFAULT_REMEDY,
  { kind: 'FIX_IN_DAYS', days: 15 },
  { kind: 'FIX_IN_DAYS', days: 30 },
  { kind: 'FEE_CREDIT', bp: 100 },
  { kind: 'FEE_CREDIT', bp: 300 },
  { kind: 'FEE_CREDIT', bp: 500 },
  { kind: 'FEE_CREDIT', bp: 1000 },
  { kind: 'EXIT_RIGHT' },
  { kind: 'NONE' },
];

/** `FIX_IN_DAYS(7)`, `FEE_CREDIT(500)`, `EXIT_RIGHT`, `NONE`. */
export function remedyText(remedy: Remedy): string {
  if (remedy.kind === 'FIX_IN_DAYS') return `FIX_IN_DAYS(${remedy.days})`;
  return remedy.kind === 'FEE_CREDIT' ? `FEE_CREDIT(${remedy.bp})` : remedy.kind;
}

/** Reads {@link remedyText}'s form. Empty is the default. Refuses `standards.not-a-remedy`, `standards.remedy-range`. */
export function parseRemedy(typed: string): Result<Remedy> {
  if (typed === '') return ok(DEFAULT_REMEDY);
  const match = /^(?<kind>[A-Z_]+)\s*(?:[(:]\s*(?<amount>\d{1,6})\s*\)?)?$/.exec(
    halfWidth(typed).toUpperCase(),
  );
  const { kind, amount } = match?.groups ?? {};
  if (amount === undefined && (kind === 'EXIT_RIGHT' || kind === 'NONE')) return ok({ kind });
  if (amount === undefined || (kind !== 'FIX_IN_DAYS' && kind !== 'FEE_CREDIT')) {
    return refuse('standards.not-a-remedy', { typed: quoted(typed) });
  }
  const { min, max } = kind === 'FIX_IN_DAYS' ? REMEDY_LIMITS.days : REMEDY_LIMITS.bp;
  const number = Number(amount);
  if (number < min || number > max)
    return refuse('standards.remedy-range', { ...remedyRange(), typed: quoted(typed) });
  return ok(kind === 'FIX_IN_DAYS' ? { kind, days: number } : { kind, bp: number });
}

const remedyRange = () => ({ maxDays: REMEDY_LIMITS.days.max, maxPercent: REMEDY_LIMITS.bp.max / 100 });
