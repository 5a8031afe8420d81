import type { App } from '../../../app.ts';
import type { OrganisationId, PrincipalId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { AnsweringSide, IncidentVerdict, Severity } from '../../incidents.ts';

export interface IncidentAnswer {
  readonly side: AnsweringSide;
  readonly text: string;
  readonly at: Date;
}

export interface IncidentRecord {
  readonly id: string;
  readonly providerId: OrganisationId;
  readonly providerName: string;
  readonly reportId: string | null;
  /** The store that complained; null: staff put it on record. */
  readonly storeId: OrganisationId | null;
  readonly storeName: string | null;
  readonly severity: Severity;
  readonly text: string;
  readonly openedBy: PrincipalId;
  readonly openedAt: Date;
  readonly answers: readonly IncidentAnswer[];
  readonly verdict: IncidentVerdict | null;
  readonly basis: string | null;
  readonly decidedBy: PrincipalId | null;
  readonly decidedAt: Date | null;
}

interface Row extends Omit<IncidentRecord, 'answers'> {
  readonly answers: readonly (Omit<IncidentAnswer, 'at'> & { readonly at: string })[];
}

export async function findIncident(
  { database }: Pick<App, 'database'>,
  id: string,
): Promise<IncidentRecord | null> {
  const [row] = await database.query<Row>(Prisma.sql`
    SELECT i.id, i.provider_id AS "providerId", p.name AS "providerName", i.report_id AS "reportId",
      i.store_id AS "storeId", s.name AS "storeName", i.severity, i.text, i.opened_by AS "openedBy",
      i.opened_at AS "openedAt", i.verdict, i.basis, i.decided_by AS "decidedBy", i.decided_at AS "decidedAt",
      (SELECT coalesce(jsonb_agg(jsonb_build_object('side', a.side, 'text', a.text, 'at', a.at) ORDER BY a.number), '[]')
        FROM incident_answer a WHERE a.incident_id = i.id) AS answers
    FROM incident i JOIN organisation p ON p.id = i.provider_id LEFT JOIN organisation s ON s.id = i.store_id
    WHERE i.id = ${id}`);
  return row ? { ...row, answers: row.answers.map((each) => ({ ...each, at: new Date(each.at) })) } : null;
}
