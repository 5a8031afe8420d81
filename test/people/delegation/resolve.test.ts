import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHAIN_MAXIMUM } from '../../../src/people/delegation/delegation.ts';
import { chainsTo, principalsIn, receiversNow, takesOver } from '../../../src/people/delegation/resolve.ts';
import {
  appealIsHeardByAnother,
  approverIsIndependent,
  confirmerDidNotEdit,
  principalsBehind,
  secondIsAnother,
} from '../../../src/people/separation-of-duties.ts';
import { aDelegation } from './given.ts';

const chain = (...names: readonly string[]) =>
  names.slice(1).map((name, index) => aDelegation(names[index] ?? '', name));

const representedBy = (active: ReturnType<typeof chain>, actor: string) =>
  principalsIn(chainsTo(active, actor));

describe('whoever takes over', () => {
  it.each([
    ['nobody is away', [], 'ann', 'ann'],
    ['one stand-in', chain('ann', 'ben'), 'ann', 'ben'],
    ['a stand-in with a stand-in', chain('ann', 'ben', 'cem'), 'ann', 'cem'],
    ['the longest chain', chain('ann', 'ben', 'cem', 'dan'), 'ann', 'dan'],
    ['one too many', chain('ann', 'ben', 'cem', 'dan', 'eva'), 'ann', null],
    ['a round', chain('ann', 'ben', 'ann'), 'ann', null],
    ['away without anybody', [aDelegation('ann', null)], 'ann', null],
    ['a stand-in who is away', [aDelegation('ann', 'ben'), aDelegation('ben', null)], 'ann', null],
    [
      'this report goes to somebody else',
      [aDelegation('ann', 'ben'), aDelegation('ann', 'cem', { reportId: 'CR-1' })],
      'ann',
      'cem',
    ],
  ])('%s', (_case, active, person, taker) => {
    expect(takesOver(active, person)).toBe(taker);
  });
});

describe('whom somebody stands in for', () => {
  it.each([
    ['nobody', [], 'ann', []],
    ['the nearest first', chain('ann', 'ben', 'cem'), 'cem', ['ben', 'ann']],
    ['one in the middle stands in as well', chain('ann', 'ben', 'cem'), 'ben', ['ann']],
    ['nobody farther than three', chain('ann', 'ben', 'cem', 'dan', 'eva'), 'eva', ['dan', 'cem', 'ben']],
    ['a round comes to its end', chain('ann', 'ben', 'cem', 'ann'), 'ann', ['cem', 'ben']],
    ['several', [...chain('ann', 'cem'), ...chain('zoe', 'ben', 'cem')], 'cem', ['ann', 'ben', 'zoe']],
    [
      'not where the report went to somebody else',
      [aDelegation('ann', 'ben'), aDelegation('ann', 'cem', { reportId: 'CR-1' })],
      'ben',
      [],
    ],
  ])('%s', (_case, active, actor, represented) => {
    expect(representedBy(active, actor)).toEqual(represented);
  });
});

describe('who is told', () => {
  it.each([
    ['the stand-in instead of who is away', chain('ann', 'ben'), ['ann', 'cem'], ['ben', 'cem']],
    ['the others, where nobody was named', [aDelegation('ann', null)], ['ann', 'cem'], ['cem']],
    ['one who is away, rather than nobody', [aDelegation('ann', null)], ['ann'], ['ann']],
    ['each once', chain('ann', 'cem'), ['ann', 'cem'], ['cem']],
  ])('%s', (_case, active, people, told) => {
    expect(receiversNow(active, people)).toEqual(told);
  });
});

describe('in any tangle of delegations', () => {
  const name = fc.constantFrom('ann', 'ben', 'cem', 'dan', 'eva', 'fay');
  const one = fc
    .record({
      delegator: name,
      delegate: fc.option(name),
      reportId: fc.option(fc.constant('CR-1')),
      from: fc.date({
        min: new Date('2026-05-01'),
        max: new Date('2026-05-08'),
        noInvalidDate: true,
      }),
    })
    .map(({ delegator, delegate, ...rest }) => aDelegation(delegator, delegate, rest));
  const tangle = fc.array(one, { maxLength: 10 });

  it('no chain passes anybody twice, or is longer than three', () => {
    fc.assert(
      fc.property(tangle, name, (active, actor) => {
        for (const found of chainsTo(active, actor)) {
          const people = [actor, ...found.map(({ delegator }) => delegator)];
          expect(new Set(people).size).toBe(people.length);
          expect(found.length).toBeLessThanOrEqual(CHAIN_MAXIMUM);
        }
      }),
    );
  });

  it('whoever takes over for somebody carries what is forbidden to them', () => {
    fc.assert(
      fc.property(tangle, name, (active, person) => {
        const taker = takesOver(active, person);
        if (taker === null || taker === person) return;
        expect(representedBy(active, taker)).toContain(person);
      }),
    );
  });

  it('no two people behind whom the same person stands decide together (SOD-3, SOD-5)', () => {
    const handOf = (active: ReturnType<typeof chain>, principalId: string) => ({
      principalId,
      representing: representedBy(active, principalId),
    });
    fc.assert(
      fc.property(tangle, name, name, (active, first, second) => {
        const [one, other] = [handOf(active, first), handOf(active, second)];
        const shared = principalsBehind(one).some((person) => principalsBehind(other).includes(person));
        expect(secondIsAnother(one, other) === null).toBe(!shared);
        if (takesOver(active, first) === second) expect(secondIsAnother(one, other)).not.toBeNull();
      }),
    );
  });

  it('nobody confirms or decides what they, or whom they take over for, had a hand in (SOD-1, SOD-2, SOD-4)', () => {
    fc.assert(
      fc.property(tangle, name, (active, editor) => {
        const taker = takesOver(active, editor);
        if (taker === null) return;
        const hand = { principalId: taker, representing: representedBy(active, taker) };
        const hands = { partyMembers: [], editors: [editor], exceptionRequesters: [] };
        expect(confirmerDidNotEdit(hand, [editor])).not.toBeNull();
        expect(approverIsIndependent(hand, hands)).not.toBeNull();
        expect(appealIsHeardByAnother({ principalId: editor }, hand)).not.toBeNull();
      }),
    );
  });

  it('nobody stands in for themselves', () => {
    fc.assert(
      fc.property(tangle, name, (active, person) => {
        expect(representedBy(active, person)).not.toContain(person);
      }),
    );
  });
});
