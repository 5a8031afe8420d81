import { Prisma } from '../../../platform/database/generated/client.ts';
import { isRefused, ok, refuse } from '../../../result.ts';
import type { Deed } from '../../actions/deed.ts';
import { takeStep } from '../../actions/step.ts';
import { entryOf, relationshipRefusal } from '../../entry/entry.ts';
import { runPreCheck } from './run-pre-check.ts';

/** The pre-check follows at once; if a crash comes between, a round takes it up so much later. */
const LEFT_BEHIND_MS = 2 * 60_000;

/**
 * Submits a draft, or one whose pre-check failed, with the provider's consent to the referral; the pre-check follows at once.
 * Refuses `services.no-relationship`, `services.no-report`.
 */
const submitted =
  (event: 'submit' | 'recheck'): Deed =>
  async (app, input) => {
    const taken = await takeStep(app, input, {
      kind: 'loan',
      event,
      judge: async ({ providerId }, { at }) => {
        const entry = await entryOf(app, providerId);
        if (entry === null) return refuse('services.not-a-provider');
        const consented = { consented_at: Prisma.sql`${at}::timestamptz` };
        return (
          relationshipRefusal(entry) ??
          ok({ set: consented, wakeAt: new Date(at.getTime() + LEFT_BEHIND_MS) })
        );
      },
    });
    return isRefused(taken) ? taken : runPreCheck(app, input.id);
  };

export const submitLoan = submitted('submit');
export const recheckLoan = submitted('recheck');
