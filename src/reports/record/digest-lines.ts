import type { App } from '../../app.ts';
import type { NamedDelegation } from '../../people/delegation/record.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { ReportState } from '../report.ts';

export interface DigestLine {
  readonly id: string;
  readonly state: ReportState;
  readonly stateSeq: number;
  readonly revision: number;
  readonly storeName: string;
  readonly providerName: string;
  readonly deadlineAt: Date | null;
}

/** The cases that a digest carries and that still wait as they did when it was put together, most urgent first. */
export function digestLines({ database }: Pick<App, 'database'>, subject: string): Promise<DigestLine[]> {
  return database.query<DigestLine>(Prisma.sql`
    SELECT DISTINCT r.id, r.state, r.state_seq AS "stateSeq", r.revision, s.name AS "storeName",
      p.name AS "providerName", r.deadline_at AS "deadlineAt"
    FROM delivery d JOIN reminder m ON m.delivery = d.key JOIN report r ON r.id = m.object
      JOIN organisation s ON s.id = r.store_id JOIN organisation p ON p.id = r.provider_id
    WHERE d.subject = ${subject}
      AND NOT EXISTS (SELECT FROM transition t WHERE t.report_id = r.id AND t.state_seq >= m.state_seq
        AND t.from_state IS DISTINCT FROM t.to_state)
    ORDER BY r.deadline_at NULLS LAST, r.id`);
}

/** Delegations whose end the digest speaks of and that stand as they did. */
export function digestDelegations(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  subject: string,
): Promise<Pick<NamedDelegation, 'delegatorName' | 'delegateName' | 'until'>[]> {
  return database.query(Prisma.sql`
    SELECT a.display_name AS "delegatorName", b.display_name AS "delegateName", g.until_at AS until
    FROM delivery d JOIN reminder m ON m.delivery = d.key JOIN delegation g ON g.id = m.object
      JOIN principal a ON a.id = g.delegator_id LEFT JOIN principal b ON b.id = g.delegate_id
    WHERE d.subject = ${subject} AND g.ended_at IS NULL AND g.until_at > ${clock.now()} ORDER BY g.until_at, g.id`);
}

/** Urgent issues that the digest speaks of and that nobody has acknowledged. */
export function digestUrgent(
  { database }: Pick<App, 'database'>,
  subject: string,
): Promise<{ readonly store: string; readonly provider: string }[]> {
  return database.query(Prisma.sql`
    SELECT DISTINCT s.name AS store, p.name AS provider
    FROM delivery d JOIN reminder m ON m.delivery = d.key JOIN urgent_issue u ON u.id = m.object
      JOIN organisation s ON s.id = u.store_id JOIN organisation p ON p.id = u.provider_id
    WHERE d.subject = ${subject} AND u.acknowledged_at IS NULL ORDER BY s.name, p.name`);
}

/** Providers whose training tasks or improvement the digest carries. */
export async function digestTraining(
  { database }: Pick<App, 'database'>,
  subject: string,
): Promise<readonly { readonly name: string; readonly what: 'training' | 'improvement' }[]> {
  return database.query(Prisma.sql`
    SELECT DISTINCT o.name, split_part(m.object, ':', 1) AS what FROM delivery d JOIN reminder m ON m.delivery = d.key
      JOIN organisation o ON o.id = split_part(m.object, ':', 2)
    WHERE d.subject = ${subject} AND split_part(m.object, ':', 1) IN ('training', 'improvement') ORDER BY o.name, what`);
}

/** Names of the providers whose own deadlines the digest carries. */
export async function digestStandings(
  { database }: Pick<App, 'database'>,
  subject: string,
): Promise<readonly string[]> {
  const rows = await database.query<{ name: string }>(Prisma.sql`
    SELECT DISTINCT o.name FROM delivery d JOIN reminder m ON m.delivery = d.key
      JOIN provider p ON p.id = m.object JOIN organisation o ON o.id = p.id
    WHERE d.subject = ${subject} ORDER BY o.name`);
  return rows.map(({ name }) => name);
}
