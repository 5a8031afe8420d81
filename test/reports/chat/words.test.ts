import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LOCALES } from '../../../src/chat/conversation.ts';
import { refusalText } from '../../../src/chat/messages/refusals.ts';
import { MESSAGES } from '../../../src/chat/messages/resources.ts';
import { createTranslators } from '../../../src/chat/messages/translators.ts';
import { plain } from '../../../src/chat/text.ts';
import { PEOPLE_REFUSALS } from '../../../src/people/refusals.ts';
import { REPORT_REFUSALS } from '../../../src/reports/lifecycle/refusals.ts';
import { refuse } from '../../../src/result.ts';

const translators = createTranslators();
const FOLDER = new URL('../../../src/reports/chat/', import.meta.url).pathname;
const SOURCE = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(FOLDER, file), 'utf8'))
  .join('\n');

/** `items_one` and `items_other` are one message. */
const base = (key: string): string => key.replace(/_(one|other)$/, '');

describe('the words of cases', () => {
  const known = [
    ...new Set(
      Object.keys(MESSAGES.en)
        .filter((key) => key.startsWith('cases.'))
        .map(base),
    ),
  ];

  it('exist wherever the conversation uses them', () => {
    const used = [...SOURCE.matchAll(/'(cases\.[\w.-]+\w)'/g)].flatMap(([, key]) => key ?? []);
    expect(used.length).toBeGreaterThan(100);
    const prefixes = ['cases.side'];
    const refusals = used.filter((key) => SOURCE.includes(`refuse('${key}'`));
    const texts = used.filter((key) => !refusals.includes(key) && !prefixes.includes(key));
    expect(texts.filter((key) => !known.includes(key))).toEqual([]);
    expect(refusals.filter((key) => !known.includes(key.replace('cases.', 'cases.refused.')))).toEqual([]);
  });

  it('are all used', () => {
    const spelled = known.filter(
      (key) => !SOURCE.includes(`'${key}'`) && !SOURCE.includes(`'${key.replace('refused.', '')}'`),
    );
    const built = [...SOURCE.matchAll(/`(cases\.[\w.-]*)\$\{/g)].flatMap(([, prefix]) => prefix ?? []);
    const unused = spelled.filter(
      (key) => ![...built, 'cases.side.'].some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });
});

/** What the data of a refusal may hold, as the rules put it in. */
const SAMPLES: Readonly<Record<string, unknown>> = {
  rolesNeeded: ['STORE_OWNER', 'STAFF_LEAD'],
  state: 'STORE_CONFIRM',
  states: ['STAFF_REVIEW', 'INFO_REQUESTED'],
  rule: 'T9.answer',
  waitsOn: 'provider',
  side: 'store',
  period: 'reporting',
  kind: 'LICENCE',
  reasons: ['SHORT_TERM', 'GMV_GUARANTEE'],
  checks: ['deposit-short', 'ends-before-notice'],
  scopes: ['CUSTOMER_SERVICE', 'WAREHOUSE_LOGISTICS'],
  exception: 'BACK_DATED',
  field: 'QS03.target',
  item: 'QS03:NONE',
  by: 'clock',
  at: new Date('2026-05-06T03:00:00Z'),
  due: new Date('2026-05-06T03:00:00Z'),
  missing: { minor: 100, currency: 'CNY' },
  required: { minor: 100, currency: 'CNY' },
  until: '2026-05-06',
  report: '(report)',
  fileName: '(file)',
  shown: '(hash)',
  current: '(hash)',
};

const REFUSALS = [
  ...Object.entries(REPORT_REFUSALS).map(([name, data]) => [`reports.${name}`, data] as const),
  ...Object.entries(PEOPLE_REFUSALS).map(([name, data]) => [`people.${name}`, data] as const),
];

// A code of the record: SNAKE_CASE, a transition's name, kebab-case, a dotted input.
const CODE = /\b[A-Z]+_[A-Z_]+\b|\bT\d+(\.[a-z]+)?\b|\b[a-z]+(-[a-z]+)+\.|QS\d\d[.:]\w|\bDRAFT\b|\[object/;

describe.each(LOCALES)('no refusal shows a code to a person in %s', (locale) => {
  it.each(REFUSALS)('%s', (code, names) => {
    const data = Object.fromEntries(names.map((name) => [name, SAMPLES[name] ?? 12]));
    expect(plain(refusalText(translators[locale], refuse(code, data)))).not.toMatch(CODE);
  });

  it('fields.not-a-store-category', () => {
    const data = { typed: 'Toys', categories: ['BEAUTY_SKINCARE', 'PETS'] };
    const text = plain(refusalText(translators[locale], refuse('fields.not-a-store-category', data)));
    expect(text).toContain(locale === 'zh' ? '美妆 · 护肤、宠物' : 'Beauty · Skincare, Pets');
  });
});

it('a late click is told who decided what, and when', () => {
  const at = new Date('2026-05-06T03:00:00Z');
  const refusal = refuse('reports.already-decided', {
    report: 'CR-2026-000001',
    by: 'Lin Wei',
    byClock: false,
    at,
    rule: 'T3',
    state: 'FILLING',
  });
  const text = refusalText(translators.en, refusal);
  expect(plain(text)).toBe(`Already decided by Lin Wei at ${at.toISOString()}: Accepted by the provider.`);
  expect(text).toContainEqual({ instant: at, style: 'moment' });
  expect(plain(refusalText(translators.zh, refusal))).toMatch(/^Lin Wei已于 .* 处理：服务商接受。$/);
});
