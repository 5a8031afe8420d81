import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/people/principal.ts';
import type { ChangeRecord } from '../../../src/reports/lifecycle/change.ts';
import { decide } from '../../../src/reports/lifecycle/decide.ts';
import { secondApprovalReasons } from '../../../src/reports/lifecycle/second-approval.ts';
import { TRANSITION_IDS } from '../../../src/reports/lifecycle/table/ids.ts';
import { ALL_ROWS } from '../../../src/reports/lifecycle/table/transitions.ts';
import { TERMINAL_STATES } from '../../../src/reports/report.ts';
import { isRefused } from '../../../src/result.ts';
import { context, PROVIDER, STORE } from './cases.ts';
import { EVENTS } from './events.ts';
import { life, live, type Moment, PEOPLE } from './lives.ts';

const always = (holds: (moments: readonly Moment[]) => void) =>
  fc.assert(
    fc.property(life, (one) => holds(live(one).moments)),
    { numRuns: 120 },
  );

const isDecision = (record: ChangeRecord) => record.record === 'DECISION';
const actorOf = ({ context: { actor } }: Moment): Actor => {
  if (actor === 'clock') throw new Error('The clock did what only a person may do.');
  return actor;
};
/** Everybody whose prohibitions count: the actor and whom they stand in for. */
const handsOf = (moment: Moment): readonly Actor[] => [
  actorOf(moment),
  ...(moment.context.representing ?? []),
];
const idsOf = (moment: Moment): readonly string[] => handsOf(moment).map(({ principalId }) => principalId);
const isPartyMember = ({ memberships }: Actor): boolean =>
  memberships.some(({ organisationId }) => organisationId === STORE || organisationId === PROVIDER);
const isLead = ({ memberships }: Actor): boolean => memberships.some(({ role }) => role === 'STAFF_LEAD');
const approves = ({ change: { transition } }: Moment): boolean =>
  transition === 'T10' || transition === 'T11';
const disjoint = (some: readonly string[], others: readonly string[]): boolean =>
  some.every((one) => !others.includes(one));

describe('whatever people and the clock try', () => {
  it('no report leaves the table', () => {
    always((moments) => {
      for (const { before, change } of moments) {
        const row = ALL_ROWS.find(({ id, from }) => id === change.transition && from.includes(before.state));
        const to =
          row?.to === 'same' ? before.state : row?.to === 'previous' ? before.previousState : row?.to;
        expect(change.next.state).toBe(to);
      }
    });
  });

  it('no change is lost or made twice: state_seq grows by one, with at most one decision', () => {
    always((moments) => {
      moments.forEach(({ before, change }, index) => {
        expect(before.stateSeq).toBe(7 + index);
        expect(change.next.stateSeq).toBe(before.stateSeq + 1);
        expect(change.records.filter(isDecision).length).toBeLessThanOrEqual(1);
      });
      expect(moments.filter(approves).length).toBeLessThanOrEqual(1);
    });
  });

  it('what has ended stays ended, whoever comes', () => {
    always((moments) => {
      const ended = moments.find(({ change }) => TERMINAL_STATES.includes(change.next.state));
      if (ended === undefined) return;
      expect(moments.at(-1)).toBe(ended);
      for (const event of Object.values(EVENTS)) {
        for (const actor of [...PEOPLE, 'clock'] as const) {
          expect(isRefused(decide(ended.change.next, event, context(actor)))).toBe(true);
        }
      }
    });
  });

  it('rounds never exceed what is allowed, and each one more is granted by a lead', () => {
    always((moments) => {
      const granted = moments.filter(({ change }) => change.transition === 'T25');
      expect(granted.every((moment) => isLead(actorOf(moment)))).toBe(true);
      for (const { change } of moments)
        expect(change.next.rounds).toBeLessThanOrEqual(change.next.roundsAllowed);
      const last = moments.at(-1)?.change.next;
      if (last !== undefined) expect(last.roundsAllowed).toBe(3 + granted.length);
    });
  });

  it('staff review is left by people only: it never lapses and is never approved by silence', () => {
    always((moments) => {
      for (const { before, context: by, change } of moments) {
        const byClock = by.actor === 'clock' && before.state === 'STAFF_REVIEW';
        if (byClock) expect(change.next.state).toBe('STAFF_REVIEW');
      }
    });
  });

  it('SOD-1: nobody confirms what they, or those they stand in for, wrote', () => {
    always((moments) => {
      for (const moment of moments.filter(({ change }) => change.transition === 'T7')) {
        expect(disjoint(idsOf(moment), moment.before.revisionEditors)).toBe(true);
      }
    });
  });

  it('SOD-2: nobody decides on a report of their own', () => {
    const staffSteps = [
      'T8',
      'T9.ask',
      'T10.first',
      'T10',
      'T11',
      'T12',
      'T19',
      'T20',
      'T21.first',
      'T21.agreed',
      'T21',
    ];
    always((moments) => {
      for (const moment of moments.filter(({ change }) => staffSteps.includes(change.transition))) {
        expect(handsOf(moment).some(isPartyMember)).toBe(false);
        expect(disjoint(idsOf(moment), moment.before.allEditors)).toBe(true);
      }
    });
  });

  it('SOD-3: where two are needed two different people decide, one of them a lead', () => {
    always((moments) => {
      for (const moment of moments.filter(approves)) {
        const { before, context: by } = moment;
        const { proposal } = before;
        if (proposal === null) {
          expect(secondApprovalReasons({ report: before, context: by, unsure: false })).toEqual([]);
        } else {
          expect(disjoint(idsOf(moment), [proposal.by, ...proposal.onBehalfOf])).toBe(true);
          expect(proposal.role === 'STAFF_LEAD' || isLead(actorOf(moment))).toBe(true);
        }
      }
    });
  });

  it('T16, T17, T21: what takes two is done by two', () => {
    always((moments) => {
      const joint = ['T16', 'T16.agreed', 'T17', 'T21', 'T21.agreed'];
      for (const moment of moments.filter(({ change }) => joint.includes(change.transition))) {
        const { proposal } = moment.before;
        expect(proposal).not.toBeNull();
        expect(disjoint(idsOf(moment), [proposal?.by ?? '', ...(proposal?.onBehalfOf ?? [])])).toBe(true);
      }
    });
  });

  it('what is approved is exactly what the store confirmed last', () => {
    always((moments) => {
      const approved = moments.findIndex(approves);
      if (approved < 0) return;
      const last = moments
        .slice(0, approved)
        .flatMap(({ change }) => change.records)
        .findLast(({ record }) => record === 'CONFIRMATION' || record === 'CONFIRMATIONS_VOID');
      const bornConfirmed = { record: 'CONFIRMATION', hash: moments[0]?.before.revisionHash };
      expect(last ?? bornConfirmed).toMatchObject({
        record: 'CONFIRMATION',
        hash: moments[approved]?.before.revisionHash,
      });
    });
  });

  it('the same life is lived the same way again', () => {
    fc.assert(
      fc.property(life, (one) => {
        expect(live(one)).toEqual(live(one));
      }),
      { numRuns: 50 },
    );
  });

  it('such lives pass through the whole table', () => {
    const lives = fc.sample(life, { numRuns: 500, seed: 20260512 });
    const met = new Set(lives.flatMap((one) => live(one).moments.map(({ change }) => change.transition)));
    expect(TRANSITION_IDS.filter((id) => id !== 'T1' && !met.has(id))).toEqual([]);
  });
});
