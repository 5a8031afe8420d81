import type { App } from '../../../app.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';

/** An opportunity in which a provider has shown interest, and which goes on. */
export interface OpenBid {
  readonly id: string;
  readonly brand: string;
}

/** For statements: how many open bids a provider has. */
export const openBidCount = (providerId: OrganisationId): Prisma.Sql => Prisma.sql`
  (SELECT count(*) FROM opportunity_place b WHERE b.provider_id = ${providerId} AND b.open AND b.answer = 'INTERESTED')`;

export const openBidsOf = (
  { database }: Pick<App, 'database'>,
  providerId: OrganisationId,
): Promise<OpenBid[]> =>
  database.query<OpenBid>(Prisma.sql`
    SELECT o.id, o.brand FROM opportunity_place b JOIN opportunity o ON o.id = b.opportunity_id
    WHERE b.provider_id = ${providerId} AND b.open AND b.answer = 'INTERESTED' ORDER BY b.answered_at`);
