import type { Reader } from '../../../chat/conversation.ts';
import type { Inline } from '../../../chat/text.ts';
import { categoryName } from '../../../directory/categories.ts';
import { inputNamed } from '../../fields/by-input.ts';
import type { RevisionFields } from '../../fields/revision-fields.ts';
import { isIsoDate } from '../../periods.ts';
import type { Remedy } from '../../quality-standards/line.ts';
import { amount, remedyName, targetText } from './standard-text.ts';

export interface FiledValue {
  /** The input that it belongs to, as `diffRevisions` names it. */
  readonly name: string;
  readonly value: unknown;
  /** The revision that it stands in: an amount is read in its currency. */
  readonly fields: RevisionFields;
  /** Of a principal. */
  readonly nameOf: (id: string) => string;
}

const NOTHING = '–';
const MONEY: readonly string[] = ['fixedFee', 'gmvTarget'];

/** One filed value as people write it. */
export function filedText(reader: Reader, filed: FiledValue): Inline {
  const { value } = filed;
  if (value === undefined || value === null || value === '') return NOTHING;
  if (Array.isArray(value)) return listText(reader, filed, value);
  if (typeof value === 'boolean') return reader.t(`fields.option.yesNo.${value ? 'YES' : 'NO'}`);
  if (typeof value === 'number') return numberText(reader, filed, value);
  if (typeof value === 'string') return wordText(reader, filed, value);
  return objectText(reader, value);
}

function numberText(reader: Reader, { name, fields }: FiledValue, value: number): string {
  if (MONEY.includes(name)) return amount(reader.locale, value, fields.currency) ?? NOTHING;
  if (name === 'commission') return `${value / 100} %`;
  const [code, part] = name.split('.');
  const line = fields.qualityStandards.find((standard) => standard.code === code);
  if (!line || part !== 'target') return String(value);
  return targetText(reader, { target: value, unit: line.unit }, fields.currency);
}

function wordText({ t, locale }: Reader, { name, nameOf }: FiledValue, value: string): Inline {
  if (name === 'categories') return categoryName(value, locale);
  if (name === 'contactPrincipals') return nameOf(value);
  if (isIsoDate(value)) return { day: value };
  const option = inputNamed(name)?.options?.find((each) => each.value === value);
  return option ? t(option.label, option.labelData) : value;
}

function listText(reader: Reader, filed: FiledValue, values: readonly unknown[]): string {
  if (values.length === 0) return NOTHING;
  const texts = values.map((value) => filedText(reader, { ...filed, value }));
  return texts.map((text) => (typeof text === 'string' ? text : NOTHING)).join(reader.t('common.comma'));
}

/** An exception, a link, a file, or a remedy. */
function objectText({ t }: Reader, value: object): string {
  if ('code' in value) return t(`fields.option.exception.${String(value.code)}`);
  if ('url' in value) return String(value.url);
  if ('name' in value) return String(value.name);
  return isRemedy(value) ? remedyName({ t }, value) : NOTHING;
}

const REMEDIES: readonly unknown[] = [
  'FIX_IN_DAYS',
  'FEE_CREDIT',
  'EXIT_RIGHT',
  'NONE',
] satisfies readonly Remedy['kind'][];
const isRemedy = (value: object): value is Remedy => 'kind' in value && REMEDIES.includes(value.kind);
