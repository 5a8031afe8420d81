/** What a provider's administrators and a store's owners hear of the rating, in their working hours. */
import { Prisma } from '../../platform/database/generated/client.ts';
import { ANYBODY } from '../../reminders/ladder/plan-statements.ts';
import { toldRung } from '../../reminders/ladder/rungs.ts';
import type { DueRung, ReminderSource } from '../../reminders/sweep/source.ts';
import type { Quarter } from '../cycle/quarter.ts';

export const RATING_NEWS = 'rating-news';
export const SURVEY_NEWS = 'rating-survey';

const RATED = 'rating:';
const ASKED = 'survey:';

/** `20262` for `2026-Q2`, in the place of a `state_seq`: each quarter has news of its own. */
const numberOf = (quarter: Quarter): number => Number(quarter.replace('-Q', ''));

export const providerOf = (subject: string): string => subject.slice(RATED.length);
export const storeOf = (subject: string): string => subject.slice(ASKED.length);

/** For the change that makes it news; planned once a quarter, whatever is run again. */
export const newsOfQuarter = (what: 'preview' | 'published', quarter: Quarter, at: Date): Prisma.Sql =>
  Prisma.sql`
    INSERT INTO reminder (object, state_seq, rung, receiver, due_at)
    SELECT DISTINCT ${RATED} || provider_id, ${numberOf(quarter)}::int, ${toldRung(`rating-${what}`)}, ${ANYBODY},
      ${at}::timestamptz
    FROM rating_snapshot WHERE quarter = ${quarter} ON CONFLICT DO NOTHING`;

/**
 * Asks the owners of every store with a report in effect, unless an earlier question of the quarter still waits for their
 * working hours. What such an object begins with is said once more for the index that holds no others.
 */
export const surveyAsked = (day: number, quarter: Quarter, at: Date): Prisma.Sql => Prisma.sql`
  INSERT INTO reminder (object, state_seq, rung, receiver, due_at)
  SELECT DISTINCT ${ASKED} || r.store_id, ${numberOf(quarter)}::int, ${toldRung(`survey-${day}`)}, ${ANYBODY},
    ${at}::timestamptz
  FROM report r WHERE r.state IN ('ACTIVE', 'NOTICE') AND NOT EXISTS (
    SELECT FROM reminder m WHERE m.object = ${ASKED} || r.store_id AND m.settled_at IS NULL
      AND m.object LIKE 'survey:%')
  ON CONFLICT DO NOTHING`;

export const ratingNews = newsFor(RATED, RATING_NEWS, 'PROVIDER_ADMIN');
export const surveyNews = newsFor(ASKED, SURVEY_NEWS, 'STORE_OWNER');

function newsFor(prefix: string, view: string, role: 'PROVIDER_ADMIN' | 'STORE_OWNER'): ReminderSource {
  return {
    serves: (object) => object.startsWith(prefix),
    view,
    spread: async ({ database }, due) => {
      const organisations = due.map(({ object }) => object.slice(prefix.length));
      const members = await database.prisma.membership.findMany({
        where: { role, organisationId: { in: organisations } },
        orderBy: [{ since: 'asc' }, { principalId: 'asc' }],
        select: { organisationId: true, principalId: true },
      });
      const byOrganisation = Map.groupBy(members, ({ organisationId }) => organisationId);
      const receiversOf = ({ object }: DueRung) => byOrganisation.get(object.slice(prefix.length)) ?? [];
      return due.map((rung) => ({
        due: rung,
        receivers: receiversOf(rung).map(({ principalId }) => principalId),
        next: [],
      }));
    },
  };
}
