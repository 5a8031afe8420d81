import type { App } from '../../../app.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { PROGRAMME_ZONE } from '../../../ratings/cycle/quarter.ts';
import { benefitLevel, type Held } from '../../../ratings/ladder/benefits.ts';
import type { Level } from '../../../ratings/levels/level.ts';
import { today } from '../../../reports/periods.ts';
import type { Profile } from '../../matching/parts.ts';
import type { Opportunity } from '../../need/opportunity.ts';

/** What is on record of a candidate beside its rating and its service items. */
export interface CandidateFacts {
  readonly profile: Profile;
  /** The level whose benefits stand today. */
  readonly benefits: Level;
  /** Of other opportunities. */
  readonly openBids: number;
  /** Slates of the last 30 days: of this category, and of all. */
  readonly categorySlates: number;
  readonly recentSlates: number;
  readonly lastSlateAt: Date | null;
  /** Share of the places that it answered in time; null: it has had none. */
  readonly response: number | null;
  /** What its level rests on. */
  readonly stores: number;
  readonly storeMonths: number;
}

/** Days in which slates count for ties and for the exposure cap (domain-rules §9.1). */
const SLATE_DAYS = 30;
/** Days in which answers are looked at. */
const ANSWER_DAYS = 180;
const DAY_MS = 86_400_000;

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS);

type Row = Omit<CandidateFacts, 'profile' | 'benefits'> & Profile & Held & { readonly id: OrganisationId };

/** One statement for all of them; each row costs its provider's places of the last half year. */
export async function candidateFacts(
  { database }: Pick<App, 'database'>,
  { id, category }: Pick<Opportunity, 'id' | 'category'>,
  { providerIds, now }: { readonly providerIds: readonly OrganisationId[]; readonly now: Date },
): Promise<ReadonlyMap<OrganisationId, CandidateFacts>> {
  const since = daysBefore(now, SLATE_DAYS);
  const rows = await database.query<Row>(Prisma.sql`
    SELECT c.id, coalesce(f.markets, '{}') AS markets, coalesce(f.languages, '{}') AS languages,
      coalesce(f.bands, '{}') AS bands, coalesce(f.exclusive, '{}') AS exclusive,
      coalesce(k.level, 'P') AS level, k.benefits_level AS "benefitsLevel",
      to_char(k.benefits_until, 'YYYY-MM-DD') AS "benefitsUntil",
      (SELECT count(*)::int FROM opportunity_place b WHERE b.provider_id = c.id AND b.open
         AND b.answer = 'INTERESTED' AND b.opportunity_id <> ${id}) AS "openBids",
      h."categorySlates", h."recentSlates", h."lastSlateAt", h.response,
      coalesce((s.input::jsonb #>> '{standing,stores}')::int, 0) AS stores,
      coalesce((s.input::jsonb #>> '{standing,storeMonths}')::float8, 0) AS "storeMonths"
    FROM unnest(${[...providerIds]}::text[]) AS c(id)
      LEFT JOIN provider_profile f ON f.provider_id = c.id
      LEFT JOIN provider_rating k ON k.provider_id = c.id
      LEFT JOIN rating_snapshot s ON s.provider_id = k.provider_id AND s.quarter = k.quarter AND s.version = k.version
      CROSS JOIN LATERAL (
        SELECT (count(*) FILTER (WHERE p.round > 0 AND p.listed_at >= ${since} AND p.category = ${category}))::int
            AS "categorySlates",
          (count(*) FILTER (WHERE p.round > 0 AND p.listed_at >= ${since}))::int AS "recentSlates",
          max(p.listed_at) FILTER (WHERE p.round > 0) AS "lastSlateAt",
          (avg((p.answer <> 'INVITED')::int) FILTER (WHERE p.answer IN ('INTERESTED', 'DECLINED')
            OR (p.answer = 'INVITED' AND NOT p.open)))::float8 AS response
        FROM opportunity_place p WHERE p.provider_id = c.id AND p.opportunity_id <> ${id}
          AND p.listed_at >= ${daysBefore(now, ANSWER_DAYS)}) h`);
  return new Map(rows.map((row) => [row.id, factsOf(row, now)]));
}

function factsOf(row: Row, now: Date): CandidateFacts {
  const { markets, languages, bands, exclusive, level, benefitsLevel, benefitsUntil, id: _, ...facts } = row;
  const benefits = benefitLevel({ level, benefitsLevel, benefitsUntil }, today(now, PROGRAMME_ZONE));
  return { ...facts, benefits, profile: { markets, languages, bands, exclusive } };
}

/** Slates of a category in the last 30 days. */
export async function categorySlates(
  { database }: Pick<App, 'database'>,
  { category }: Pick<Opportunity, 'category'>,
  now: Date,
): Promise<number> {
  const [row] = await database.query<{ readonly slates: number }>(Prisma.sql`
    SELECT count(*)::int AS slates FROM opportunity_slate
    WHERE category = ${category} AND made_at >= ${daysBefore(now, SLATE_DAYS)}`);
  return row?.slates ?? 0;
}
