import { expect, it } from 'vitest';
import { type CasePeople, receiversOf } from '../../../src/reports/reminders/receivers.ts';
import { aDelegation } from '../../people/delegation/given.ts';
import { aReport } from '../../reports/lifecycle/cases.ts';

const reviewer = (id: string) => ({ id, role: 'STAFF_REVIEWER' as const });
const standsIn = (delegator: string, delegate: string) =>
  aDelegation(delegator, delegate, { role: 'STAFF_REVIEWER', organisationId: 'platform' });

const seconds = (delegations: CasePeople['delegations'], ...staff: readonly string[]) =>
  receiversOf(
    ['assignee'],
    {
      ...aReport({ state: 'STAFF_REVIEW' }),
      assignedTo: 'ann',
      proposal: {
        kind: 'APPROVE',
        by: 'ann',
        onBehalfOf: [],
        role: 'STAFF_LEAD',
        side: null,
        date: null,
        reason: null,
        at: new Date(0),
      },
    },
    { store: [], provider: [], staff: staff.map(reviewer), delegations },
  );

it.each([
  ['everybody but the first of the two', [], ['ben', 'cem']],
  ['nobody who stands in for the first', [standsIn('ann', 'ben')], ['cem']],
  ['nobody for whom the first stands in', [standsIn('ben', 'ann')], ['cem']],
  ['a colleague twice where they stand in, told once', [standsIn('ben', 'cem')], ['cem']],
])('a second approval waits for %s', (_case, delegations, expected) => {
  expect(seconds(delegations, 'ann', 'ben', 'cem')).toEqual(expected);
});

it('a second approval that nobody present may give belongs to the queue', () => {
  expect(seconds([standsIn('ben', 'ann')], 'ann', 'ben')).toEqual(['channel:staff']);
});
