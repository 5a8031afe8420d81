import type { App } from '../../../app.ts';
import { auditCtes } from '../../../audit/event.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { owe } from '../../../delivery/owe.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { ok, type Refusal, type Result, refuse } from '../../../result.ts';
import { type Severity, SHORTEST_ACCOUNT } from '../../incidents.ts';
import { type Acted, onProvider } from './chain.ts';
import { toldOfIncident } from './told.ts';

type Deps = Pick<App, 'database' | 'clock' | 'ids' | 'queue'>;
type Opened = Result<{ readonly id: string }>;

export interface OpenIncident extends Acted {
  readonly providerId: OrganisationId;
  readonly reportId: string | null;
  readonly severity: Severity;
  readonly text: string;
}

/**
 * Staff put a complaint or an incident on record; the provider is told at once, and nothing is deducted before a verdict.
 * Refuses `ratings.incident-text`, and `ratings.incident-report` where the report is not one of the provider's.
 */
export async function openIncident(app: Deps, input: OpenIncident): Promise<Opened> {
  const refusal = permissionRefusal(permitted('rating.record', input.actor)) ?? textRefusal(input.text);
  if (refusal) return refusal;
  const { providerId, reportId } = input;
  if (reportId !== null && (await partiesOf(app, reportId))?.providerId !== providerId)
    return refuse('ratings.incident-report', { report: reportId }, 'report');
  return opened(app, { ...input, storeId: null });
}

export interface Complain extends Acted {
  readonly reportId: string;
  readonly text: string;
}

/**
 * A store complains of the provider of one of its reports, while it works with it or afterwards. Refuses
 * `ratings.incident-text`, and `ratings.complaint-report` where nothing has come of the report yet.
 */
export async function complain(app: Deps, input: Complain): Promise<Opened> {
  const parties = await partiesOf(app, input.reportId);
  if (!parties) return refuse('reports.unknown', { report: input.reportId });
  const refusal =
    permissionRefusal(permitted('rating.complain', input.actor, parties)) ?? textRefusal(input.text);
  if (refusal) return refusal;
  const { storeId, providerId } = parties;
  if (!parties.began) return refuse('ratings.complaint-report');
  return opened(app, { ...input, providerId, storeId, severity: 'C' });
}

interface Parties {
  readonly storeId: OrganisationId;
  readonly providerId: OrganisationId;
  /** It was approved once. */
  readonly began: boolean;
}

async function partiesOf({ database }: Deps, reportId: string): Promise<Parties | null> {
  const [row] = await database.query<Parties>(Prisma.sql`
    SELECT store_id AS "storeId", provider_id AS "providerId",
      EXISTS (SELECT FROM transition t WHERE t.report_id = r.id AND t.rule IN ('T10', 'T11')) AS began
    FROM report r WHERE id = ${reportId}`);
  return row ?? null;
}

/** Beside the input that it is about. */
export function textRefusal(text: string, field = 'text'): Refusal | null {
  if (text.trim().length >= SHORTEST_ACCOUNT) return null;
  return refuse('ratings.incident-text', { minimum: SHORTEST_ACCOUNT }, field);
}

async function opened(app: Deps, input: OpenIncident & { storeId: OrganisationId | null }): Promise<Opened> {
  const { actor, requestId, providerId, storeId, reportId, severity } = input;
  const [id, at] = [app.ids.next('inc'), app.clock.now()];
  const audit = auditCtes(
    {
      ...onProvider(input, providerId, storeId ?? 'platform'),
      action: 'rating.incident-opened',
      at,
      data: { id, severity, reportId },
    },
    { guard: 'opened' },
  );
  const messages = await toldOfIncident(app, {
    ...{ id, rule: 'opened', stateSeq: 0, providerId, storeId: null },
    ...{ staff: storeId !== null, except: actor.principalId },
  });
  await app.database.change([
    handled(requestId, at),
    Prisma.sql`WITH opened AS (
        INSERT INTO incident (id, provider_id, report_id, store_id, severity, text, opened_by, opened_at)
        SELECT ${id}, p.id, ${reportId}::text, ${storeId}::text, ${severity}, ${input.text.trim()}, ${actor.principalId},
          ${at}::timestamptz
        FROM provider p WHERE p.id = ${providerId} RETURNING id), ${audit}
      SELECT expect_rows((SELECT count(*) FROM opened), 1, 'unknown-provider')`,
    ...owe(app.queue, { messages, redraw: [] }, at),
  ]);
  return ok({ id });
}
