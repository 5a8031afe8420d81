/** Codes that the rules put into a message's data, in the reader's words. Whatever is not a code stays as it was typed. */
import { categoryName } from '../../directory/categories.ts';
import type { Inline } from '../text.ts';
import { byName } from './names.ts';
import type { Translate } from './translate.ts';

/** Under which key the words for a placeholder's code stand. */
const WORDS: Readonly<Record<string, string>> = {
  state: 'reports.state',
  states: 'reports.state',
  opportunityState: 'opportunities.state',
  rule: 'reports.transition',
  waitsOn: 'reports.waiter',
  side: 'reports.waiter',
  period: 'reports.period',
  kind: 'reports.qualification',
  reasons: 'reports.second-approval',
  checks: 'reports.check',
  missing: 'services.missing',
  step: 'services.step',
  scopes: 'fields.option.serviceScope',
  exception: 'fields.option.exception',
  field: 'fields.label',
};

/** Placeholders that hold a calendar date, `YYYY-MM-DD`. What was typed is quoted as it was typed. */
const DAYS: readonly string[] = [
  'from',
  'until',
  'start',
  'end',
  'today',
  'earliest',
  'date',
  'day',
  'signedOn',
  'validUntil',
  'recognisedUntil',
  'reportingStart',
  'reportingEnd',
];
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** One value of a message; the name of its placeholder says what kind of code it is. */
export function codeWord(t: Translate, name: string, value: unknown): Inline | number {
  if (Array.isArray(value)) return value.map((each) => plainWord(t, name, each)).join(t('common.comma'));
  if (value instanceof Date) return { instant: value, style: 'moment' };
  if (isMoney(value)) return moneyText(value);
  if (isStandIn(value)) return byName(t, value.by, value.principal);
  if (typeof value === 'number') return value;
  const word = plainWord(t, name, value);
  return DAYS.includes(name) && ISO_DATE.test(word) ? { day: word } : word;
}

function plainWord(t: Translate, name: string, value: unknown): string {
  const code = String(value);
  if (name === 'item') return tickWord(t, code);
  if (name === 'by' && code === 'clock') return t('reports.clock');
  if (name === 'categories') return categoryName(code, t.locale);
  // A standard is one thing to people, whichever of its inputs is meant.
  if (name === 'field' && code.includes('.')) return plainWord(t, name, code.split('.')[0]);
  const key = `${WORDS[name]}.${code}`;
  return name in WORDS && t.has(key) ? t(key) : code;
}

/** `QS03:NA` is a box that the store must tick. */
function tickWord(t: Translate, tick: string): string {
  const [code, what] = tick.split(':');
  const key = `reports.tick.${what}`;
  return t.has(key) ? t(key, { code }) : tick;
}

interface Money {
  readonly minor: number;
  /** ISO 4217 */
  readonly currency: string;
}

const isMoney = (value: unknown): value is Money =>
  typeof value === 'object' && value !== null && 'minor' in value && 'currency' in value;

interface StandIn {
  readonly by: string;
  readonly principal: string;
}

const isStandIn = (value: unknown): value is StandIn =>
  typeof value === 'object' && value !== null && 'by' in value && 'principal' in value;

/** `12,000.50 CNY`: the same in every language, so that nobody reads a point for a comma. */
function moneyText({ minor, currency }: Money): string {
  const { maximumFractionDigits: digits = 2 } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  const amount = new Intl.NumberFormat('en', { minimumFractionDigits: digits }).format(minor / 10 ** digits);
  return `${amount} ${currency}`;
}
