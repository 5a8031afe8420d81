import type { App } from '../../src/app.ts';
import { Prisma } from '../../src/platform/database/generated/client.ts';
import { caseDriver } from '../../test/support/case-driver.ts';
import type { Cast } from '../../test/support/cast.ts';
import { cloneReports } from '../support/clone-reports.ts';
import { waiting } from './waiting-rows.ts';

/** A thousand providers and five reports a store, in states as a platform of that size would have them. */
const STATES = `CASE WHEN n % 100 < 55 THEN 'ACTIVE' WHEN n % 100 < 80 THEN 'EXPIRED' WHEN n % 100 < 90 THEN 'WITHDRAWN'
  WHEN n % 100 < 94 THEN 'FILLING' WHEN n % 100 < 97 THEN 'REQUESTED' WHEN n % 100 < 98 THEN 'STORE_CONFIRM'
  ELSE 'STAFF_REVIEW' END`;

/** So many reports with all that belongs to them, none of them due. Resolves to the one that real actions took to review. */
export async function seedManyReports(app: App, cast: Cast, count: number): Promise<string> {
  const template = await caseDriver(app, cast).toReview();
  const far = `'2027-01-01'::timestamptz + n * interval '1 minute'`;
  await cloneReports(app.database, {
    template,
    count,
    perStore: 5,
    providers: 1_000,
    belongings: 'short',
    columns: `, 'state', ${STATES}, 'wake_at', ${far}, 'deadline_at', ${far}`,
  });
  for (const sql of [...standing(count), ...waiting(count, template), Prisma.sql`ANALYZE`])
    await app.database.query(sql);
  return template;
}

/** What a year of work leaves behind: cards, buttons, drafts, done requests. */
function standing(count: number): readonly Prisma.Sql[] {
  const id = Prisma.sql`'CR-2026-' || (1000000 + n)`;
  const each = Prisma.sql`generate_series(0, ${count - 1}::int) n, generate_series(1, 2) k`;
  return [
    Prisma.sql`INSERT INTO posted_card (id, platform, workspace, channel, message, view, subject, principal_id, locale,
        drawn_hash, live, posted_at)
      SELECT 'crd_' || n || '_' || k, 'slack', 'T1', 'D' || n % 50000, 'm' || n || '_' || k, 'report', ${id}, NULL, 'en',
        'x', k = 1, now() FROM ${each}`,
    Prisma.sql`INSERT INTO action_handle (id, action, subject, revision, state_seq, created_at)
      SELECT 'act_' || n || '_' || k, 'report.confirm', ${id}, 1, k, now() FROM ${each}`,
    Prisma.sql`INSERT INTO incoming (key, payload, received_at, done_at, tried_at)
      SELECT 'slack:done' || n || '_' || k, '{}', '2026-05-05', '2026-05-05', '2026-05-05' FROM ${each}`,
    Prisma.sql`INSERT INTO form_draft (form, subject, owner, values, editors, updated_at)
      SELECT 'report.fill', ${id}, 'prv_' || n % 1000, '{}', '{}', now() FROM ${each} WHERE k = 1`,
    Prisma.sql`INSERT INTO report_comment (id, report_id, revision, state_seq, kind, text, author, at)
      SELECT 'cmt_' || n || '_' || k, ${id}, 1, 1, 'NOTE', 'as agreed', 'prn_lead', now() FROM ${each}`,
  ];
}
