import { describe, expect, it } from 'vitest';
import { permitted } from '../../src/people/permissions.ts';
import { type ActionName, POLICIES, READING } from '../../src/people/policies.ts';
import { type Actor, ROLE_ORGANISATION, ROLES, type Role } from '../../src/people/principal.ts';

const CASE = { storeId: 'st_9', providerId: 'prv_1' };
const HOME = { STORE: 'st_9', PROVIDER: 'prv_1', PLATFORM: 'platform' };
const ELSEWHERE = { STORE: 'st_other', PROVIDER: 'prv_other', PLATFORM: 'platform' };

const as = (role: Role, where = HOME): Actor => ({
  principalId: 'p',
  memberships: [{ role, organisationId: where[ROLE_ORGANISATION[role]] }],
});
const rolesThatMay = (action: ActionName) =>
  ROLES.filter((role) => permitted(action, as(role), CASE).allowed);

describe('who may do what (domain-rules §1)', () => {
  it.each<[ActionName, readonly Role[]]>([
    ['report.new', ['STORE_OWNER', 'STORE_MEMBER']],
    ['report.request', ['STORE_OWNER']],
    ['report.accept', ['PROVIDER_ADMIN']],
    ['report.decline', ['PROVIDER_ADMIN']],
    ['report.fill', ['PROVIDER_ADMIN', 'PROVIDER_MEMBER']],
    ['report.submit', ['PROVIDER_ADMIN']],
    ['report.confirm', ['STORE_OWNER']],
    ['report.return', ['STORE_OWNER']],
    ['report.withdraw', ['STORE_OWNER']],
    ['report.notice', ['STORE_OWNER', 'PROVIDER_ADMIN']],
    ['report.attach', ['STORE_OWNER', 'STORE_MEMBER', 'PROVIDER_ADMIN', 'PROVIDER_MEMBER']],
    ['report.show', ROLES],
    ['provider.items', ['PROVIDER_ADMIN']],
    ['staff.approve', ['STAFF_REVIEWER', 'STAFF_LEAD']],
    ['staff.reject', ['STAFF_REVIEWER', 'STAFF_LEAD']],
    ['staff.suspend', ['STAFF_LEAD']],
    ['staff.grant-round', ['STAFF_LEAD']],
    ['staff.assign', ['STAFF_LEAD']],
    ['audit.export', ['STAFF_LEAD', 'AUDITOR']],
  ])('%s', (action, roles) => {
    expect(rolesThatMay(action)).toEqual(roles);
  });

  it('an auditor reads everything and changes nothing', () => {
    const changing = Object.keys(POLICIES).filter((action) => !READING.some((reading) => reading === action));
    const ownAffairs = ['link.second-account', 'settings.change'];
    const policies: Readonly<Record<string, { readonly roles: readonly Role[] }>> = POLICIES;
    expect(changing.filter((action) => policies[action]?.roles.includes('AUDITOR'))).toEqual(ownAffairs);
    expect(READING.filter((action) => !permitted(action, as('AUDITOR'), CASE).allowed)).toEqual([]);
  });

  it.each<[ActionName, Role]>([
    ['report.confirm', 'STORE_OWNER'],
    ['report.submit', 'PROVIDER_ADMIN'],
    ['report.show', 'STORE_OWNER'],
    ['report.history', 'PROVIDER_MEMBER'],
    ['provider.items', 'PROVIDER_ADMIN'],
  ])('%s of another organisation is refused to its %s, naming the role', (action, role) => {
    expect(permitted(action, as(role, ELSEWHERE), CASE)).toEqual({
      allowed: false,
      because: 'people.not-your-organisation',
      rolesNeeded: POLICIES[action].roles,
    });
  });

  it('the role that is missing is named', () => {
    expect(permitted('report.confirm', as('STORE_MEMBER'), CASE)).toEqual({
      allowed: false,
      because: 'people.role-needed',
      rolesNeeded: ['STORE_OWNER'],
    });
  });

  it('an account that is linked to nobody may do nothing that has a policy', () => {
    expect(permitted('help.show', null)).toMatchObject({ allowed: false, because: 'people.not-linked' });
  });

  it('without a record the question is whether at all', () => {
    expect(permitted('report.confirm', as('STORE_OWNER', ELSEWHERE))).toEqual({ allowed: true });
  });

  it('staff belong to every case, parties only to their own', () => {
    expect(
      permitted('staff.approve', as('STAFF_REVIEWER'), { storeId: 'st_77', providerId: 'prv_77' }).allowed,
    ).toBe(true);
    expect(permitted('report.new', as('STORE_OWNER'), { providerId: 'prv_1' }).allowed).toBe(false);
  });
});
