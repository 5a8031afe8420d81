import { auditCtes } from '../../../audit/event.ts';
import { handled } from '../../../chat/requests/handled.ts';
import type { OrganisationId, PrincipalId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { TRANSITIONS } from '../../lifecycle/table.ts';
import type { Opportunity } from '../../need/opportunity.ts';
import { openBidCount } from '../../record/read/bids.ts';
import { able } from '../../record/read/one-candidate.ts';
import { type NewPlace, takeSeat } from '../../record/write/places.ts';

/** Codes of the `Conflict` of an interest that is none after all. */
export const NO_FREE_BID = 'no-free-bid';
export const NOT_ABLE = 'provider-not-able';
export const NOT_OPEN = 'opportunity-not-open';
export const ANSWERED = 'interest-shown-before';

export interface Interest {
  readonly opportunity: Opportunity;
  readonly providerId: OrganisationId;
  readonly by: PrincipalId;
  readonly at: Date;
  /** Open bids of its level. */
  readonly most: number;
  /** Null: it has a place already. */
  readonly seat: NewPlace | null;
  readonly requestId: string;
}

/**
 * Several providers may show interest at once, so the state is not compared but led on from whatever it is; a provider's own
 * answers wait for each other on its row, so that two clicks never make one bid too many.
 */
export function interestStatements(interest: Interest): readonly Prisma.Sql[] {
  const { opportunity, providerId, by, at, most, seat, requestId } = interest;
  return [
    handled(requestId, at),
    Prisma.sql`SELECT id FROM provider WHERE id = ${providerId} FOR UPDATE`,
    Prisma.sql`SELECT expect_rows((SELECT count(*) ${able(providerId, at)}), 1, ${NOT_ABLE})`,
    Prisma.sql`SELECT expect_rows((SELECT count(*) FROM (SELECT 1 WHERE ${openBidCount(providerId)} < ${most}::int) f), 1,
      ${NO_FREE_BID})`,
    seat === null ? answered(interest) : takeSeat({ opportunity, place: seat, by, at }, ANSWERED),
    moved(interest),
  ];
}

const answered = ({ opportunity, providerId, by, at }: Interest): Prisma.Sql => Prisma.sql`
  WITH answered AS (
    UPDATE opportunity_place SET answer = 'INTERESTED', answered_by = ${by}, answered_at = ${at}::timestamptz
    WHERE opportunity_id = ${opportunity.id} AND provider_id = ${providerId} AND open AND answer <> 'INTERESTED'
    RETURNING 1)
  SELECT expect_rows((SELECT count(*) FROM answered), 1, ${ANSWERED})`;

function moved({ opportunity, providerId, by, at, seat, requestId }: Interest): Prisma.Sql {
  const ways = TRANSITIONS.filter(({ event }) => event === 'interest');
  const cases = ways.map(({ from, to }) => Prisma.sql`WHEN ${from} THEN ${to}`);
  const audit = auditCtes(
    {
      objectType: 'opportunity',
      objectId: opportunity.id,
      actor: by,
      org: providerId,
      action: 'opportunity.interest',
      requestId,
      at,
      data: { providerId, seat: seat !== null },
    },
    { guard: 'changed' },
  );
  return Prisma.sql`
    WITH changed AS (
      UPDATE opportunity SET state = CASE state ${Prisma.join(cases, ' ')} END, state_seq = state_seq + 1,
        changed_by = ${by}, changed_at = ${at}::timestamptz
      WHERE id = ${opportunity.id} AND due_at > ${at}::timestamptz
        AND state = ANY(${ways.map(({ from }) => from)}::text[]) RETURNING id), ${audit}
    SELECT expect_rows((SELECT count(*) FROM changed), 1, ${NOT_OPEN})`;
}
