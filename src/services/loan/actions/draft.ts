import type { App } from '../../../app.ts';
import type { FormValues } from '../../../chat/form.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Actor, OrganisationId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { isRefused, ok, type Result, refuse } from '../../../result.ts';
import { beginService } from '../../actions/begin.ts';
import type { Deed } from '../../actions/deed.ts';
import { takeStep } from '../../actions/step.ts';
import { entryOf, relationshipRefusal } from '../../entry/entry.ts';
import { type LoanFields, readLoan } from '../fields.ts';

export interface DraftLoan {
  readonly actor: Actor;
  readonly requestId: string;
  readonly providerId: OrganisationId;
  readonly values: FormValues;
  readonly draft: Prisma.Sql;
}

/**
 * Keeps a request that nobody but the provider sees until it is submitted. Refuses `services.no-relationship`,
 * `services.no-report`, inputs beside their fields.
 */
export async function draftLoan(
  app: Pick<App, 'database' | 'queue' | 'clock'>,
  { actor, requestId, providerId, values, draft }: DraftLoan,
): Promise<Result<{ readonly id: string }>> {
  const refusal = permissionRefusal(permitted('service.request', actor, { providerId }));
  if (refusal) return refusal;
  const entry = await entryOf(app, providerId);
  if (entry === null) return refuse('services.not-a-provider');
  const missing = relationshipRefusal(entry);
  if (missing) return missing;
  const fields = readLoan(values);
  if (isRefused(fields)) return fields;
  const own = columns(fields.ok);
  return ok({
    id: await beginService(app, { kind: 'loan', providerId, actor, requestId, own, also: [draft] }),
  });
}

/** While it is a draft. */
export const editLoan: Deed = (app, input) =>
  takeStep(app, input, {
    kind: 'loan',
    event: 'edit',
    judge: () => {
      const fields = readLoan(input.values);
      return isRefused(fields) ? fields : ok({ set: columns(fields.ok) });
    },
  });

const columns = ({ purpose, amountMinor, currency, termMonths }: LoanFields) => ({
  purpose: Prisma.sql`${purpose}`,
  amount_minor: Prisma.sql`${amountMinor}::bigint`,
  currency: Prisma.sql`${currency}`,
  term_months: Prisma.sql`${termMonths}::int`,
});
