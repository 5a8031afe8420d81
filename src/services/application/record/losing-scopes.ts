import type { App } from '../../../app.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { PROGRAMME_ZONE } from '../../../ratings/cycle/quarter.ts';
import { BENEFITS } from '../../../ratings/ladder/benefits.ts';
import { LEVELS } from '../../../ratings/levels/level.ts';
import { today } from '../../../reports/periods.ts';
import { SCOPES } from '../../access/scopes.ts';
import { liveScopes } from '../scopes.ts';

export interface LosingScopes {
  readonly id: string;
  readonly providerId: string;
  readonly scopes: readonly string[];
  /** What the level of today gives live. */
  readonly allowed: readonly string[];
}

/** Live applications that hold more than their provider's level gives by now, in one statement. */
export function losingScopes({ database, clock }: Pick<App, 'database' | 'clock'>): Promise<LosingScopes[]> {
  const date = today(clock.now(), PROGRAMME_ZONE);
  const given = LEVELS.map((level) => ({ level, allowed: liveScopes(BENEFITS[level].api, SCOPES) }));
  return database.query<LosingScopes>(Prisma.sql`
    SELECT a.id, a.provider_id AS "providerId", a.scopes, given.allowed
    FROM api_application a LEFT JOIN provider_rating k ON k.provider_id = a.provider_id
      JOIN jsonb_to_recordset(${JSON.stringify(given)}::jsonb) AS given(level text, allowed text[])
        ON given.level = CASE WHEN k.suspended_at IS NOT NULL THEN 'P'
          WHEN k.benefits_until >= ${date}::date THEN COALESCE(k.benefits_level, k.level)
          ELSE COALESCE(k.level, 'P') END
    WHERE a.state IN ('LIVE', 'REVIEW_DUE') AND NOT a.scopes <@ given.allowed
    ORDER BY a.id`);
}
