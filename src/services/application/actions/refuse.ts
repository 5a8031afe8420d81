import { Prisma } from '../../../platform/database/generated/client.ts';
import { isRefused, ok } from '../../../result.ts';
import { revokeKeysOf } from '../../access/grant.ts';
import type { Deed } from '../../actions/deed.ts';
import { takeStep } from '../../actions/step.ts';
import { readFields, reason } from '../../fields.ts';

const NO_APPROVALS = { approvals: Prisma.sql`'{}'::text[]` };

/** To be changed and sent again, or not at all: with a reason of some length either way. */
const withReason =
  (event: 'return' | 'refuse'): Deed =>
  (app, input) =>
    takeStep(app, input, {
      kind: 'api',
      event,
      judge: () => {
        const read = readFields({ reason }, input.values);
        return isRefused(read) ? read : ok({ set: NO_APPROVALS, note: { reason: read.ok.reason } });
      },
    });

export const returnApplication = withReason('return');
export const refuseApplication = withReason('refuse');

/** By a lead, with a reason: no key of it works from now on. */
export const revokeApplication: Deed = (app, input) =>
  takeStep(app, input, {
    kind: 'api',
    event: 'revoke',
    judge: ({ id }, { at }) => {
      const read = readFields({ reason }, input.values);
      if (isRefused(read)) return read;
      return ok({ note: { reason: read.ok.reason }, also: revokeKeysOf(id, at) });
    },
  });

/** By the provider itself. */
export const retireApplication: Deed = (app, input) =>
  takeStep(app, input, {
    kind: 'api',
    event: 'retire',
    judge: ({ id }, { at }) => ok({ also: revokeKeysOf(id, at) }),
  });
