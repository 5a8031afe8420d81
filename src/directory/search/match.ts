import { Prisma } from '../../platform/database/generated/client.ts';
import { compact, type Token } from './fold.ts';
import { containedKeys, grams, typoKeys, unique } from './keys.ts';

/** How names are found: which rows the index gives, which of them count, and how well each fits. */
export interface Match {
  readonly where: Prisma.Sql;
  /** Sorts the best match first. */
  readonly order: Prisma.Sql;
}

/**
 * Names that hold every word that was typed: first the whole name, then its beginning, a part of it, and the words
 * apart from each other. Columns are those of `organisation o`.
 */
export function containing(tokens: readonly Token[]): Match {
  const whole = compact(tokens);
  const keys = unique(keyTokens(tokens).flatMap(containedKeys));
  const found = tokens.map(({ text }) => Prisma.sql`strpos(o.search_name, ${text}) > 0`);
  return {
    where: Prisma.sql`o.search_keys @> ${textArray(keys)} AND ${Prisma.join(found, ' AND ')}`,
    order: Prisma.sql`CASE
      WHEN ${whole} = ANY (string_to_array(o.search_name, E'\n')) THEN 0
      WHEN strpos(E'\n' || o.search_name, E'\n' || ${whole}::text) > 0 THEN 1
      WHEN strpos(o.search_name, ${whole}) > 0 THEN 2 ELSE 3 END`,
  };
}

/** A single Latin letter is only indexed where a word begins; beside other words it need not be. */
function keyTokens(tokens: readonly Token[]): readonly Token[] {
  const longer = tokens.filter(({ text, ideographic }) => ideographic || [...text].length > 1);
  return longer.length === 0 ? tokens : longer;
}

/** Below it is another name: about half of a long word, or one word of two, must be found again. */
const ALIKE = 0.4;

/**
 * Names that were probably meant; null where the text is too short to guess from. `one-error` asks for few rows.
 * `several-errors` also finds long words by their trigrams, which many names share, so ask it last.
 */
export function alike(tokens: readonly Token[], depth: 'one-error' | 'several-errors'): Match | null {
  const keys = unique(tokens.flatMap(depth === 'one-error' ? oneErrorKeys : severalErrorKeys));
  if (keys.length === 0) return null;
  const letters = tokens.reduce((sum, { text }) => sum + [...text].length, 0);
  const parts = tokens.map(
    (token) => Prisma.sql`${[...token.text].length}::float8 * (${tokenCloseness(token)})`,
  );
  const closeness = Prisma.sql`((${Prisma.join(parts, ' + ')}) / ${letters}::float8)`;
  return {
    where: Prisma.sql`o.search_keys && ${textArray(keys)} AND ${closeness} >= ${ALIKE}::float8`,
    order: Prisma.sql`${closeness} DESC`,
  };
}

// From this length on a word may hold two errors, which only its trigrams still find.
const LONG_WORD = 8;
/** So short that one wrong ideograph can leave no pair of neighbours right. */
const SHORT_RUN = 4;

function oneErrorKeys({ text, ideographic }: Token): readonly string[] {
  if (!ideographic) return typoKeys(text);
  const length = [...text].length;
  return length < 3 ? [] : grams(text, length > SHORT_RUN ? 2 : 1);
}

/** Half of the trigrams must be found again, so each name that counts has one of any larger half of them. */
function severalErrorKeys({ text, ideographic }: Token): readonly string[] {
  if (ideographic || [...text].length < LONG_WORD) return [];
  const parts = unique(grams(text, 3));
  return parts.slice(0, Math.floor(parts.length / 2) + 1);
}

function tokenCloseness(token: Token): Prisma.Sql {
  const otherwise = token.ideographic ? ideographsFound(token.text) : wordFound(token.text);
  return Prisma.sql`CASE WHEN strpos(o.search_name, ${token.text}) > 0 THEN 1 ${otherwise} END`;
}

/** The share of ideographs that the name has, where at most one in four (and one in three of a short run) is wrong. */
function ideographsFound(text: string): Prisma.Sql {
  const letters = unique([...text]);
  if (letters.length < 3) return Prisma.sql`ELSE 0`;
  const needed = letters.length - Math.max(1, Math.floor(letters.length / 4));
  const found = sumOfFound(letters);
  return Prisma.sql`WHEN ${found} >= ${needed}::int THEN ${found}::float8 / ${letters.length}::float8 ELSE 0`;
}

/** One error is closer than what only shares letters with it. */
function wordFound(word: string): Prisma.Sql {
  const oneError = typoKeys(word);
  if (oneError.length === 0) return Prisma.sql`ELSE 0`;
  const nearly = Prisma.sql`WHEN o.search_keys && ${textArray(oneError)} THEN 0.9`;
  const parts = unique(grams(word, 3));
  if (parts.length < LONG_WORD - 2) return Prisma.sql`${nearly} ELSE 0`;
  return Prisma.sql`${nearly} ELSE 0.8 * ${sumOfFound(parts)}::float8 / ${parts.length}::float8`;
}

const sumOfFound = (parts: readonly string[]): Prisma.Sql =>
  Prisma.sql`(${Prisma.join(
    parts.map((part) => Prisma.sql`(strpos(o.search_name, ${part}) > 0)::int`),
    ' + ',
  )})`;

const textArray = (items: readonly string[]): Prisma.Sql => Prisma.sql`${[...items]}::text[]`;
