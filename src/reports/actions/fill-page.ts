import type { App } from '../../app.ts';
import { auditEvent } from '../../audit/event.ts';
import { handled } from '../../chat/requests/handled.ts';
import { owe } from '../../delivery/owe.ts';
import type { Actor } from '../../people/principal.ts';
import { Conflict } from '../../platform/database/errors.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { isRefused, type Result, refuse } from '../../result.ts';
import type { FieldValues } from '../fields/field-values.ts';
import type { PageId } from '../fields/page.ts';
import { type ParsedPage, parsePage } from '../fields/parse-page.ts';
import { storableValues } from '../fields/typed/clean.ts';
import { editRevision } from '../lifecycle/editing.ts';
import { type Case, loadCase } from '../record/case.ts';
import { FILL_FORM } from '../record/case-query.ts';
import { standInFor } from '../record/stand-ins/stand-in.ts';
import { draftValues, fieldFacts } from './filled.ts';

export interface FillPageInput {
  readonly reportId: string;
  readonly page: PageId;
  /** As typed. */
  readonly values: FieldValues;
  readonly actor: Actor;
  readonly requestId: string;
}

type Needs = Pick<App, 'database' | 'queue' | 'clock'>;

/**
 * Keeps one page of the provider's form as it was typed, and then judges it: what is wrong is refused beside its input,
 * and is kept all the same. The team shares one draft; two people on two pages do not overwrite each other. Refused with
 * `reports.revision-frozen` once the revision has been submitted (T24).
 */
export async function fillPage(app: Needs, input: FillPageInput): Promise<Result<ParsedPage>> {
  const parties = await loadCase(app, input.reportId);
  if (!parties) return refuse('reports.unknown', { report: input.reportId });
  const editable = editRevision(parties.report, input.actor);
  if (isRefused(editable)) return editable;
  const at = app.clock.now();
  const values = storableValues(input.values);
  const { representing, onBehalfOf } = standInFor(parties, input.actor, 'report.fill');
  const editors = [input.actor, ...representing].map(({ principalId }) => principalId);
  try {
    await app.database.change([
      kept(parties, { values, editors, at }),
      auditEvent({
        objectType: 'report',
        objectId: input.reportId,
        actor: input.actor.principalId,
        onBehalfOf: onBehalfOf[0],
        org: parties.report.providerId,
        action: 'report.fill',
        requestId: input.requestId,
        at,
        data: { page: input.page },
      }),
      ...owe(app.queue, { messages: [], redraw: [input.reportId] }, at),
      handled(input.requestId, at),
    ]);
  } catch (error) {
    if (error instanceof Conflict && error.code === 'frozen') {
      return refuse('reports.revision-frozen', { state: 'STORE_CONFIRM' });
    }
    throw error;
  }
  const whole = { ...draftValues(parties), ...values };
  return parsePage(input.page, whole, fieldFacts(parties, input.actor.principalId, at));
}

interface KeptPage {
  readonly values: FieldValues;
  /** Whoever typed, and everybody behind them: what somebody had filled in, they may not confirm (SOD-1, SOD-5). */
  readonly editors: readonly string[];
  readonly at: Date;
}

/** Locks the report's row, so that a submission at the same moment waits or comes first and then freezes. */
function kept({ report }: Case, { values, editors, at }: KeptPage): Prisma.Sql {
  return Prisma.sql`
    WITH filling AS (SELECT id FROM report WHERE id = ${report.id} AND state = 'FILLING' FOR UPDATE),
      draft AS (
        INSERT INTO form_draft AS f (form, subject, owner, values, editors, updated_at)
        SELECT ${FILL_FORM}, id, ${report.providerId}, ${JSON.stringify(values)}::jsonb, ${[...editors]}::text[],
          ${at}::timestamptz FROM filling
        ON CONFLICT (form, subject, owner) DO UPDATE SET
          values = f.values || excluded.values, updated_at = excluded.updated_at,
          editors = CASE WHEN f.editors @> excluded.editors THEN f.editors ELSE f.editors || excluded.editors END
        RETURNING subject)
    SELECT expect_rows((SELECT count(*) FROM draft), 1, 'frozen')`;
}
