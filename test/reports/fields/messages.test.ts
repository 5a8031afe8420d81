import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fields as fieldsInEnglish } from '../../../src/chat/messages/en/fields.ts';
import { standards as standardsInEnglish } from '../../../src/chat/messages/en/standards.ts';
import { flatten } from '../../../src/chat/messages/flatten.ts';
import { placeholders } from '../../../src/chat/messages/template.ts';
import { fields as fieldsInChinese } from '../../../src/chat/messages/zh/fields.ts';
import { standards as standardsInChinese } from '../../../src/chat/messages/zh/standards.ts';
import { providerPages, storePages } from '../../../src/reports/fields/forms.ts';
import { blankCost } from '../../../src/reports/quality-standards/blank-cost.ts';
import { CATALOGUE } from '../../../src/reports/quality-standards/catalogue.ts';
import { STANDARD_CODES } from '../../../src/reports/quality-standards/line.ts';

const english = flatten({ fields: fieldsInEnglish, standards: standardsInEnglish });
const chinese = flatten({ fields: fieldsInChinese, standards: standardsInChinese });
const pages = [...providerPages(['FULL']), ...storePages];

describe('the words of fields and standards', () => {
  it('are the same keys in both languages, with the same values in them', () => {
    expect(Object.keys(chinese).sort()).toEqual(Object.keys(english).sort());
    for (const [key, message] of Object.entries(english)) {
      expect([key, placeholders(chinese[key] ?? '').toSorted()]).toEqual([
        key,
        placeholders(message).toSorted(),
      ]);
    }
  });

  it('name every page, input, help and option', () => {
    const inputs = pages.flatMap((page) => page.fields);
    const options = inputs.flatMap((input) => (input.options ?? []).map((option) => option.label));
    const keys = [
      ...pages.map((page) => page.title),
      ...inputs.flatMap(({ label, help }) => [label, help]),
      ...options,
    ];
    expect(keys.filter((key) => english[key] === undefined)).toEqual([]);
  });

  it('are given every value that a label or help speaks of', () => {
    for (const { label, help, messageData = {} } of pages.flatMap((page) => page.fields)) {
      const wanted = [label, help].flatMap((key) => placeholders(english[key] ?? ''));
      expect(wanted.filter((name) => !(name in messageData))).toEqual([]);
    }
  });

  it('say what every standard measures and what its blank costs', () => {
    const keys = blankCost(STANDARD_CODES, ['FULL']).flatMap(({ metric, message }) => [metric, message]);
    const { unit, window, source } = { unit: 'unit', window: 'window', source: 'source' } as const;
    const words = STANDARD_CODES.flatMap((code) =>
      [unit, window, source].map((part) => `standards.${part}.${CATALOGUE[code][part]}`),
    );
    expect([...keys, ...words].filter((key) => english[key] === undefined)).toEqual([]);
  });

  it('hold a sentence for every refusal that the code makes', () => {
    const source = globSync('src/reports/{fields,quality-standards}/**/*.ts').map((path) =>
      readFileSync(path, 'utf8'),
    );
    const codes = source.flatMap((text) => [...text.matchAll(/'(fields|standards)\.([a-z-]+)'/g)]);
    const keys = [...new Set(codes.map(([, domain, code]) => `${domain}.refused.${code}`))];
    expect(keys.length).toBeGreaterThan(50);
    expect(keys.filter((key) => english[key] === undefined)).toEqual([]);
    const unused = Object.keys(english).filter((key) => key.includes('.refused.') && !keys.includes(key));
    expect(unused).toEqual([]);
  });
});
