import type { App } from '../../app.ts';
import type { OrganisationId } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { Level } from '../../ratings/levels/level.ts';
import { levelRank } from '../../ratings/record/level-rank.ts';
import type { IsoDate } from '../../reports/report.ts';
import { type Result, refuse } from '../../result.ts';
import { dateIn, type Standing, standingOf } from '../standing.ts';
import { foldedTokens, type Token } from './fold.ts';
import { alike, containing, type Match } from './match.ts';

export interface SearchPage<Found> {
  readonly found: readonly Found[];
  /** From 0. */
  readonly page: number;
  readonly more: boolean;
  /** True: nothing holds the text; these are names like it. */
  readonly guessed: boolean;
}

export interface Search {
  readonly text: string;
  /** From 0. */
  readonly page?: number;
}

export interface FoundOrganisation {
  readonly id: OrganisationId;
  readonly name: string;
  readonly legalEntity: string;
  readonly categories: readonly string[];
}

export interface FoundProvider extends FoundOrganisation {
  readonly recognisedUntil: IsoDate;
  readonly standing: Standing;
  readonly offeredItems: number;
  readonly level: Level;
}

export const SEARCH_PAGE = 10;

/**
 * Providers by company name, legal entity, or a part of either, ten to a page: best match first, recognised before
 * barred, the higher level before the lower. Refuses `directory.search-empty` where the text holds no letter or digit.
 */
export async function searchProviders(
  app: Pick<App, 'database' | 'clock'>,
  search: Search,
): Promise<Result<SearchPage<FoundProvider>>> {
  const now = app.clock.now();
  const result = await searched<ProviderRow>(app, search, (match, page) => providerPage(match, page, now));
  if ('refused' in result) return result;
  return { ok: { ...result.ok, found: result.ok.found.map((row) => foundProvider(row, now)) } };
}

/** The same for stores. */
export function searchStores(
  app: Pick<App, 'database'>,
  search: Search,
): Promise<Result<SearchPage<FoundOrganisation>>> {
  return searched<FoundOrganisation>(app, search, storePage);
}

type PageQuery = (match: Match, page: number) => Prisma.Sql;

async function searched<Row>(
  { database }: Pick<App, 'database'>,
  { text, page = 0 }: Search,
  query: PageQuery,
): Promise<Result<SearchPage<Row>>> {
  const tokens = foldedTokens(text);
  if (tokens.length === 0) return refuse('directory.search-empty', {}, 'name');
  for (const { match, guessed } of attempts(tokens)) {
    const rows = await database.query<Row>(query(match, page));
    if (rows.length > 0) {
      return { ok: { found: rows.slice(0, SEARCH_PAGE), page, more: rows.length > SEARCH_PAGE, guessed } };
    }
  }
  return { ok: { found: [], page, more: false, guessed: false } };
}

/** Guessing starts only where nothing holds the text: it costs more, and a right name is never buried. */
function attempts(tokens: readonly Token[]): readonly { readonly match: Match; readonly guessed: boolean }[] {
  const guesses = [alike(tokens, 'one-error'), alike(tokens, 'several-errors')];
  return [
    { match: containing(tokens), guessed: false },
    ...guesses.flatMap((match) => (match === null ? [] : [{ match, guessed: true }])),
  ];
}

interface ProviderRow extends FoundOrganisation {
  readonly timeZone: string;
  readonly recognisedUntil: IsoDate;
  readonly barredAt: Date | null;
  readonly offeredItems: number;
  readonly level: Level;
}

/** A suspended rating is not shown, nor does it bring anybody forward. */
const LEVEL = Prisma.sql`CASE WHEN k.suspended_at IS NULL THEN coalesce(k.level, 'P') ELSE 'P' END`;

/** Exported for the test that holds the plan to the index. */
export function providerPage(match: Match, page: number, now: Date): Prisma.Sql {
  return Prisma.sql`
    SELECT found.*, (SELECT count(*)::int FROM service_item i WHERE i.provider_id = found.id AND i.offered)
      AS "offeredItems"
    FROM (
      SELECT o.id, o.name, o.legal_entity AS "legalEntity", o.time_zone AS "timeZone", p.categories,
        to_char(p.recognised_until, 'YYYY-MM-DD') AS "recognisedUntil", p.barred_at AS "barredAt",
        ${LEVEL} AS level
      FROM organisation o JOIN provider p ON p.id = o.id LEFT JOIN provider_rating k ON k.provider_id = o.id
      WHERE o.kind = 'PROVIDER' AND ${match.where}
      ORDER BY ${match.order}, (p.barred_at IS NOT NULL),
        (p.recognised_until < (${now}::timestamptz AT TIME ZONE o.time_zone)::date), ${levelRank(LEVEL)} DESC,
        ${TIES}
      ${limit(page)}) found`;
}

function storePage(match: Match, page: number): Prisma.Sql {
  return Prisma.sql`
    SELECT o.id, o.name, o.legal_entity AS "legalEntity", s.categories
    FROM organisation o JOIN store s ON s.id = o.id
    WHERE o.kind = 'STORE' AND ${match.where}
    ORDER BY ${match.order}, ${TIES} ${limit(page)}`;
}

// The shorter name is the closer one. The collation is named so that every database sorts alike.
const TIES = Prisma.sql`char_length(o.search_name), o.name COLLATE "C", o.id COLLATE "C"`;

/** One more than shown tells whether there is another page. */
const limit = (page: number): Prisma.Sql =>
  Prisma.sql`LIMIT ${SEARCH_PAGE + 1}::int OFFSET ${Math.max(0, page) * SEARCH_PAGE}::int`;

function foundProvider({ timeZone, barredAt, ...row }: ProviderRow, now: Date): FoundProvider {
  return { ...row, standing: standingOf({ ...row, barredAt }, dateIn(timeZone, now)) };
}
