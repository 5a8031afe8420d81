import { describe, expect, it } from 'vitest';
import { isRefused } from '../../src/result.ts';
import type { Scope } from '../../src/services/access/scopes.ts';
import { allowedIps, callbackUrl } from '../../src/services/application/addresses.ts';
import { reviewAt, reviewRungs } from '../../src/services/application/review.ts';
import { beyondLevel, liveScopes, needsTwo } from '../../src/services/application/scopes.ts';
import { missingStep } from '../../src/services/entry/missing-step.ts';
import { type PreCheckFacts, preCheck } from '../../src/services/loan/pre-check.ts';

const FINE: PreCheckFacts = {
  effectiveSince: ['2025-11-07', '2025-01-01'],
  oldEnough: '2025-11-07',
  loan: 'REFERRAL',
  openIncidents: 0,
  depositMinor: 5_000_000,
  depositRequiredMinor: 5_000_000,
};

describe('the pre-check of a loan', () => {
  it.each<[string, Partial<PreCheckFacts>, readonly string[]]>([
    ['passes with two stores of six months, 3★, no incident and a full deposit', {}, []],
    ['needs both stores to be six months old', { effectiveSince: ['2025-11-08', '2025-01-01'] }, ['stores']],
    ['needs a level that has it', { loan: 'NONE' }, ['level']],
    ['waits for open incidents', { openIncidents: 2 }, ['incidents']],
    ['needs the deposit to the last cent', { depositMinor: 4_999_999 }, ['deposit']],
    [
      'keeps every reason',
      { effectiveSince: [], loan: 'NONE', openIncidents: 1, depositMinor: 0 },
      ['stores', 'level', 'incidents', 'deposit'],
    ],
  ])('%s', (_says, facts, reasons) => {
    expect(preCheck({ ...FINE, ...facts }).map(({ code }) => code)).toEqual(reasons);
  });
});

const ALL: readonly Scope[] = ['reports:read', 'reports:write', 'contacts:read'];

describe('the scopes of a level', () => {
  it.each([
    ['SANDBOX', [], ['contacts:read']],
    ['READ', ['reports:read'], ['contacts:read']],
    ['READ_WRITE', ['reports:read', 'reports:write'], ['contacts:read']],
    ['ALL_BY_TWO', ALL, []],
  ] as const)('%s: live %j, not even applied for %j', (access, live, beyond) => {
    expect(liveScopes(access, ALL)).toEqual(live);
    expect(beyondLevel(access, ALL)).toEqual(beyond);
  });

  it.each<[readonly Scope[], boolean]>([
    [['items:read', 'ratings:read'], false],
    [['items:read', 'evidence:write'], true],
    [['contacts:read'], true],
  ])('%j need two approvals: %s', (scopes, two) => {
    expect(needsTwo(scopes)).toBe(two);
  });
});

describe('a callback address', () => {
  it.each(['https://hooks.harbour.example/baobei', 'https://a.b.example:8443/x?y=1'])('may be %s', (url) => {
    expect(callbackUrl(url)).toEqual({ ok: url });
  });

  it.each([
    'http://hooks.harbour.example/',
    'https://localhost/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://2130706433/',
    'https://10.0.0.7/hook',
    'https://erp.internal/',
    'https://user:pass@hooks.harbour.example/',
    'https://hooks.harbour.example/#x',
    'harbour',
  ])('may not be %s', (url) => {
    expect(callbackUrl(url)).toMatchObject({ refused: 'services.not-a-callback' });
  });
});

describe('addresses that calls come from', () => {
  it.each([
    ['8.8.8.8', 'ok'],
    ['8.8.8.8, 9.9.9.0/24\n2001:4860:4860::8888', 'ok'],
    ['8.8.8.8.8', 'services.not-an-address'],
    ['8.8.8.0/33', 'services.not-an-address'],
    ['192.168.1.4', 'services.address-not-public'],
    ['10.0.0.0/28', 'services.address-not-public'],
    ['127.0.0.1', 'services.address-not-public'],
    ['::1', 'services.address-not-public'],
    ['8.8.0.0/16', 'services.network-too-wide'],
    ['2001:4860::/32', 'services.network-too-wide'],
  ])('%j: %s', (typed, expected) => {
    const read = allowedIps(typed);
    expect(isRefused(read) ? read.refused : 'ok').toBe(expected);
  });
});

describe('the review of a live application', () => {
  it('is due at midnight of the same date a year later, and reminded of on a working day thirty days before', () => {
    const live = new Date('2026-05-07T04:00:00Z');
    expect(reviewAt(live).toISOString()).toBe('2027-05-06T16:00:00.000Z');
    const [reminder] = reviewRungs(live, { country: 'CN', timeZone: 'Asia/Shanghai' });
    expect(reminder).toEqual({ rung: 'told.review-soon', dueAt: new Date('2027-04-07T01:00:00Z') });
  });
});

describe('the step that is missing', () => {
  it.each([
    ['STORE_CONFIRM', null, 'STORE_CONFIRM'],
    ['INFO_REQUESTED', 'store', 'INFO_REQUESTED_store'],
    ['INFO_REQUESTED', 'provider', 'INFO_REQUESTED_provider'],
  ] as const)('%s, asked of %s: %s', (state, infoFrom, expected) => {
    expect(missingStep({ id: 'CR-1', storeName: 'x', state, infoFrom })).toBe(expected);
  });
});
