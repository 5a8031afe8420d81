import type { App } from '../../app.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { ReportState } from '../report.ts';

/** Why a case was declined, rejected, suspended or ended, as whoever did it said. */
export interface GivenReason {
  /** The row of the transition table. */
  readonly rule: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const REASONED = ['T4', 'T12', 'T19', 'T21.first', 'T22'] as const;
const STATES: readonly ReportState[] = ['DECLINED', 'REJECTED', 'SUSPENDED', 'TERMINATED', 'WITHDRAWN'];

/** The newest reason on record; null while the case stands in a state that needs none. */
export async function givenReason(
  { database }: Pick<App, 'database'>,
  { id, state }: { readonly id: string; readonly state: ReportState },
): Promise<GivenReason | null> {
  if (!STATES.includes(state)) return null;
  const [step] = await database.query<GivenReason>(Prisma.sql`
    SELECT rule, data FROM transition WHERE report_id = ${id} AND rule IN (${Prisma.join([...REASONED])})
    ORDER BY state_seq DESC LIMIT 1`);
  return step ?? null;
}
