import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  appealIsHeardByAnother,
  approverIsIndependent,
  confirmerDidNotEdit,
  type Hand,
  principalsBehind,
  secondIsAnother,
  twoSidesTwoPeople,
} from '../../src/people/separation-of-duties.ts';

const hand = (principalId: string, ...representing: readonly string[]): Hand => ({
  principalId,
  representing,
});
const none = { partyMembers: [], editors: [], exceptionRequesters: [] };

describe('separation of duties (domain-rules §1)', () => {
  it.each([
    ['SOD-1 another person confirms', confirmerDidNotEdit(hand('a'), ['b']), null],
    [
      'SOD-1 the editor confirms',
      confirmerDidNotEdit(hand('a'), ['b', 'a']),
      'people.editor-may-not-confirm',
    ],
    [
      'SOD-1 somebody confirms for the editor',
      confirmerDidNotEdit(hand('a', 'b'), ['b']),
      'people.editor-may-not-confirm',
    ],
    ['SOD-2 an independent reviewer', approverIsIndependent(hand('a'), none), null],
    [
      'SOD-2 a member of a party',
      approverIsIndependent(hand('a'), { ...none, partyMembers: ['a'] }),
      'people.party-member-may-not-decide',
    ],
    [
      'SOD-2 an editor',
      approverIsIndependent(hand('a'), { ...none, editors: ['a'] }),
      'people.editor-may-not-decide',
    ],
    [
      'SOD-2 who asked for the exception',
      approverIsIndependent(hand('a'), { ...none, exceptionRequesters: ['a'] }),
      'people.requester-may-not-decide',
    ],
    ['SOD-3 a second person', secondIsAnother(hand('a'), hand('b')), null],
    ['SOD-3 the same person', secondIsAnother(hand('a'), hand('a')), 'people.first-approver-may-not-second'],
    [
      'SOD-3 somebody for the first',
      secondIsAnother(hand('a'), hand('b', 'a')),
      'people.first-approver-may-not-second',
    ],
    [
      'SOD-3 for whom the first acted',
      secondIsAnother(hand('a', 'b'), hand('b')),
      'people.first-approver-may-not-second',
    ],
    ['SOD-4 another decider', appealIsHeardByAnother(hand('a'), hand('b')), null],
    [
      'SOD-4 the original decider',
      appealIsHeardByAnother(hand('a'), hand('a')),
      'people.decider-may-not-hear-appeal',
    ],
    ['T16 two people', twoSidesTwoPeople(hand('a'), hand('b')), null],
    [
      'T16 one person of both sides',
      twoSidesTwoPeople(hand('a'), hand('a')),
      'people.same-person-on-both-sides',
    ],
  ])('%s', (_, refusal, code) => {
    expect(refusal?.refused ?? null).toBe(code);
  });

  it('SOD-5: acting for others never allows what one could not do alone, or they could not', () => {
    const names = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const hands = fc.record({ principalId: names, representing: fc.array(names, { maxLength: 3 }) });
    const lists = fc.record({
      partyMembers: fc.array(names),
      editors: fc.array(names),
      exceptionRequesters: fc.array(names),
    });
    fc.assert(
      fc.property(hands, lists, (acting, forbidden) => {
        const anyoneBehind = principalsBehind(acting).some(
          (principalId) => approverIsIndependent({ principalId }, forbidden) !== null,
        );
        return (approverIsIndependent(acting, forbidden) !== null) === anyoneBehind;
      }),
    );
  });

  it('SOD-3 is symmetric: whoever may not be second to the other may not be first to them either', () => {
    const names = fc.constantFrom('a', 'b', 'c');
    const hands = fc.record({ principalId: names, representing: fc.array(names, { maxLength: 2 }) });
    fc.assert(
      fc.property(
        hands,
        hands,
        (one, other) => (secondIsAnother(one, other) === null) === (secondIsAnother(other, one) === null),
      ),
    );
  });
});
