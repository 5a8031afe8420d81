import type { App } from '../../app.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { RevisionFields } from '../fields/revision-fields.ts';
import type { Report } from '../report.ts';

export interface RevisionBefore {
  /** Null: the revision before of the same report; otherwise the report that this one renews. */
  readonly renewed: string | null;
  readonly fields: RevisionFields;
}

/** What the current revision is compared with: the one before it, or for a first one what it renews (§3.2 T6, §6). */
export async function revisionBefore(
  { database }: Pick<App, 'database'>,
  { id, revision, request }: Pick<Report, 'id' | 'revision' | 'request'>,
): Promise<RevisionBefore | null> {
  const renewed = revision === 1 ? request.renewsReportId : null;
  if (revision === 0 || (revision === 1 && renewed === null)) return null;
  const [row] = await database.query<{ fields: RevisionFields }>(
    renewed === null
      ? Prisma.sql`SELECT fields FROM revision WHERE report_id = ${id} AND number = ${revision - 1}`
      : Prisma.sql`
          SELECT v.fields FROM revision v JOIN report r ON r.id = v.report_id AND r.revision = v.number
          WHERE r.id = ${renewed}`,
  );
  return row ? { renewed, fields: row.fields } : null;
}
