import type { App } from '../../../app.ts';
import { membershipsFor } from '../../../people/permissions.ts';
import type { Actor } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import type { Opportunity } from '../../need/opportunity.ts';
import { OPPORTUNITY_COLUMNS } from './opportunity.ts';
import type { PlaceAnswer } from './places.ts';

export interface ListedOpportunity extends Opportunity {
  /** What the reader's own provider answered; null: the reader is on another side. */
  readonly answer: PlaceAnswer | null;
}

/** As many as one answer shows. */
const LISTED = 8;

/**
 * What concerns somebody and has not ended, the nearest deadline first: to staff everything, to a store's owner those of
 * their store, to a provider's people those on whose slate it stands.
 */
export async function listedFor(
  { database }: Pick<App, 'database'>,
  actor: Actor,
): Promise<readonly ListedOpportunity[]> {
  const staff = membershipsFor('opportunity.slate', actor).length > 0;
  const places = (kind: string) => [
    ...new Set(
      actor.memberships
        .filter(({ role }) => role.startsWith(kind))
        .map(({ organisationId }) => organisationId),
    ),
  ];
  return database.query<ListedOpportunity>(
    staff ? everything() : own({ stores: places('STORE_OWNER'), providers: places('PROVIDER') }),
  );
}

const OPEN = ['DRAFT', 'PUBLISHED', 'SLATE_SENT', 'INTERESTED', 'MEETING'] as const;

/** Each state by its own part of the index, so that what has ended costs nothing. */
const everything = (): Prisma.Sql => Prisma.sql`
  SELECT ${OPPORTUNITY_COLUMNS}, NULL AS answer FROM (${Prisma.join(
    OPEN.map(
      (state) =>
        Prisma.sql`(SELECT * FROM opportunity WHERE state = ${state} ORDER BY due_at LIMIT ${LISTED}::int)`,
    ),
    ' UNION ALL ',
  )}) o ORDER BY o.due_at, o.id LIMIT ${LISTED}::int`;

interface Own {
  readonly stores: readonly string[];
  readonly providers: readonly string[];
}

const own = ({ stores, providers }: Own): Prisma.Sql => Prisma.sql`
  SELECT ${OPPORTUNITY_COLUMNS}, mine.answer FROM (
      SELECT p.opportunity_id AS id, p.answer FROM opportunity_place p
      WHERE p.provider_id = ANY(${[...providers]}::text[]) AND p.open AND p.answer <> 'DECLINED'
    UNION
      SELECT s.id, NULL FROM opportunity s
      WHERE s.store_id = ANY(${[...stores]}::text[]) AND s.state = ANY(${[...OPEN]}::text[]) AND s.state <> 'DRAFT'
    ) mine JOIN opportunity o ON o.id = mine.id
  ORDER BY o.due_at, o.id LIMIT ${LISTED}::int`;
