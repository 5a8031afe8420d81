import { Prisma } from '../../src/platform/database/generated/client.ts';

/** An hour before the benchmark's own now. */
const DUE = Prisma.sql`timestamptz '2026-05-06 01:00Z'`;
const QUARTERS = ['2024-Q4', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1'];

/** Reminders that lie ahead and some of every kind that are due, absences of everybody, ratings of a year and a half. */
export const waiting = (count: number, template: string): readonly Prisma.Sql[] => [
  ...reminders(count, template),
  ...absences(),
  ...urgentIssues(),
  Prisma.sql`INSERT INTO reminder_desk SELECT id, '-infinity' FROM principal ON CONFLICT DO NOTHING`,
  ...ratings(count),
];

const reminders = (count: number, template: string): readonly Prisma.Sql[] => [
  // A week holds a week's steps.
  Prisma.sql`UPDATE transition SET at = at - (substr(report_id, 9)::int % 300) * interval '1 day'
      WHERE report_id > 'CR-2026-1'`,
  Prisma.sql`UPDATE reminder SET due_at = due_at + interval '1 year'`,
  Prisma.sql`INSERT INTO reminder (object, state_seq, rung, receiver, due_at)
      SELECT id, state_seq, CASE state WHEN 'ACTIVE' THEN 'expiry-30' WHEN 'STAFF_REVIEW' THEN 'reassign' ELSE 'at-80' END,
        '*', ${DUE} FROM report
      WHERE id < 'CR-2026-' || (1000000 + ${Math.round(count / 500)}::int) AND state NOT IN ('EXPIRED', 'WITHDRAWN')
      ON CONFLICT (object, state_seq, rung, receiver) DO UPDATE SET due_at = excluded.due_at`,
  // Whoever hands a case over reads the revision whole.
  Prisma.sql`UPDATE revision v SET fields = whole.fields FROM revision whole
      WHERE whole.report_id = ${template} AND v.report_id IN (SELECT object FROM reminder WHERE rung = 'reassign' AND due_at = ${DUE})`,
  Prisma.sql`INSERT INTO reminder (object, state_seq, rung, receiver, due_at)
      SELECT 'prv_' || n, 20260606, 'qualification-30', '*', ${DUE} FROM generate_series(1, 20) n`,
];

const absences = (): readonly Prisma.Sql[] => [
  Prisma.sql`INSERT INTO delegation (id, organisation_id, role, delegator_id, reason, from_at, until_at, created_at)
      SELECT 'dlg_' || n, organisation_id, role, principal_id, 'on holiday', d, d + interval '10 days', d
      FROM (SELECT *, row_number() OVER () AS n FROM membership WHERE organisation_id ~ '_[0-9]+$') m,
        LATERAL (SELECT timestamptz '2026-01-05' + (n % 300) * interval '1 day' AS d) since`,
  Prisma.sql`INSERT INTO reminder (object, state_seq, rung, receiver, due_at)
      SELECT id, 0, 'delegation-ends', '*', CASE WHEN n < 20 THEN ${DUE} ELSE until_at - interval '1 day' END
      FROM (SELECT *, row_number() OVER (ORDER BY until_at) AS n FROM delegation WHERE until_at > ${DUE}) ahead`,
  Prisma.sql`INSERT INTO delegation (id, organisation_id, role, delegator_id, delegate_id, reason, from_at, until_at, created_at)
      VALUES ('dlg_r', 'platform', 'STAFF_REVIEWER', 'prn_reviewer_2', 'prn_reviewer_1', 'on holiday', '2026-05-01',
        '2026-05-20', '2026-05-01')`,
];

const urgentIssues = (): readonly Prisma.Sql[] => [
  Prisma.sql`INSERT INTO urgent_issue (id, report_id, store_id, provider_id, text, since, reported_by, side, reported_at,
        due_at, contacts, acknowledged_at, measured_at)
      SELECT 'urg_' || row_number() OVER (), id, store_id, provider_id, 'prices of 0.01', ${DUE}, 'prn_owner_a', 'store',
        ${DUE} - n * interval '20 days', ${DUE} - n * interval '20 days' + interval '4 hours', '{}',
        CASE WHEN n > 0 THEN ${DUE} END, CASE WHEN n > 1 THEN ${DUE} END
      FROM report, generate_series(0, 3) n WHERE state = 'ACTIVE' AND (n > 0 OR id < 'CR-2026-1000100')
        AND id < 'CR-2026-1020000'`,
  Prisma.sql`INSERT INTO reminder (object, state_seq, rung, receiver, due_at)
      SELECT id, 0, 'urgent-80', '*', ${DUE} FROM urgent_issue WHERE acknowledged_at IS NULL`,
  Prisma.sql`UPDATE urgent_issue SET measured_at = ${DUE} WHERE id > 'urg_2' AND acknowledged_at IS NOT NULL`,
];

const ratings = (count: number): readonly Prisma.Sql[] => [
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
