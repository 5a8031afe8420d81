import type { App } from '../../../app.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { Level } from '../../../ratings/levels/level.ts';
import type { CameClose } from '../../matching/close.ts';
import type { Fit } from '../../matching/fit.ts';

export const BECAUSES = ['match', 'newcomer', 'first-round', 'seat'] as const;
export type Because = (typeof BECAUSES)[number];

/** RELEASED: the opportunity ended while there was time left to answer. */
export type PlaceAnswer = 'INVITED' | 'INTERESTED' | 'DECLINED' | 'RELEASED';

/** Why a provider stands where it stands: shown to the brand, to staff and to itself. */
export interface Grounds {
  readonly because: Because;
  readonly level: Level;
  readonly published: number | null;
  readonly stores: number;
  readonly storeMonths: number;
  readonly fit: number;
  readonly match: number;
  readonly parts: Fit;
}

export interface ListedPlace extends Grounds {
  readonly providerId: OrganisationId;
  readonly provider: string;
  /** 0: the first invitation round, or a docking seat. */
  readonly round: number;
  readonly place: number | null;
  readonly answer: PlaceAnswer;
}

export interface CloseProvider extends CameClose {
  readonly provider: string;
}

const COLUMNS = Prisma.sql`p.provider_id AS "providerId", org.name AS provider, p.round, p.place, p.because, p.level,
  p.published::float8 AS published, p.stores, p.store_months::float8 AS "storeMonths", p.fit::float8 AS fit,
  p.match::float8 AS match, p.parts, p.answer`;

/** Every slate after the other, best places first; whoever stands on none comes first. */
export const placesOf = (
  { database }: Pick<App, 'database'>,
  opportunityId: string,
): Promise<ListedPlace[]> =>
  database.query<ListedPlace>(Prisma.sql`
    SELECT ${COLUMNS} FROM opportunity_place p JOIN organisation org ON org.id = p.provider_id
    WHERE p.opportunity_id = ${opportunityId} ORDER BY p.round, p.place NULLS LAST, p.match DESC, p.provider_id`);

/** Who had no place on the latest slate, and why. */
export const closeOf = (
  { database }: Pick<App, 'database'>,
  opportunityId: string,
): Promise<CloseProvider[]> =>
  database.query<CloseProvider>(Prisma.sql`
    SELECT c."providerId", c.match, c.because, org.name AS provider
    FROM (SELECT close FROM opportunity_slate WHERE opportunity_id = ${opportunityId} ORDER BY round DESC LIMIT 1) s,
      ROWS FROM (jsonb_to_recordset(s.close) AS ("providerId" text, match float8, because text)) WITH ORDINALITY c
      JOIN organisation org ON org.id = c."providerId" ORDER BY c.ordinality`);
