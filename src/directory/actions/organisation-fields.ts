import type { OrganisationKind } from '../../people/principal.ts';
import { zoneNamed } from '../../people/zone.ts';
import type { IsoDate } from '../../reports/report.ts';
import { isRefused, ok, type Refusal, type Result, refuse, refuseAll } from '../../result.ts';
import { isCategory } from '../categories.ts';
import { allOf, amountOrNone, dateOrNone, neededDate } from '../typed-facts.ts';
import { storable, textRefusals } from '../typed-text.ts';

export const REGISTERED_KINDS = ['STORE', 'PROVIDER'] as const satisfies readonly OrganisationKind[];
export type RegisteredKind = (typeof REGISTERED_KINDS)[number];

export const isRegisteredKind = (text: string): text is RegisteredKind =>
  REGISTERED_KINDS.some((kind) => kind === text);

/** What staff fill in for a new store or provider. Each name is the name of a form's input. */
export interface TypedOrganisation extends TypedProviderFacts {
  readonly kind: RegisteredKind;
  readonly name: string;
  readonly legalEntity: string;
  /** ISO 3166, two letters; default CN. */
  readonly country?: string;
  /** IANA zone; default Asia/Shanghai. */
  readonly timeZone?: string;
  readonly categories: readonly string[];
  /** Shared by organisations of one owner (G5). */
  readonly controlGroup?: string;
}

/** Of providers only. */
export interface TypedProviderFacts {
  /** Inclusive. */
  readonly recognisedUntil?: string;
  /** In {@link DEPOSIT_CURRENCY}; default nothing. */
  readonly deposit?: string;
  /** Inclusive. */
  readonly licenceUntil?: string;
}

export interface OrganisationFields {
  readonly name: string;
  readonly legalEntity: string;
  readonly country: string;
  readonly timeZone: string;
  readonly categories: readonly string[];
  readonly controlGroup: string | null;
}

export interface ProviderFacts {
  readonly recognisedUntil: IsoDate;
  readonly depositAvailableMinor: number;
  readonly licenceUntil: IsoDate | null;
}

export const DEPOSIT_CURRENCY = 'CNY';
export const LONGEST_NAME = 100;
export const LONGEST_GROUP = 60;

/** What stores and providers have in common. Everything that is wrong, each beside its input. */
export function organisationFields(typed: TypedOrganisation): Result<OrganisationFields> {
  const timeZone = typed.timeZone ?? 'Asia/Shanghai';
  const fields: OrganisationFields = {
    name: storable(typed.name),
    legalEntity: storable(typed.legalEntity),
    country: countryTyped(typed.country ?? 'CN'),
    timeZone: zoneNamed(timeZone) ?? timeZone,
    categories: [...new Set(typed.categories)],
    controlGroup: groupTyped(typed.controlGroup ?? ''),
  };
  const [first, ...others] = wrongIn(fields);
  return first ? refuseAll([first, ...others]) : ok(fields);
}

/** What only providers have; null for a store. Refused beside the inputs. */
function providerFacts(typed: TypedOrganisation): Result<ProviderFacts | null> {
  if (typed.kind === 'STORE') return ok(null);
  const read = allOf<Omit<ProviderFacts, 'depositAvailableMinor'> & { readonly deposit: number | null }>({
    recognisedUntil: neededDate('recognisedUntil', typed.recognisedUntil),
    deposit: amountOrNone('deposit', typed.deposit, DEPOSIT_CURRENCY),
    licenceUntil: dateOrNone('licenceUntil', typed.licenceUntil),
  });
  if (isRefused(read)) return read;
  const { deposit, ...facts } = read.ok;
  return ok({ ...facts, depositAvailableMinor: deposit ?? 0 });
}

export interface Registration {
  readonly organisation: OrganisationFields;
  readonly provider: ProviderFacts | null;
}

export function registrationFields(typed: TypedOrganisation): Result<Registration> {
  return allOf<Registration>({ organisation: organisationFields(typed), provider: providerFacts(typed) });
}

/** One spelling, because two groups are compared letter by letter. */
function groupTyped(typed: string): string | null {
  const group = storable(typed).normalize('NFKC').replace(/\s+/gu, ' ').toUpperCase();
  return group === '' ? null : group;
}

function wrongIn(fields: OrganisationFields): readonly Refusal[] {
  const { categories, country, timeZone, controlGroup } = fields;
  const unknown = categories.filter((code) => !isCategory(code));
  return [
    ...textRefusals(fields.name, { field: 'name', longest: LONGEST_NAME }),
    ...textRefusals(fields.legalEntity, { field: 'legalEntity', longest: LONGEST_NAME }),
    ...when(!isCountry(country), () => refuse('directory.country-unknown', { country }, 'country')),
    ...when(zoneNamed(timeZone) === undefined, () =>
      refuse('directory.zone-unknown', { zone: timeZone }, 'timeZone'),
    ),
    ...when(categories.length === 0, () => refuse('directory.category-missing', {}, 'categories')),
    ...when(unknown.length > 0, () =>
      refuse('directory.category-unknown', { categories: unknown }, 'categories'),
    ),
    ...(controlGroup === null
      ? []
      : textRefusals(controlGroup, { field: 'controlGroup', longest: LONGEST_GROUP })),
  ];
}

const when = (wrong: boolean, refusal: () => Refusal): readonly Refusal[] => (wrong ? [refusal()] : []);

/** Codes that others stand for are replaced: UK is GB. */
function countryTyped(typed: string): string {
  const code = typed.normalize('NFKC').trim().toUpperCase();
  return /^[A-Z]{2}$/.test(code) ? (new Intl.Locale(`und-${code}`).region ?? code) : code;
}

const COUNTRY_NAMES = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** One that somebody has named: the party's working calendar follows from it. */
const isCountry = (code: string): boolean =>
  /^[A-Z]{2}$/.test(code) && code !== 'ZZ' && COUNTRY_NAMES.of(code) !== undefined;
