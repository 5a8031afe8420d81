import type { OrganisationId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { isEffective, type ReportState } from '../../../reports/report.ts';

interface StateChange {
  readonly from: ReportState | null;
  readonly next: { readonly state: ReportState; readonly providerId: OrganisationId };
}

/**
 * For the change of a report: where it ends an effective relationship, the clock looks at the provider's applications with its
 * next round, and revokes them where no other relationship is left (domain-rules §9). By an index on the provider.
 */
export function relationshipEnds({ from, next }: StateChange, at: Date): readonly Prisma.Sql[] {
  if (!isEffective(from) || isEffective(next.state)) return [];
  return [
    Prisma.sql`
      UPDATE api_application SET wake_at = ${at}::timestamptz
      WHERE provider_id = ${next.providerId} AND state IN ('SANDBOX', 'LIVE', 'REVIEW_DUE')`,
  ];
}
