import type { App } from '../../../app.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';

export interface OpenAppealLine {
  readonly id: string;
  readonly provider: string;
  readonly quarter: string;
  readonly datum: string;
  readonly dueAt: Date;
}

/** As many as one card shows with two buttons each. */
const FEW = 8;

/** Those that wait for an answer, the most urgent first. */
export const openAppeals = ({ database }: Pick<App, 'database'>): Promise<readonly OpenAppealLine[]> =>
  database.query<OpenAppealLine>(Prisma.sql`
    SELECT a.id, o.name AS provider, a.quarter, a.datum, a.due_at AS "dueAt"
    FROM rating_appeal a JOIN organisation o ON o.id = a.provider_id
    WHERE a.state IN ('OPEN', 'ESCALATED') ORDER BY a.due_at, a.id LIMIT ${FEW}::int`);
