import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleRevision } from '../../../../src/reports/fields/assemble-revision.ts';
import { providerPages } from '../../../../src/reports/fields/forms.ts';
import { parsePage } from '../../../../src/reports/fields/parse-page.ts';
import { cleanText, storableValues } from '../../../../src/reports/fields/typed/clean.ts';
import { draft, facts } from '../draft.ts';
import { accepted, told } from '../refusals.ts';

describe('weird input', () => {
  it.each([
    'Li 👩‍👩‍👧‍👦 Na 🎉',
    'שלום עולם',
    '<!channel> <@U123> <https://x.co|click>',
    '@everyone *bold* ~~no~~ `code`',
    "Robert'); DROP TABLE report;--",
    '{{label}} $t(fields.page.team)',
    '李娜（客户经理）',
    'é as two signs',
  ])('%j is kept as typed', (name) => {
    const fields = accepted(assembleRevision(draft({ accountManager: name }), facts()));
    expect(fields.team.accountManager).toBe(name);
  });

  it('controls that no keyboard types are dropped, since PostgreSQL refuses them', () => {
    const fields = accepted(
      assembleRevision(
        draft({ accountManager: 'Li\u0000 Na\u0007\u009f', contractNo: 'HT\ud800-9' }),
        facts(),
      ),
    );
    expect(fields.team.accountManager).toBe('Li Na');
    expect(fields.contractNo).toBe('HT\ufffd-9');
  });

  it('overlong text is refused by its length as people count it', () => {
    const result = assembleRevision(draft({ accountManager: '😀'.repeat(61) }), facts());
    expect(told(result)).toEqual(['accountManager: fields.too-long']);
    expect(told(assembleRevision(draft({ accountManager: '😀'.repeat(60) }), facts()))).toEqual([]);
  });

  it('a line break in a one-line input becomes a space', () => {
    const fields = accepted(assembleRevision(draft({ accountManager: 'Li\r\nNa' }), facts()));
    expect(fields.team.accountManager).toBe('Li Na');
  });

  it('a million characters are refused at once', () => {
    const long = '1,'.repeat(500_000);
    const result = assembleRevision(
      draft({ fixedFee: long, contractStart: long, 'QS01.target': long, dataAccess: long }),
      facts(),
    );
    expect(told(result).length).toBeGreaterThanOrEqual(4);
  });

  it('whatever is typed is judged without breaking, and what is kept can be stored', () => {
    const names = providerPages(['OPERATIONS']).flatMap((page) => page.fields.map((field) => field.name));
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('１２', '¥', '≤', '99999999999999999999', '2026-13-45', '-', 'YES', 'FIXED'),
      fc.array(fc.string({ unit: 'binary' }), { maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), typed), (raw) => {
        assembleRevision(raw, facts());
        for (const page of providerPages(['OPERATIONS'])) {
          parsePage(page.id, raw, facts());
        }
        const kept = JSON.stringify(storableValues(raw));
        expect(kept).not.toContain('\\u0000');
        expect(kept).not.toMatch(/\\ud[89a-f]/i);
      }),
    );
  });

  it('cleaning twice changes nothing more', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
      }),
    );
  });

  it('a draft never keeps what looks like a key', () => {
    expect(storableValues({ dataAccess: 'token: abcd1234', brands: ['Aurora', 'Nova'] })).toEqual({
      brands: ['Aurora', 'Nova'],
    });
  });
});
