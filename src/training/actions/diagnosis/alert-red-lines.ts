import type { App } from '../../../app.ts';
import { CLOCK_ACTOR } from '../../../audit/payload.ts';
import { owe } from '../../../delivery/owe.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { BENEFITS } from '../../../ratings/ladder/benefits.ts';
import { LEVELS } from '../../../ratings/levels/level.ts';
import { holdersOf } from '../../record/people.ts';
import { alertSubject } from '../../subjects.ts';
import { diagnosisKept, diagnosisNow } from './make-diagnosis.ts';
import { lastClosedMonth } from './refresh-benchmarks.ts';

export const ALERT_VIEW = 'training-alert';

type Deps = Pick<App, 'database' | 'queue' | 'clock' | 'ids'>;

/** Levels that are told of red lines without asking (domain-rules §8). */
const ALERTED = LEVELS.filter((level) => BENEFITS[level].diagnosis.endsWith('ALERTS'));

/**
 * When a month's figures are in: stores that have consented are diagnosed for the providers whose level gives alerts, and a red line is
 * told to them. Whoever has been diagnosed for the month already knows.
 *
 * @returns how many alerts were owed
 */
export async function alertRedLines(app: Deps): Promise<number> {
  const month = lastClosedMonth(app.clock.now());
  const pairs = await app.database.query<{ storeId: string; providerId: string }>(Prisma.sql`
    SELECT c.store_id AS "storeId", c.provider_id AS "providerId"
    FROM provider_rating k JOIN store_consent c ON c.provider_id = k.provider_id
    WHERE k.level = ANY(${[...ALERTED]}::text[]) AND c.granted_at IS NOT NULL AND c.withdrawn_at IS NULL
      AND EXISTS (SELECT FROM store_month m WHERE m.store_id = c.store_id AND m.month = ${month}::date AND m.latest)
      AND EXISTS (SELECT FROM report r WHERE r.store_id = c.store_id AND r.provider_id = c.provider_id
        AND r.state IN ('ACTIVE', 'NOTICE'))
      AND NOT EXISTS (SELECT FROM store_diagnosis d WHERE d.store_id = c.store_id AND d.provider_id = c.provider_id
        AND d.month = ${month}::date)
    ORDER BY c.provider_id, c.store_id`);
  let alerts = 0;
  for (const { storeId, providerId } of pairs) {
    const made = await diagnosisNow(app, storeId, providerId);
    if (made.result.verdict !== 'RED_LINE') continue;
    const admins = await holdersOf(app, 'PROVIDER_ADMIN', providerId);
    const message = {
      view: ALERT_VIEW,
      subject: alertSubject(made.id, providerId),
      stateSeq: 0,
      rule: 'red-line',
    };
    await app.database.change([
      ...diagnosisKept(made, { by: CLOCK_ACTOR, org: null, requestId: null }),
      ...owe(
        app.queue,
        { messages: admins.map((receiver) => ({ ...message, receiver })), redraw: [] },
        made.at,
      ),
    ]);
    alerts += 1;
  }
  return alerts;
}
