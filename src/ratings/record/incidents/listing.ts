import type { App } from '../../../app.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { IncidentVerdict, Severity } from '../../incidents.ts';

export interface IncidentLine {
  readonly id: string;
  readonly providerName: string;
  readonly severity: Severity;
  readonly openedAt: Date;
  readonly verdict: IncidentVerdict | null;
}

/** As many as one card shows with a button each. */
const FEW = 10;

/** What waits for a verdict, the oldest first. */
export const openIncidents = (app: Pick<App, 'database'>): Promise<readonly IncidentLine[]> =>
  lines(app, Prisma.sql`i.verdict IS NULL ORDER BY i.opened_at, i.id`);

/** What these organisations are part of, as provider or as the store that complained; the newest first. */
export const incidentsOf = (
  app: Pick<App, 'database'>,
  organisations: readonly OrganisationId[],
): Promise<readonly IncidentLine[]> => {
  const ids = Prisma.sql`ANY(${[...organisations]}::text[])`;
  return lines(
    app,
    Prisma.sql`(i.provider_id = ${ids} OR i.store_id = ${ids}) ORDER BY i.opened_at DESC, i.id`,
  );
};

const lines = ({ database }: Pick<App, 'database'>, which: Prisma.Sql): Promise<readonly IncidentLine[]> =>
  database.query<IncidentLine>(Prisma.sql`
    SELECT i.id, p.name AS "providerName", i.severity, i.opened_at AS "openedAt", i.verdict
    FROM incident i JOIN organisation p ON p.id = i.provider_id
    WHERE ${which} LIMIT ${FEW}::int`);
