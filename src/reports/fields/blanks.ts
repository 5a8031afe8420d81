/** Which inputs still say nothing (domain-rules §3.3 G6). */
import type { StandardCode } from '../quality-standards/line.ts';
import { isBlankStandard, standardInputs } from '../quality-standards/parse-line.ts';
import { mandatoryStandards, offeredStandards } from '../quality-standards/scopes.ts';
import type { ServiceScope } from '../report.ts';
import type { FieldValues } from './field-values.ts';
import { providerPages, storePages } from './forms.ts';
import type { PageField } from './page.ts';
import { feeModelIn, hasCommission, hasFixedFee } from './pages/fees.ts';
import { isBlankText } from './typed/blank.ts';
import { typedText, typedValues } from './typed/clean.ts';

/** Mandatory inputs that are blank, by name, in the order of the form; a standard is named by its target input. */
export function blanksOf(raw: FieldValues, scopes: readonly ServiceScope[]): readonly string[] {
  const standards = new Set(mandatoryStandards(scopes).map((code) => standardInputs(code).target));
  const blankStandards = new Set(
    mandatoryBlankStandards(raw, scopes).map((code) => standardInputs(code).target),
  );
  return providerPages(scopes)
    .flatMap((page) => page.fields)
    .filter((field) => (standards.has(field.name) ? blankStandards.has(field.name) : isMissing(field, raw)))
    .map((field) => field.name);
}

/** As {@link blanksOf}, for the store's request. */
export function requestBlanksOf(raw: FieldValues): readonly string[] {
  const fields = storePages.flatMap((page) => page.fields);
  return fields.filter((field) => isMissing(field, raw)).map((field) => field.name);
}

function mandatoryBlankStandards(raw: FieldValues, scopes: readonly ServiceScope[]): readonly StandardCode[] {
  return mandatoryStandards(scopes).filter((code) => isBlankStandard(code, raw));
}

/** Every standard that the form offers and that was left blank: what `blankCost` is told of before submission. */
export function blankStandards(raw: FieldValues, scopes: readonly ServiceScope[]): readonly StandardCode[] {
  return offeredStandards(scopes).filter((code) => isBlankStandard(code, raw));
}

type Condition = (raw: FieldValues) => boolean;

const says = (raw: FieldValues, name: string): boolean => !isBlankText(typedText(raw[name]));
const chosen = (raw: FieldValues, name: string): string => typedText(raw[name]).toUpperCase();

/** When an input that is mandatory only sometimes must hold something. */
const NEEDED: Readonly<Record<string, Condition>> = {
  fixedFee: (raw) => hasFixedFee(feeModelIn(raw)),
  commission: (raw) => hasCommission(feeModelIn(raw)),
  currency: (raw) =>
    hasFixedFee(feeModelIn(raw)) || ['fixedFee', 'gmvTarget', 'QS11.target'].some((name) => says(raw, name)),
  relatedPartyText: (raw) => chosen(raw, 'relatedParty') === 'DECLARED',
  exceptionText: (raw) => typedValues(raw.exceptionCodes).length > 0,
  deliverables: (raw) => says(raw, 'QS14.target'),
};

function isMissing(field: PageField, raw: FieldValues): boolean {
  if (field.mandatory === 'never') return false;
  if (field.mandatory === 'sometimes' && NEEDED[field.name]?.(raw) !== true) return false;
  return isBlankField(field, raw);
}

const MENUS: readonly string[] = ['choice', 'choices', 'file', 'people'];

/** Only an empty menu is blank: NONE is an answer there (`typed/field-schema.ts` reads them the same way). */
function isBlankField(field: PageField, raw: FieldValues): boolean {
  const value = raw[field.name];
  return MENUS.includes(field.kind) ? typedValues(value).length === 0 : isBlankText(typedText(value));
}
