import type { OrganisationId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';

/**
 * For the change that ends an effective relationship: the clock looks at the provider's applications with its next round, and
 * revokes them where no other relationship is left (domain-rules §9). An index on the provider; costs nothing where it has none.
 */
export const relationshipEnds = (providerId: OrganisationId, at: Date): Prisma.Sql => Prisma.sql`
  UPDATE api_application SET wake_at = ${at}::timestamptz
  WHERE provider_id = ${providerId} AND state IN ('SANDBOX', 'LIVE', 'REVIEW_DUE')`;
