import { type Category, isCategory } from '../../directory/categories.ts';
import { allOf, neededDate } from '../../directory/typed-facts.ts';
import { storable, textRefusals } from '../../directory/typed-text.ts';
import { PROGRAMME_ZONE } from '../../ratings/cycle/quarter.ts';
import { addDays, startOfDate, today } from '../../reports/periods.ts';
import { type IsoDate, SERVICE_SCOPES, type ServiceScope } from '../../reports/report.ts';
import { isRefused, ok, type Result, refuse } from '../../result.ts';
import type { Need } from './opportunity.ts';
import { type Band, isBand, isLanguage, isMarket, type Language, type Market } from './vocabulary.ts';

/** As typed; each name is the name of the form's input. */
export interface TypedNeed {
  readonly brand: string;
  readonly category: string;
  readonly scopes: readonly string[];
  readonly markets: readonly string[];
  readonly languages: readonly string[];
  readonly band: string;
  readonly startsOn: string;
  readonly answerUntil: string;
  readonly confidential: string;
  readonly details: string;
}

export const LONGEST_BRAND = 80;
export const LONGEST_DETAILS = 1_000;

/** Everything that is wrong, each beside its input; the brand's store is looked up elsewhere. */
export function needOf(typed: TypedNeed, now: Date): Result<Omit<Need, 'storeId'>> {
  const { scopes, markets, languages, confidential } = typed;
  return allOf<Omit<Need, 'storeId'>>({
    brand: line(typed.brand, 'brand', LONGEST_BRAND),
    category: chosenCategory(typed.category),
    scopes: chosenScopes(scopes),
    markets: ok<readonly Market[]>(markets.filter(isMarket)),
    languages: ok<readonly Language[]>(languages.filter(isLanguage)),
    band: chosenBand(typed.band),
    startsOn: notPast('startsOn', typed.startsOn, now),
    answerUntil: notPast('answerUntil', typed.answerUntil, now),
    confidential: ok(confidential === 'YES'),
    details: optionalLine(typed.details),
  });
}

/** The instant at which a day of the programme is over. */
export const endOfDay = (date: IsoDate): Date => startOfDate(addDays(date, 1), PROGRAMME_ZONE);

function line(typed: string, field: string, longest: number): Result<string> {
  const text = storable(typed);
  const [wrong] = textRefusals(text, { field, longest });
  return wrong ?? ok(text);
}

const optionalLine = (typed: string): Result<string> =>
  storable(typed) === '' ? ok('') : line(typed, 'details', LONGEST_DETAILS);

const blank = (field: string) => refuse('opportunities.choose-one', {}, field);

const chosenCategory = (typed: string): Result<Category> =>
  isCategory(typed) ? ok(typed) : blank('category');

const chosenBand = (typed: string): Result<Band> => (isBand(typed) ? ok(typed) : blank('band'));

function chosenScopes(typed: readonly string[]): Result<readonly ServiceScope[]> {
  const scopes = SERVICE_SCOPES.filter((scope) => typed.includes(scope));
  return scopes.length === 0 ? blank('scopes') : ok(scopes);
}

function notPast(field: string, typed: string, now: Date): Result<IsoDate> {
  const date = neededDate(field, typed);
  if (isRefused(date)) return date;
  const earliest = today(now, PROGRAMME_ZONE);
  return date.ok < earliest ? refuse('opportunities.day-is-past', { earliest }, field) : date;
}
