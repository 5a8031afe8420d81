import type { OrganisationKind } from '../../people/principal.ts';
import type { IsoDate } from '../../reports/report.ts';
import { ok, type Refusal, type Result, refuse, refuseAll } from '../../result.ts';
import { isCategory } from '../categories.ts';
import { storable, textRefusals } from '../typed-text.ts';

/** What staff fill in for a new store or provider. Each name is the name of a form's input. */
export interface TypedOrganisation {
  readonly kind: Exclude<OrganisationKind, 'PLATFORM'>;
  readonly name: string;
  readonly legalEntity: string;
  /** ISO 3166, two letters; default CN. */
  readonly country?: string;
  /** IANA zone; default Asia/Shanghai. */
  readonly timeZone?: string;
  readonly categories: readonly string[];
  /** Providers only, inclusive. */
  readonly recognisedUntil?: string;
}

export interface OrganisationFields {
  readonly name: string;
  readonly legalEntity: string;
  readonly country: string;
  readonly timeZone: string;
  readonly categories: readonly string[];
  readonly recognisedUntil: IsoDate | null;
}

const LONGEST_NAME = 100;

/** Everything that is wrong, each beside its input. */
export function organisationFields(typed: TypedOrganisation): Result<OrganisationFields> {
  const fields: OrganisationFields = {
    name: storable(typed.name),
    legalEntity: storable(typed.legalEntity),
    country: (typed.country ?? 'CN').trim().toUpperCase(),
    timeZone: typed.timeZone ?? 'Asia/Shanghai',
    categories: [...new Set(typed.categories)],
    recognisedUntil: typed.kind === 'PROVIDER' ? (typed.recognisedUntil ?? '') : null,
  };
  const [first, ...others] = refusalsOf(fields);
  return first ? refuseAll([first, ...others]) : ok(fields);
}

function refusalsOf(fields: OrganisationFields): readonly Refusal[] {
  const { categories, country, timeZone, recognisedUntil } = fields;
  const unknown = categories.filter((code) => !isCategory(code));
  return [
    ...textRefusals(fields.name, { field: 'name', longest: LONGEST_NAME }),
    ...textRefusals(fields.legalEntity, { field: 'legalEntity', longest: LONGEST_NAME }),
    ...when(!/^[A-Z]{2}$/.test(country), () => refuse('directory.country-unknown', { country }, 'country')),
    ...when(!isZone(timeZone), () => refuse('directory.zone-unknown', { zone: timeZone }, 'timeZone')),
    ...when(categories.length === 0, () => refuse('directory.category-missing', {}, 'categories')),
    ...when(unknown.length > 0, () =>
      refuse('directory.category-unknown', { categories: unknown }, 'categories'),
    ),
    ...when(recognisedUntil !== null && !isDate(recognisedUntil), () =>
      refuse('directory.date-needed', {}, 'recognisedUntil'),
    ),
  ];
}

const when = (wrong: boolean, refusal: () => Refusal): readonly Refusal[] => (wrong ? [refusal()] : []);

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== null;
  } catch {
    return false;
  }
}

function isDate(text: string): boolean {
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  // 2026-02-30 is read as 2 March.
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(text);
}
