import type { OrganisationId, PrincipalId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { CameClose } from '../../matching/close.ts';
import type { Opportunity } from '../../need/opportunity.ts';
import type { Grounds } from '../read/places.ts';

/** A place that is about to be put on record. */
export interface NewPlace extends Grounds {
  readonly providerId: OrganisationId;
  /** Null: in the first invitation round, or on a docking seat. */
  readonly place: number | null;
}

export interface Listing {
  readonly opportunity: Pick<Opportunity, 'id' | 'category'>;
  /** 0: the first invitation round, or a docking seat. */
  readonly round: number;
  readonly places: readonly NewPlace[];
  readonly at: Date;
}

/** Whoever was invited first and now stands on a slate keeps its answer. */
export const listPlaces = (listing: Listing): Prisma.Sql => Prisma.sql`${inserted(listing)}
  ON CONFLICT (opportunity_id, provider_id) DO UPDATE SET round = excluded.round, place = excluded.place,
    because = excluded.because, level = excluded.level, published = excluded.published, stores = excluded.stores,
    store_months = excluded.store_months, fit = excluded.fit, match = excluded.match, parts = excluded.parts,
    listed_at = excluded.listed_at`;

interface Seat extends Omit<Listing, 'round' | 'places'> {
  readonly place: NewPlace;
  readonly by: PrincipalId;
}

/** A provider that stands on no slate, and is interested; aborts with the code where it has a place by now. */
export const takeSeat = ({ place, by, ...listing }: Seat, code: string): Prisma.Sql => Prisma.sql`
  WITH seat AS (${inserted({ ...listing, round: 0, places: [place], interest: by })} ON CONFLICT DO NOTHING RETURNING 1)
  SELECT expect_rows((SELECT count(*) FROM seat), 1, ${code})`;

function inserted({
  opportunity,
  round,
  places,
  at,
  interest = null,
}: Listing & { readonly interest?: PrincipalId | null }): Prisma.Sql {
  const answer = interest === null ? 'INVITED' : 'INTERESTED';
  const rows = places.map(
    (each) => Prisma.sql`(${opportunity.id}, ${each.providerId}, ${opportunity.category}, ${round}::int,
      ${each.place}::int, ${each.because}, ${each.level}, ${each.published}::numeric, ${each.stores}::int,
      ${each.storeMonths}::numeric, ${each.fit}::numeric, ${each.match}::numeric, ${JSON.stringify(each.parts)}::jsonb,
      ${at}::timestamptz, ${answer}, ${interest}::text, ${interest === null ? null : at}::timestamptz)`,
  );
  return Prisma.sql`
    INSERT INTO opportunity_place (opportunity_id, provider_id, category, round, place, because, level, published, stores,
      store_months, fit, match, parts, listed_at, answer, answered_by, answered_at)
    VALUES ${Prisma.join(rows)}`;
}

interface MadeSlate {
  readonly opportunity: Pick<Opportunity, 'id' | 'category'>;
  readonly round: number;
  readonly by: string;
  readonly at: Date;
  readonly close: readonly CameClose[];
}

export const keepSlate = ({ opportunity, round, by, at, close }: MadeSlate): Prisma.Sql => Prisma.sql`
  INSERT INTO opportunity_slate (opportunity_id, round, category, made_by, made_at, close)
  VALUES (${opportunity.id}, ${round}::int, ${opportunity.category}, ${by}, ${at}::timestamptz,
    ${JSON.stringify(close)}::jsonb)`;
