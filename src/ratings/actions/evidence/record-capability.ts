import type { App } from '../../../app.ts';
import { auditCtes } from '../../../audit/event.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Actor, OrganisationId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { today } from '../../../reports/periods.ts';
import { ok, type Refusal, type Result, refuse, refuseAll } from '../../../result.ts';
import { cycleDates, PROGRAMME_ZONE, type Quarter, quarterOf, shifted } from '../../cycle/quarter.ts';

export const CAPABILITY_FIGURES = ['staff', 'certifiedStaff', 'apiDays', 'apiHealthyDays'] as const;
export type CapabilityFigures = Readonly<Record<(typeof CAPABILITY_FIGURES)[number], number>>;

export interface RecordCapability {
  readonly actor: Actor;
  readonly requestId: string;
  readonly providerId: OrganisationId;
  readonly quarter: Quarter;
  readonly figures: CapabilityFigures;
}

/** The quarter that runs and, until it is published, the one before. */
export function capabilityQuarters(now: Date): readonly Quarter[] {
  const date = today(now, PROGRAMME_ZONE);
  const current = quarterOf(date);
  const before = shifted(current, -1);
  return date < cycleDates(before).publishedOn ? [current, before] : [current];
}

/**
 * How many of a provider's people are certified, and on how many days its own system was linked and healthy (D7). Training is
 * counted elsewhere and stays as it is. Refuses `ratings.capability-quarter`, and beside their inputs
 * `ratings.capability-more`.
 */
export async function recordCapability(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  input: RecordCapability,
): Promise<Result<CapabilityFigures>> {
  const { actor, requestId, providerId, quarter, figures } = input;
  const at = clock.now();
  const refusal = permissionRefusal(permitted('rating.record', actor)) ?? wrongFigures(figures);
  if (refusal) return refusal;
  if (!capabilityQuarters(at).includes(quarter)) return refuse('ratings.capability-quarter', { quarter });
  const audit = auditCtes(
    {
      ...{ objectType: 'provider', objectId: providerId, actor: actor.principalId, org: 'platform' },
      ...{ action: 'rating.capability-recorded', requestId, at, data: { quarter, ...figures } },
    },
    { guard: 'kept' },
  );
  const { staff, certifiedStaff, apiDays, apiHealthyDays } = figures;
  await database.change([
    handled(requestId, at),
    Prisma.sql`WITH kept AS (
        INSERT INTO capability_record (provider_id, quarter, staff, certified_staff, tasks_assigned, tasks_done, api_days,
          api_healthy_days)
        SELECT p.id, ${quarter}, ${staff}::int, ${certifiedStaff}::int, 0, 0, ${apiDays}::int, ${apiHealthyDays}::int
        FROM provider p WHERE p.id = ${providerId}
        ON CONFLICT (provider_id, quarter) DO UPDATE SET staff = excluded.staff,
          certified_staff = excluded.certified_staff, api_days = excluded.api_days,
          api_healthy_days = excluded.api_healthy_days
        RETURNING 1), ${audit}
      SELECT expect_rows((SELECT count(*) FROM kept), 1, 'unknown-provider')`,
  ]);
  return ok(figures);
}

function wrongFigures({ staff, certifiedStaff, apiDays, apiHealthyDays }: CapabilityFigures): Refusal | null {
  const wrong = [
    ...(certifiedStaff > staff ? [refuse('ratings.capability-more', { most: staff }, 'certifiedStaff')] : []),
    ...(apiHealthyDays > apiDays
      ? [refuse('ratings.capability-more', { most: apiDays }, 'apiHealthyDays')]
      : []),
    ...(apiDays > LONGEST_QUARTER
      ? [refuse('ratings.capability-more', { most: LONGEST_QUARTER }, 'apiDays')]
      : []),
  ];
  const [first, ...others] = wrong;
  return first ? refuseAll([first, ...others]) : null;
}

const LONGEST_QUARTER = 92;
