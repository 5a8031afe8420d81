import { Prisma } from '../../../platform/database/generated/client.ts';
import { isRefused, ok } from '../../../result.ts';
import type { Deed } from '../../actions/deed.ts';
import { takeStep } from '../../actions/step.ts';
import { readFields } from '../../fields.ts';
import { OUTCOME_FIELDS, REFERRAL_FIELDS } from '../fields.ts';

/** Handed over to a lender, outside of chat: which one, and under which of its numbers. */
export const referLoan: Deed = (app, input) =>
  takeStep(app, input, {
    kind: 'loan',
    event: 'refer',
    judge: () => {
      const read = readFields(REFERRAL_FIELDS, input.values);
      return isRefused(read) ? read : ok({ note: read.ok });
    },
  });

/** What the lender said, and nothing of how much. */
export const recordOutcome: Deed = (app, input) =>
  takeStep(app, input, {
    kind: 'loan',
    event: 'outcome',
    judge: () => {
      const read = readFields(OUTCOME_FIELDS, input.values);
      if (isRefused(read)) return read;
      const { outcome } = read.ok;
      return ok({ set: { outcome: Prisma.sql`${outcome}` }, note: { outcome } });
    },
  });
