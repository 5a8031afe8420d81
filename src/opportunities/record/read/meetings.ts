import type { App } from '../../../app.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';

export const SIDES = ['BRAND', 'PROVIDER'] as const;
export type MeetingSide = (typeof SIDES)[number];

/** The talk between a brand and an interested provider. */
export interface Meeting {
  readonly id: string;
  readonly opportunityId: string;
  readonly providerId: OrganisationId;
  readonly provider: string;
  readonly state: 'OFFERED' | 'AGREED';
  readonly stateSeq: number;
  readonly offeredBy: MeetingSide;
  readonly times: readonly Date[];
  readonly minutes: number;
  /** Where, or by which link. */
  readonly place: string;
  readonly agreedTime: Date | null;
  readonly changedAt: Date;
}

const COLUMNS = Prisma.sql`m.id, m.opportunity_id AS "opportunityId", m.provider_id AS "providerId", org.name AS provider,
  m.state, m.state_seq AS "stateSeq", m.offered_by AS "offeredBy", m.times, m.minutes, m.place,
  m.agreed_time AS "agreedTime", m.changed_at AS "changedAt"`;

export async function findMeeting({ database }: Pick<App, 'database'>, id: string): Promise<Meeting | null> {
  const [row] = await database.query<Meeting>(Prisma.sql`
    SELECT ${COLUMNS} FROM docking_meeting m JOIN organisation org ON org.id = m.provider_id WHERE m.id = ${id}`);
  return row ?? null;
}

/** Of one opportunity, in the order in which they were first offered. */
export const meetingsOf = ({ database }: Pick<App, 'database'>, opportunityId: string): Promise<Meeting[]> =>
  database.query<Meeting>(Prisma.sql`
    SELECT ${COLUMNS} FROM docking_meeting m JOIN organisation org ON org.id = m.provider_id
    WHERE m.opportunity_id = ${opportunityId} ORDER BY m.id`);
