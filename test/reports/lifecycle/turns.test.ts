import { describe, expect, it } from 'vitest';
import type { Actor } from '../../../src/people/principal.ts';
import { availableActions } from '../../../src/reports/lifecycle/turns/available-actions.ts';
import { can } from '../../../src/reports/lifecycle/turns/can.ts';
import { whoseTurn } from '../../../src/reports/lifecycle/turns/whose-turn.ts';
import type { Proposal, Report } from '../../../src/reports/report.ts';
import {
  admin,
  aProposal,
  aReport,
  auditor,
  context,
  knowing,
  lead,
  owner,
  reviewer,
  secondReviewer,
  storeMember,
} from './cases.ts';

const proposed = (kind: Proposal['kind'], side: Proposal['side'], role: Proposal['role']) =>
  aProposal({ kind, side, role });

describe('whose turn it is', () => {
  it.each<[Report['state'], Partial<Report>, string, readonly string[]]>([
    ['DRAFT', {}, 'store', ['STORE_OWNER']],
    ['REQUESTED', {}, 'provider', ['PROVIDER_ADMIN']],
    ['FILLING', {}, 'provider', ['PROVIDER_ADMIN', 'PROVIDER_MEMBER']],
    ['STORE_CONFIRM', {}, 'store', ['STORE_OWNER']],
    ['STAFF_REVIEW', {}, 'staff', ['STAFF_REVIEWER', 'STAFF_LEAD']],
    ['STAFF_REVIEW', { proposal: proposed('APPROVE', null, 'STAFF_REVIEWER') }, 'staff', ['STAFF_LEAD']],
    [
      'STAFF_REVIEW',
      { proposal: proposed('APPROVE', null, 'STAFF_LEAD') },
      'staff',
      ['STAFF_REVIEWER', 'STAFF_LEAD'],
    ],
    ['INFO_REQUESTED', { infoFrom: 'store' }, 'store', ['STORE_OWNER']],
    ['INFO_REQUESTED', { infoFrom: 'provider' }, 'provider', ['PROVIDER_ADMIN']],
    ['SCHEDULED', {}, 'calendar', []],
    ['ACTIVE', {}, 'calendar', []],
    ['ACTIVE', { proposal: proposed('MUTUAL_END', 'store', 'STORE_OWNER') }, 'provider', ['PROVIDER_ADMIN']],
    ['NOTICE', {}, 'calendar', []],
    [
      'NOTICE',
      { proposal: proposed('WITHDRAW_NOTICE', 'provider', 'PROVIDER_ADMIN') },
      'store',
      ['STORE_OWNER'],
    ],
    ['SUSPENDED', {}, 'provider', ['PROVIDER_ADMIN']],
    ['EXPIRED', {}, 'nobody', []],
  ])('%s %j waits on %s', (state, changes, waitsOn, roles) => {
    expect(whoseTurn(aReport({ state, ...changes }))).toEqual({ waitsOn, roles });
  });
});

describe('a rule explains itself', () => {
  it('says whom the case waits on', () => {
    expect(can.confirm.on(aReport({ state: 'FILLING' }), owner)).toMatchObject({
      allowed: false,
      because: 'reports.not-your-turn',
      waitsOn: 'provider',
      rolesNeeded: ['STORE_OWNER'],
    });
  });

  it('says which role it takes', () => {
    expect(can.confirm.on(aReport({ state: 'STORE_CONFIRM' }), storeMember)).toMatchObject({
      allowed: false,
      because: 'people.role-needed',
      rolesNeeded: ['STORE_OWNER'],
    });
  });

  it('says in which states it is possible', () => {
    expect(can.giveNotice.on(aReport({ state: 'FILLING' }), owner)).toMatchObject({
      because: 'reports.not-in-this-state',
      refusal: { data: { state: 'FILLING', states: ['ACTIVE'] } },
    });
  });

  it('allows whoever may', () => {
    expect(can.confirm.on(aReport({ state: 'STORE_CONFIRM' }), owner)).toEqual({ allowed: true });
  });
});

describe('the actions that a card offers', () => {
  const offered = (report: Report, actor: Actor, known = {}) =>
    new Map(
      availableActions(report, actor, () => knowing(actor, known)).map((offer) => [
        offer.action,
        offer.enabled ? 'enabled' : offer.refusal.refused,
      ]),
    );

  it('are those of a provider for a provider, each with its reason', () => {
    const offers = offered(aReport({ state: 'FILLING' }), admin, { blanks: ['QS03'] });
    expect(Object.fromEntries(offers)).toEqual({
      accept: 'reports.not-in-this-state',
      decline: 'reports.not-in-this-state',
      submit: 'reports.blank',
      answerInformation: 'reports.not-in-this-state',
      giveNotice: 'reports.not-in-this-state',
      proposeEnd: 'reports.not-in-this-state',
      agreeEnd: 'reports.not-in-this-state',
      withdrawNotice: 'reports.not-in-this-state',
      consentToStay: 'reports.not-in-this-state',
    });
  });

  it('show the store its turn, and why a fourth return is not possible', () => {
    const offers = offered(aReport({ state: 'STORE_CONFIRM', rounds: 3 }), owner);
    expect(offers.get('confirm')).toBe('enabled');
    expect(offers.get('returnByStore')).toBe('reports.no-rounds-left');
    expect(offers.get('request')).toBe('reports.not-in-this-state');
  });

  it('tell a reviewer who gave the first approval that somebody else decides', () => {
    const report = aReport({ state: 'STAFF_REVIEW', proposal: aProposal() });
    expect(offered(report, reviewer).get('approve')).toBe('people.first-approver-may-not-second');
    expect(offered(report, secondReviewer).get('approve')).toBe('reports.lead-needed');
    expect(offered(report, lead).get('approve')).toBe('enabled');
  });

  it('leave guards without facts to the decision', () => {
    const offers = availableActions(aReport({ state: 'STAFF_REVIEW' }), reviewer, () =>
      context(reviewer, { facts: {} }),
    );
    expect(offers.find(({ action }) => action === 'approve')).toEqual({ action: 'approve', enabled: true });
  });

  it('are none for an auditor', () => {
    expect(availableActions(aReport({ state: 'STAFF_REVIEW' }), auditor, () => context(auditor))).toEqual([]);
  });
});
