import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Delegation, isActive } from '../../../src/people/delegation/delegation.ts';
import { judgeDelegation, judgeReason } from '../../../src/people/delegation/judge.ts';
import { takesOver } from '../../../src/people/delegation/resolve.ts';
import type { Role } from '../../../src/people/principal.ts';
import { aDelegation, DAY_1 } from './given.ts';

const somebody = (principalId: string, role: Role = 'STORE_OWNER', organisationId = 'st_1') => ({
  principalId,
  displayName: principalId,
  memberships: [{ organisationId, role }],
});

const ann = somebody('ann');
const ben = somebody('ben');
const during = (from: number, until: number) => ({
  from: new Date(DAY_1.getTime() + from * 86_400_000),
  until: new Date(DAY_1.getTime() + until * 86_400_000),
});

const judged = (
  proposed: Delegation,
  standing: readonly Delegation[] = [],
  delegate: typeof ben | null = ben,
) => judgeDelegation(proposed, { delegator: ann, delegate, standing });

describe('a delegation', () => {
  it.each([
    ['to a colleague of the same role', aDelegation('ann', 'ben'), ben, null],
    ['to nobody', aDelegation('ann', null), null, null],
    ['to oneself', aDelegation('ann', 'ann'), ann, 'delegation.to-oneself'],
    [
      'to another organisation',
      aDelegation('ann', 'ben'),
      somebody('ben', 'STORE_OWNER', 'st_2'),
      'delegation.outside',
    ],
    ['to somebody unknown', aDelegation('ann', 'ghost'), null, 'delegation.outside'],
    [
      'to another role',
      aDelegation('ann', 'ben'),
      somebody('ben', 'STORE_MEMBER'),
      'delegation.without-role',
    ],
    [
      'of a role that is not one’s own',
      aDelegation('ann', 'ben', { role: 'STORE_MEMBER' }),
      ben,
      'delegation.not-your-role',
    ],
  ])('%s', (_case, proposed, delegate, refused) => {
    expect(judged(proposed, [], delegate)?.refused ?? null).toBe(refused);
  });

  it('of an auditor is none: auditors change nothing', () => {
    const auditor = somebody('ann', 'AUDITOR', 'platform');
    const proposed = aDelegation('ann', null, { role: 'AUDITOR', organisationId: 'platform' });
    expect(judgeDelegation(proposed, { delegator: auditor, delegate: null, standing: [] })).toMatchObject({
      refused: 'delegation.not-your-role',
    });
  });

  it.each([
    ['overlaps one of the same scope', [aDelegation('ann', 'cem')], 'delegation.overlaps'],
    ['overlaps an absence', [aDelegation('ann', null)], 'delegation.overlaps'],
    [
      'follows one at its last instant',
      [aDelegation('ann', 'cem', { until: DAY_1, from: new Date(0) })],
      null,
    ],
    ['stands beside one for a single report', [aDelegation('ann', 'cem', { reportId: 'CR-1' })], null],
    ['would come back', [aDelegation('ben', 'ann')], 'delegation.cycle'],
    [
      'would come back over somebody',
      [aDelegation('ben', 'cem'), aDelegation('cem', 'ann')],
      'delegation.cycle',
    ],
    [
      'would come back, but not at any one time',
      [aDelegation('ben', 'cem', during(0, 2)), aDelegation('cem', 'ann', during(2, 8))],
      null,
    ],
    [
      'would come back, but not with any one report',
      [aDelegation('ben', 'cem', { reportId: 'CR-1' }), aDelegation('cem', 'ann', { reportId: 'CR-2' })],
      null,
    ],
    ['makes the third', [aDelegation('zoe', 'ann'), aDelegation('ben', 'cem')], null],
    [
      'makes a fourth, before and after it',
      [aDelegation('yan', 'zoe'), aDelegation('zoe', 'ann'), aDelegation('ben', 'cem')],
      'delegation.chain-too-long',
    ],
    [
      'makes a fourth, all after it',
      [aDelegation('ben', 'cem'), aDelegation('cem', 'dan'), aDelegation('dan', 'eva')],
      'delegation.chain-too-long',
    ],
    [
      'makes a fourth, but not at any one time',
      [
        aDelegation('yan', 'ann', during(0, 3)),
        aDelegation('ben', 'cem', during(4, 8)),
        aDelegation('cem', 'dan'),
      ],
      null,
    ],
  ])('that %s', (_case, standing, refused) => {
    expect(judged(aDelegation('ann', 'ben'), standing)?.refused ?? null).toBe(refused);
  });

  it('is given beside a field, so that the form can say it there', () => {
    expect(judged(aDelegation('ann', 'ben'), [aDelegation('ben', 'ann')])?.field).toBe('delegate');
    expect(judged(aDelegation('ann', 'ben'), [aDelegation('ann', 'cem')])?.field).toBe('from');
  });
});

describe('whatever is set one after the other', () => {
  const names = ['ann', 'ben', 'cem', 'dan', 'eva'];
  const wish = fc.record({
    delegator: fc.constantFrom(...names),
    delegate: fc.constantFrom(...names),
    reportId: fc.option(fc.constantFrom('CR-1', 'CR-2')),
    begins: fc.nat(6),
    days: fc.integer({ min: 1, max: 5 }),
  });

  type Wish = typeof wish extends fc.Arbitrary<infer T> ? T : never;

  function allowed(wishes: readonly Wish[]): readonly Delegation[] {
    const standing: Delegation[] = [];
    for (const { delegator, delegate, begins, days, ...rest } of wishes) {
      const changes = { ...rest, ...during(begins, begins + days), id: String(standing.length) };
      const proposed = aDelegation(delegator, delegate, changes);
      const facts = { delegator: somebody(delegator), delegate: somebody(delegate), standing };
      if (judgeDelegation(proposed, facts) === null) standing.push(proposed);
    }
    return standing;
  }

  const moments = Array.from({ length: 22 }, (_, half) => during(half / 2, half / 2).from);

  it('leads everybody’s tasks to somebody, at every moment and for every report', () => {
    fc.assert(
      fc.property(fc.array(wish, { maxLength: 14 }), (wishes) => {
        const standing = allowed(wishes);
        const lost = moments.flatMap((at) =>
          ['CR-1', 'CR-2', 'CR-3'].flatMap((report) => {
            const active = standing.filter(
              (one) => isActive(one, at) && (one.reportId === null || one.reportId === report),
            );
            return names.filter((name) => takesOver(active, name) === null);
          }),
        );
        expect(lost).toEqual([]);
      }),
    );
  });
});

describe('a reason', () => {
  it.each([
    ['', 'delegation.reason-missing'],
    ['x'.repeat(301), 'delegation.reason-too-long'],
    ['Holiday', null],
  ])('%#', (reason, refused) => {
    expect(judgeReason(reason)?.refused ?? null).toBe(refused);
  });
});
