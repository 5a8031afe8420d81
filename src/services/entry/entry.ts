import type { App } from '../../app.ts';
import { dateIn, standingOf } from '../../directory/standing.ts';
import type { OrganisationId } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { BENEFITS, type Benefits, benefitLevel } from '../../ratings/ladder/benefits.ts';
import type { Level } from '../../ratings/levels/level.ts';
import type { IsoDate } from '../../reports/report.ts';
import { type Refusal, refuse } from '../../result.ts';
import { type FurthestReport, missingStep, ON_THE_WAY } from './missing-step.ts';

/** What decides whether a provider may use a special service, and how well it is served. */
export interface Entry {
  readonly effective: boolean;
  readonly recognised: boolean;
  /** The report that is nearest to an effective relationship; null: none is on its way. */
  readonly furthest: FurthestReport | null;
  readonly benefits: Benefits;
  /** The date at the provider's. */
  readonly today: IsoDate;
}

interface Row {
  readonly timeZone: string;
  readonly recognisedUntil: IsoDate;
  readonly barredAt: Date | null;
  readonly effective: boolean;
  readonly furthest: FurthestReport | null;
  readonly level: Level | null;
  readonly benefitsLevel: Level | null;
  readonly benefitsUntil: IsoDate | null;
  readonly suspended: boolean;
}

/** One statement. Null where there is no such provider. */
export async function entryOf(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  providerId: OrganisationId,
): Promise<Entry | null> {
  const [row] = await database.query<Row>(entryQuery(providerId));
  if (!row) return null;
  const today = dateIn(row.timeZone, clock.now());
  const held = { ...row, level: row.level ?? 'P' };
  return {
    effective: row.effective,
    recognised: standingOf(row, today) === 'recognised',
    furthest: row.furthest,
    benefits: BENEFITS[benefitLevel(held, today)],
    today,
  };
}

const entryQuery = (providerId: OrganisationId): Prisma.Sql => Prisma.sql`
  SELECT o.time_zone AS "timeZone", to_char(p.recognised_until, 'YYYY-MM-DD') AS "recognisedUntil",
    p.barred_at AS "barredAt", ${isEffective(Prisma.sql`p.id`)} AS effective,
    (SELECT jsonb_build_object('id', r.id, 'state', r.state, 'storeName', s.name, 'infoFrom', r.info_from)
      FROM report r JOIN organisation s ON s.id = r.store_id
      WHERE r.provider_id = p.id AND r.state IN (${Prisma.join([...ON_THE_WAY])})
      ORDER BY array_position(${[...ON_THE_WAY]}::text[], r.state), r.id LIMIT 1) AS furthest,
    coalesce(k.suspended_at IS NOT NULL, false) AS suspended, k.level, k.benefits_level AS "benefitsLevel", to_char(k.benefits_until, 'YYYY-MM-DD') AS "benefitsUntil",
    k.suspended_at IS NOT NULL AS suspended
  FROM provider p JOIN organisation o ON o.id = p.id LEFT JOIN provider_rating k ON k.provider_id = p.id
  WHERE p.id = ${providerId}`;

/** An effective service relationship (domain-rules §3.1) of the provider that the column names. */
const isEffective = (providerId: Prisma.Sql): Prisma.Sql => Prisma.sql`
  EXISTS (SELECT FROM report e WHERE e.provider_id = ${providerId} AND e.state IN ('ACTIVE', 'NOTICE'))`;

/** Null where an effective relationship stands; else which step is missing, and whose it is. */
export function relationshipRefusal({ effective, furthest }: Entry): Refusal | null {
  if (effective) return null;
  if (furthest === null) return refuse('services.no-report');
  const { id, storeName } = furthest;
  return refuse('services.no-relationship', {
    report: id,
    store: storeName,
    missing: missingStep(furthest),
  });
}
