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
import { type ApplicationFields, readApplication } from '../fields.ts';

export interface ApplyForApi {
  readonly actor: Actor;
  readonly requestId: string;
  readonly providerId: OrganisationId;
  readonly values: FormValues;
  readonly draft: Prisma.Sql;
}

/** Refuses `services.no-relationship`, `services.no-report`, inputs beside their fields. */
export async function applyForApi(
  app: Pick<App, 'database' | 'queue' | 'clock'>,
  { actor, requestId, providerId, values, draft }: ApplyForApi,
): Promise<Result<{ readonly id: string }>> {
  const refusal = permissionRefusal(permitted('service.request', actor, { providerId }));
  if (refusal) return refusal;
  const fields = await judged(app, providerId, values);
  if (isRefused(fields)) return fields;
  const own = { ...columns(fields.ok), approvals: Prisma.sql`'{}'::text[]` };
  return ok({
    id: await beginService(app, { kind: 'api', providerId, actor, requestId, own, also: [draft] }),
  });
}

/** What was returned comes back, changed; it is reviewed from the beginning. */
export const resubmitApplication: Deed = (app, input) =>
  takeStep(app, input, {
    kind: 'api',
    event: 'resubmit',
    judge: async ({ providerId }) => {
      const fields = await judged(app, providerId, input.values);
      if (isRefused(fields)) return fields;
      return ok({ set: { ...columns(fields.ok), approvals: Prisma.sql`'{}'::text[]` } });
    },
  });

async function judged(
  app: Pick<App, 'database' | 'clock'>,
  providerId: OrganisationId,
  values: FormValues,
): Promise<Result<ApplicationFields>> {
  const entry = await entryOf(app, providerId);
  if (entry === null) return refuse('services.not-a-provider');
  return relationshipRefusal(entry) ?? readApplication(values, entry.benefits.api);
}

const columns = (fields: ApplicationFields) => ({
  system_name: Prisma.sql`${fields.systemName}`,
  purpose: Prisma.sql`${fields.systemPurpose}`,
  scopes: Prisma.sql`${[...fields.scopes]}::text[]`,
  data_classes: Prisma.sql`${[...fields.dataClasses]}::text[]`,
  callback_url: Prisma.sql`${fields.callbackUrl}`,
  allowed_ips: Prisma.sql`${[...fields.allowedIps]}::text[]`,
  security_contact: Prisma.sql`${fields.securityContact}`,
  retention_days: Prisma.sql`${fields.retentionDays}::int`,
  incident_contact: Prisma.sql`${fields.incidentContact}`,
});
