import { Prisma } from '../../../platform/database/generated/client.ts';
import type { Quarter } from '../../cycle/quarter.ts';

interface Rated {
  readonly providerId: string;
  readonly quarter: Quarter;
}

/** While an appeal is open a demotion waits: the level before it stands again. A suspension does not wait. */
export const stayDemotion = ({ providerId, quarter }: Rated): Prisma.Sql => Prisma.sql`
  UPDATE provider_rating k SET stayed_level = k.level, level = before.level
  FROM (SELECT input::jsonb #>> '{carried,level}' AS level, movement FROM rating_snapshot
    WHERE provider_id = ${providerId} AND quarter = ${quarter} ORDER BY version DESC LIMIT 1) before
  WHERE k.provider_id = ${providerId} AND k.quarter = ${quarter} AND k.stayed_level IS NULL
    AND before.movement = 'DEMOTE'`;

/** The demotion takes effect after all, unless another appeal still holds it. */
export const endStay = ({ providerId, quarter }: Rated): Prisma.Sql => Prisma.sql`
  UPDATE provider_rating SET level = stayed_level, stayed_level = NULL
  WHERE provider_id = ${providerId} AND quarter = ${quarter} AND stayed_level IS NOT NULL
    AND NOT EXISTS (SELECT FROM rating_appeal a WHERE a.provider_id = ${providerId} AND a.quarter = ${quarter}
      AND a.kind = 'APPEAL' AND a.state IN ('OPEN', 'ESCALATED'))`;
