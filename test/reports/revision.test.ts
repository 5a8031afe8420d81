import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assembleRevision } from '../../src/reports/fields/assemble-revision.ts';
import { draftOf } from '../../src/reports/fields/draft-of.ts';
import type { RevisionFields } from '../../src/reports/fields/revision-fields.ts';
import { canonicalJson, diffRevisions, revisionDocument, revisionHash } from '../../src/reports/revision.ts';
import { draft, facts } from './fields/draft.ts';
import { accepted } from './fields/refusals.ts';

const head = {
  reportId: 'CR-2026-000123',
  revision: 2,
  storeId: 'st_9',
  providerId: 'prv_1',
  serviceScope: ['OPERATIONS'],
  reportingStart: '2026-06-01',
  reportingEnd: '2027-05-31',
} as const;

const fieldsOf = (changes = {}): RevisionFields => accepted(assembleRevision(draft(changes), facts()));

describe('the hash of a revision', () => {
  it('is that of the rules for their example', () => {
    expect(revisionHash(revisionDocument(head, {}))).toBe(
      '8aff192979716a6302b28a5d9d33751a3afb279ed2e8dac84094f1bc976f0baa',
    );
  });

  it('writes keys sorted and without spaces', () => {
    expect(canonicalJson(revisionDocument(head, {}))).toBe(
      '{"provider_id":"prv_1","report_id":"CR-2026-000123","reporting_end":"2027-05-31","reporting_start":"2026-06-01","revision":2,"service_scope":["OPERATIONS"],"store_id":"st_9"}',
    );
  });

  it('does not depend on the order in which the scopes were chosen', () => {
    const both = (serviceScope: readonly ('DESIGN' | 'MARKETING')[]) =>
      revisionHash(revisionDocument({ ...head, serviceScope }, {}));
    expect(both(['DESIGN', 'MARKETING'])).toBe(both(['MARKETING', 'DESIGN']));
  });

  const json = fc.jsonValue({ maxDepth: 3 }).map((value) => JSON.parse(JSON.stringify(value)));
  const record = fc.dictionary(fc.string(), json);

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(record, (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(revisionHash(turned)).toBe(revisionHash(value));
      }),
    );
  });

  it('is the same only for the same content', () => {
    fc.assert(
      fc.property(record, record, (one, other) => {
        const same = canonicalJson(JSON.parse(canonicalJson(one))) === canonicalJson(other);
        expect(revisionHash(one) === revisionHash(other)).toBe(same);
      }),
    );
  });

  it('changes with any change, and is read back whole', () => {
    fc.assert(
      fc.property(record, fc.string(), json, (value, key, added) => {
        fc.pre(!Object.hasOwn(value, key) || canonicalJson(value[key] ?? null) !== canonicalJson(added));
        expect(revisionHash({ ...value, [key]: added })).not.toBe(revisionHash(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(value);
      }),
    );
  });

  it('is refused to what JSON cannot carry', () => {
    expect(() => canonicalJson({ score: Number.NaN })).toThrow(/number \(NaN\)/);
  });
});

describe('what changed between two revisions', () => {
  it('is nothing between a revision and the same again', () => {
    expect(diffRevisions(fieldsOf(), fieldsOf())).toEqual([]);
  });

  it.each([
    [{ contractNo: 'HT-2026-002' }, 'contractNo', 'HT-2026-001', 'HT-2026-002'],
    [{ fixedFee: '1' }, 'fixedFee', 1_200_050, 100],
    [{ backups: 'Wang Fang, Zhao' }, 'backups', ['Wang Fang'], ['Wang Fang', 'Zhao']],
    [{ headcountOther: '2' }, 'headcountOther', 0, 2],
    [{ contactOutOfChat: 'a@b.example' }, 'contactOutOfChat', 'li.na@example.com', 'a@b.example'],
    [{ 'QS01.target': '90' }, 'QS01.target', 60, 90],
    [
      { 'QS02.remedy': 'EXIT_RIGHT' },
      'QS02.remedy',
      { kind: 'FIX_IN_DAYS', days: 7 },
      { kind: 'EXIT_RIGHT' },
    ],
    [{ standardsClause: 'Annex 2' }, 'standardsClause', null, 'Annex 2'],
  ])('is told under the name of the input: %j', (changes, field, before, after) => {
    expect(diffRevisions(fieldsOf(), fieldsOf(changes))).toEqual([{ field, before, after }]);
  });

  it('shows a standard that one of the two does not have', () => {
    const changes = diffRevisions(fieldsOf(), fieldsOf({ 'QS13.target': '3' }));
    expect(changes).toContainEqual({ field: 'QS13.target', before: undefined, after: 3 });
  });

  it('is empty exactly when the hashes agree', () => {
    const variants = [
      {},
      { brands: 'Nova' },
      { 'QS05.target': '0.50' },
      { 'QS05.target': '0.4' },
      { gmvTarget: '9' },
    ];
    fc.assert(
      fc.property(fc.constantFrom(...variants), fc.constantFrom(...variants), (one, other) => {
        const [a, b] = [fieldsOf(one), fieldsOf(other)];
        const agree = revisionHash(revisionDocument(head, a)) === revisionHash(revisionDocument(head, b));
        expect(diffRevisions(a, b).length === 0).toBe(agree);
      }),
    );
  });
});

describe('a filed revision as a draft again', () => {
  it.each([
    {},
    { feeModel: 'OTHER', fixedFee: '', commission: '', currency: '' },
    { currency: 'JPY', fixedFee: '1200', gmvTarget: '5,000', gmvGuarantee: 'YES', 'QS11.target': '9' },
    { 'QS02.remedy': 'FEE_CREDIT(300)', 'QS14.target': '90', deliverables: 'Banner, monthly\nVideo' },
    { relatedParty: 'DECLARED', relatedPartyText: 'The same family owns both', standardsClause: '附件二' },
    { exceptionCodes: ['EVIDENCE_DATES'], exceptionText: 'Renewed in writing every half year' },
  ])('is read back as it was filed: %j', (changes) => {
    const fields = fieldsOf(changes);
    expect(accepted(assembleRevision(draftOf(fields), facts()))).toEqual(fields);
  });
});
