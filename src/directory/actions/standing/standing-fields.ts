import { isRefused, ok, type Result, refuse } from '../../../result.ts';
import type { StandingRecord } from '../../records/standing-record.ts';
import { allOf, amountNeeded, dateOrNone, neededDate } from '../../typed-facts.ts';
import { storable, textRefusals } from '../../typed-text.ts';

/** As typed; each name is the name of the form's input. */
export interface TypedStanding {
  readonly recognisedUntil: string;
  readonly barred: boolean;
  /** Needed where the provider is barred or let in again. */
  readonly reason: string;
  /** In the currency of the deposit on record. */
  readonly deposit: string;
  readonly licenceUntil: string;
  readonly authorisationUntil: string;
  readonly watchedUntil: string;
}

export interface StandingFields {
  readonly standing: StandingRecord;
  readonly reason: string;
}

export const LONGEST_REASON = 500;

/** Everything that is wrong, each beside its input. */
export function standingFields(typed: TypedStanding, before: StandingRecord): Result<StandingFields> {
  const { barred } = typed;
  const { depositCurrency } = before;
  const read = allOf<Omit<StandingRecord, 'barred' | 'depositCurrency'> & { readonly reason: string }>({
    recognisedUntil: neededDate('recognisedUntil', typed.recognisedUntil),
    reason: reasonTyped(typed.reason, barred !== before.barred),
    depositAvailableMinor: amountNeeded('deposit', typed.deposit, depositCurrency),
    licenceUntil: dateOrNone('licenceUntil', typed.licenceUntil),
    authorisationUntil: dateOrNone('authorisationUntil', typed.authorisationUntil),
    watchedUntil: dateOrNone('watchedUntil', typed.watchedUntil),
  });
  if (isRefused(read)) return read;
  const { reason, ...facts } = read.ok;
  return ok({ reason, standing: { ...facts, barred, depositCurrency } });
}

function reasonTyped(typed: string, needed: boolean): Result<string> {
  const reason = storable(typed);
  if (reason === '' && !needed) return ok('');
  if (reason === '') return refuse('directory.reason-needed', {}, 'reason');
  const [wrong] = textRefusals(reason, { field: 'reason', longest: LONGEST_REASON });
  return wrong ?? ok(reason);
}
