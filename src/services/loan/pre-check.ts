/** Whether a lender may be asked (domain-rules §9). Pure; says nothing of whether it will lend. */
import { z } from 'zod';
import type { Loan } from '../../ratings/ladder/benefits.ts';
import type { IsoDate } from '../../reports/report.ts';

/** How many stores, each for how long. */
const STORES_NEEDED = 2;
export const MONTHS_NEEDED = 6;

export interface PreCheckFacts {
  /** Since when each store's relationship has been effective without a break. */
  readonly effectiveSince: readonly IsoDate[];
  /** The last day on which a relationship can have begun to be old enough. */
  readonly oldEnough: IsoDate;
  readonly loan: Loan;
  /** Incidents S1 and S2 that are not yet decided. */
  readonly openIncidents: number;
  readonly depositMinor: number;
  readonly depositRequiredMinor: number;
}

const REASON = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('stores'),
    stores: z.number(),
    storesNeeded: z.number(),
    monthsNeeded: z.number(),
  }),
  z.object({ code: z.literal('level') }),
  z.object({ code: z.literal('incidents'), count: z.number() }),
  z.object({ code: z.literal('deposit') }),
]);
export type PreCheckReason = Readonly<z.infer<typeof REASON>>;

/** The reasons as the record keeps them. */
export const storedReasons = (kept: unknown): readonly PreCheckReason[] => z.array(REASON).parse(kept);

/** Every reason against it; empty: it may be handed over. */
export function preCheck(facts: PreCheckFacts): readonly PreCheckReason[] {
  const stores = facts.effectiveSince.filter((since) => since <= facts.oldEnough).length;
  const reasons: readonly (PreCheckReason | null)[] = [
    stores >= STORES_NEEDED
      ? null
      : { code: 'stores', stores, storesNeeded: STORES_NEEDED, monthsNeeded: MONTHS_NEEDED },
    facts.loan === 'NONE' ? { code: 'level' } : null,
    facts.openIncidents > 0 ? { code: 'incidents', count: facts.openIncidents } : null,
    facts.depositMinor >= facts.depositRequiredMinor ? null : { code: 'deposit' },
  ];
  return reasons.filter((reason) => reason !== null);
}
