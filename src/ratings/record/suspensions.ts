import type { App } from '../../app.ts';
import type { OrganisationId, PrincipalId } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { SuspensionCause } from '../suspension.ts';

export interface Suspension {
  readonly id: string;
  readonly providerId: OrganisationId;
  readonly cause: SuspensionCause;
  readonly reason: string;
  readonly suspendedBy: PrincipalId;
  readonly suspendedAt: Date;
  /** Null: it stands. */
  readonly liftedAt: Date | null;
  readonly liftReason: string | null;
}

type Reads = Pick<App, 'database'>;

/** The one that stands; null where the rating is not suspended. */
export const standingSuspension = (
  { database }: Reads,
  providerId: OrganisationId,
): Promise<Suspension | null> =>
  database.prisma.ratingSuspension.findFirst({
    where: { providerId, liftedAt: null },
  }) as Promise<Suspension | null>;

export const findSuspension = ({ database }: Reads, id: string): Promise<Suspension | null> =>
  database.prisma.ratingSuspension.findUnique({ where: { id } }) as Promise<Suspension | null>;

export interface Lifting {
  readonly id: string;
  readonly by: PrincipalId;
  readonly reason: string;
  readonly at: Date;
}

/** CTEs `lifted` and `stands_again`: nothing where it was lifted before. */
export const liftedCtes = ({ id, by, reason, at }: Lifting): Prisma.Sql => Prisma.sql`
  lifted AS (
    UPDATE rating_suspension SET lifted_by = ${by}, lifted_at = ${at}::timestamptz, lift_reason = ${reason}
    WHERE id = ${id} AND lifted_at IS NULL RETURNING provider_id),
  stands_again AS (
    UPDATE provider_rating k SET suspended_at = NULL FROM lifted WHERE k.provider_id = lifted.provider_id RETURNING 1)`;
