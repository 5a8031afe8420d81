import { describe, expect, it } from 'vitest';
import { editRequest, editRevision } from '../../../src/reports/lifecycle/editing.ts';
import { openDraft } from '../../../src/reports/lifecycle/open-draft.ts';
import { REPORT_STATES } from '../../../src/reports/report.ts';
import { isRefused } from '../../../src/result.ts';
import {
  accepted,
  admin,
  aReport,
  aRequest,
  codes,
  context,
  knowing,
  owner,
  PROVIDER,
  providerMember,
  STORE,
  storeMember,
  strangerOwner,
} from './cases.ts';

const input = {
  id: 'CR-2026-000001',
  storeId: STORE,
  providerId: PROVIDER,
  entryChannel: 'REPORT',
  request: aRequest({ reportingStart: '2026-07-15', reportingMonths: 12 }),
} as const;

describe('opening a draft (T1)', () => {
  it.each([
    ['an owner', owner],
    ['a member', storeMember],
  ])('%s of the store may', (_, actor) => {
    const { transition, next, from } = accepted(openDraft(input, context(actor)));
    expect({ transition, from }).toEqual({ transition: 'T1', from: null });
    expect(next).toMatchObject({ state: 'DRAFT', stateSeq: 1, reportingEnd: '2027-07-14', roundsAllowed: 3 });
    expect(next.allEditors).toEqual([actor.principalId]);
  });

  it.each([
    ['QUOTATION', 'reports.wrong-entrance'],
    ['ONLINE_PAYMENT', 'reports.wrong-entrance'],
  ] as const)('is refused from the entrance %s before anything is stored', (entryChannel, code) => {
    const result = openDraft({ ...input, entryChannel }, context(owner));
    expect(isRefused(result) && codes(result)).toEqual([code]);
  });

  it.each([
    [
      'never recognised',
      { recognisedUntil: null, barred: false, watched: false },
      'reports.provider-never-recognised',
    ],
    [
      'no longer recognised',
      { recognisedUntil: '2026-05-11', barred: false, watched: false },
      'reports.provider-not-recognised',
    ],
    ['barred', { recognisedUntil: '2028-01-01', barred: true, watched: false }, 'reports.provider-barred'],
  ])('is refused with a provider that is %s', (_, provider, code) => {
    const result = openDraft(input, knowing(owner, { provider }));
    expect(isRefused(result) && codes(result)).toEqual([code]);
  });

  it.each([
    ['an owner of another store', strangerOwner, 'people.not-your-organisation'],
    ['a provider', admin, 'people.role-needed'],
  ])('is refused to %s', (_, actor, code) => {
    const result = openDraft(input, context(actor));
    expect(isRefused(result) && codes(result)).toEqual([code]);
  });
});

describe('writing into a case (T24)', () => {
  it('keeps state_seq, so that a form is not outdated by its own first page', () => {
    const report = aReport({ state: 'FILLING', revisionEditors: [], allEditors: ['olga'] });
    const edited = accepted(editRevision(report, providerMember));
    expect(edited).toEqual({ ...report, revisionEditors: ['mei'], allEditors: ['olga', 'mei'] });
    expect(accepted(editRevision(edited, providerMember))).toEqual(edited);
  });

  it.each(REPORT_STATES.filter((state) => state !== 'FILLING'))('never changes a revision in %s', (state) => {
    const result = editRevision(aReport({ state }), admin);
    const before: Record<string, string> = {
      DRAFT: 'reports.not-your-turn',
      REQUESTED: 'reports.not-in-this-state',
    };
    expect(isRefused(result) && codes(result)).toEqual([before[state] ?? 'reports.revision-frozen']);
  });

  it('lets the store change its draft, and nothing later', () => {
    const request = aRequest({ reportingMonths: 18 });
    const edited = accepted(editRequest(aReport(), request, storeMember));
    expect(edited).toMatchObject({ request, reportingEnd: '2027-11-30', stateSeq: 7 });
    expect(edited.allEditors).toContain('mia');
    const later = editRequest(aReport({ state: 'REQUESTED' }), request, owner);
    expect(isRefused(later) && codes(later)).toEqual(['reports.not-in-this-state']);
  });

  it.each([
    ['the store', owner],
    ['another store', strangerOwner],
  ])('keeps %s out of the provider’s form', (_, actor) => {
    expect(isRefused(editRevision(aReport({ state: 'FILLING' }), actor))).toBe(true);
  });
});
