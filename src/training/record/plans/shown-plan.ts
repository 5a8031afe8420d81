import type { App } from '../../../app.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { Plan } from './plans.ts';

/** What a plan's card needs besides the plan: names, and whether the store still lets its figures be seen. */
export interface PlanNames {
  readonly store: string;
  readonly provider: string;
  readonly coach: string | null;
  readonly consented: boolean;
  readonly currency: string | null;
  /** Names by principal: who does which task. */
  readonly owners: Readonly<Record<string, string>>;
}

export async function planNames({ database }: Pick<App, 'database'>, plan: Plan): Promise<PlanNames> {
  const owners = plan.tasks.flatMap(({ ownerId }) => (ownerId === null ? [] : [ownerId]));
  const [row] = await database.query<PlanNames>(Prisma.sql`
    SELECT s.name AS store, p.name AS provider, (SELECT display_name FROM principal WHERE id = ${plan.coachId}::text) AS coach,
      EXISTS (SELECT FROM store_consent c WHERE c.store_id = s.id AND c.provider_id = p.id
        AND c.granted_at IS NOT NULL AND c.withdrawn_at IS NULL) AS consented,
      (SELECT d.input::jsonb ->> 'currency' FROM store_diagnosis d WHERE d.id = ${plan.diagnosisId}) AS currency,
      (SELECT coalesce(jsonb_object_agg(id, display_name), '{}') FROM principal WHERE id = ANY(${owners}::text[])) AS owners
    FROM organisation s, organisation p WHERE s.id = ${plan.storeId} AND p.id = ${plan.providerId}`);
  if (!row) throw new Error(`The plan ${plan.id} names a store or a provider that is not on record.`);
  return row;
}
