import type { App } from '../../src/app.ts';
import { Prisma } from '../../src/platform/database/generated/client.ts';
import { caseDriver } from '../../test/support/case-driver.ts';
import type { Cast } from '../../test/support/cast.ts';
import { cloneReports } from '../support/clone-reports.ts';

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

/** Reminders that lie ahead and some of every kind that are due, absences of everybody, ratings of a year and a half. */
function waiting(count: number, template: string): readonly Prisma.Sql[] {
  const due = Prisma.sql`timestamptz '2026-05-06 01:00Z'`;
  return [
    // A week holds a week's steps.
    Prisma.sql`UPDATE transition SET at = at - (substr(report_id, 9)::int % 300) * interval '1 day'
      WHERE report_id > 'CR-2026-1'`,
    Prisma.sql`UPDATE reminder SET due_at = due_at + interval '1 year'`,
    Prisma.sql`INSERT INTO reminder (object, state_seq, rung, receiver, due_at)
      SELECT id, state_seq, CASE state WHEN 'ACTIVE' THEN 'expiry-30' WHEN 'STAFF_REVIEW' THEN 'reassign' ELSE 'at-80' END,
        '*', ${due} FROM report
      WHERE id < 'CR-2026-' || (1000000 + ${Math.round(count / 500)}::int) AND state NOT IN ('EXPIRED', 'WITHDRAWN')
      ON CONFLICT (object, state_seq, rung, receiver) DO UPDATE SET due_at = excluded.due_at`,
    // Whoever hands a case over reads the revision whole.
    Prisma.sql`UPDATE revision v SET fields = whole.fields FROM revision whole
      WHERE whole.report_id = ${template} AND v.report_id IN (SELECT object FROM reminder WHERE rung = 'reassign' AND due_at = ${due})`,
    Prisma.sql`INSERT INTO reminder (object, state_seq, rung, receiver, due_at)
      SELECT 'prv_' || n, 20260606, 'qualification-30', '*', ${due} FROM generate_series(1, 20) n`,
    Prisma.sql`INSERT INTO delegation (id, organisation_id, role, delegator_id, reason, from_at, until_at, created_at)
      SELECT 'dlg_' || n, organisation_id, role, principal_id, 'on holiday', d, d + interval '10 days', d
      FROM (SELECT *, row_number() OVER () AS n FROM membership WHERE organisation_id ~ '_[0-9]+$') m,
        LATERAL (SELECT timestamptz '2026-01-05' + (n % 300) * interval '1 day' AS d) since`,
    Prisma.sql`INSERT INTO reminder (object, state_seq, rung, receiver, due_at)
      SELECT id, 0, 'delegation-ends', '*', CASE WHEN n < 20 THEN ${due} ELSE until_at - interval '1 day' END
      FROM (SELECT *, row_number() OVER (ORDER BY until_at) AS n FROM delegation WHERE until_at > ${due}) ahead`,
    Prisma.sql`INSERT INTO delegation (id, organisation_id, role, delegator_id, delegate_id, reason, from_at, until_at, created_at)
      VALUES ('dlg_r', 'platform', 'STAFF_REVIEWER', 'prn_reviewer_2', 'prn_reviewer_1', 'on holiday', '2026-05-01',
        '2026-05-20', '2026-05-01')`,
    Prisma.sql`INSERT INTO urgent_issue (id, report_id, store_id, provider_id, text, since, reported_by, side, reported_at,
        due_at, contacts, acknowledged_at, measured_at)
      SELECT 'urg_' || row_number() OVER (), id, store_id, provider_id, 'prices of 0.01', ${due}, 'prn_owner_a', 'store',
        ${due} - n * interval '20 days', ${due} - n * interval '20 days' + interval '4 hours', '{}',
        CASE WHEN n > 0 THEN ${due} END, CASE WHEN n > 1 THEN ${due} END
      FROM report, generate_series(0, 3) n WHERE state = 'ACTIVE' AND (n > 0 OR id < 'CR-2026-1000100')
        AND id < 'CR-2026-1020000'`,
    Prisma.sql`INSERT INTO reminder (object, state_seq, rung, receiver, due_at)
      SELECT id, 0, 'urgent-80', '*', ${due} FROM urgent_issue WHERE acknowledged_at IS NULL`,
    Prisma.sql`UPDATE urgent_issue SET measured_at = ${due} WHERE id > 'urg_2' AND acknowledged_at IS NOT NULL`,
    Prisma.sql`INSERT INTO reminder_desk SELECT id, '-infinity' FROM principal ON CONFLICT DO NOTHING`,
    Prisma.sql`INSERT INTO rating_cycle (quarter, frozen_at, scored_at)
      SELECT q, now(), now() FROM unnest(${QUARTERS}::text[]) q`,
    Prisma.sql`INSERT INTO rating_snapshot (provider_id, quarter, version, input, input_hash, algorithm_version, result, level,
        movement, flags, at)
      SELECT 'prv_' || n, q, 1, '{}', '', '1', '{}', 'P', 'KEEP', '{}', now()
      FROM generate_series(0, 999) n, unnest(${QUARTERS}::text[]) q`,
    Prisma.sql`INSERT INTO survey_answer (provider_id, store_id, quarter, results, responsiveness, honesty, would_renew,
        principal_id, at)
      SELECT 'prv_' || n % 1000, 'st_' || n, '2026-Q1', 5, 4, 5, 4, 'prn_owner_a_' || n, now()
      FROM generate_series(0, ${Math.round(count / 5)}::int - 1) n`,
  ];
}

const QUARTERS = ['2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1'];
