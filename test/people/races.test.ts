import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bootstrapLead } from '../../src/people/actions/bootstrap-lead.ts';
import { invite } from '../../src/people/actions/invite.ts';
import { redeemInvitation } from '../../src/people/actions/redeem-invitation.ts';
import { oneTimeCode } from '../../src/people/invitation/code.ts';
import type { Role } from '../../src/people/principal.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { Prisma } from '../../src/platform/database/generated/client.ts';
import { isRefused } from '../../src/result.ts';
import { account, type TestApp, testApp } from '../chat/talking.ts';
import { postgres, postgresAvailable } from '../support/database.ts';
import { person } from './population.ts';

const available = await postgresAvailable();
const nothing = Prisma.sql`SELECT 1`;

describe.skipIf(!available)('at the same moment, on PostgreSQL', () => {
  let database: Database;
  let app: TestApp;
  beforeAll(async () => {
    database = await postgres();
    app = testApp(database);
  });
  afterAll(() => database[Symbol.asyncDispose]());

  async function code(role: Role, at: { id: string; kind: 'STORE' | 'PROVIDER' }): Promise<string> {
    const made = oneTimeCode();
    const by = {
      principalId: 'prn_inviter',
      memberships: [{ organisationId: 'platform', role: 'STAFF_LEAD' }],
    } as const;
    const offer = { organisation: { ...at, name: at.id }, role, personName: 'Wei Lin' };
    await invite(app, { by, offer, code: made, draft: nothing, requestId: 'slack:none' });
    return made;
  }

  const redeem = (userId: string, made: string) =>
    redeemInvitation(app, { account: account(userId), code: made, requestId: 'slack:none' });

  it('two processes make one first lead', async () => {
    const input = { account: account('first'), platformName: 'Platform', leadName: 'Lead' };
    const made = await Promise.all(Array.from({ length: 6 }, () => bootstrapLead(app, input)));
    expect(made.filter(Boolean)).toHaveLength(1);
    expect(await bootstrapLead(app, { ...input, account: account('second') })).toBe(false);
    expect(await database.prisma.membership.findMany()).toMatchObject([{ role: 'STAFF_LEAD' }]);
    expect(await database.prisma.auditEvent.count()).toBe(1);
  });

  it('two people hand in one code: one comes in, the other is told so', async () => {
    await person(app, { account: account('owner'), role: 'STORE_OWNER', at: 'st_1' });
    for (let round = 0; round < 20; round += 1) {
      const made = await code('STORE_MEMBER', { id: 'st_1', kind: 'STORE' });
      const results = await Promise.all([redeem(`a${round}`, made), redeem(`b${round}`, made)]);
      expect(results.filter((result) => !isRefused(result))).toHaveLength(1);
      expect(results.filter(isRefused)).toMatchObject([{ refused: 'accounts.code-used' }]);
    }
    expect(await database.prisma.membership.count({ where: { role: 'STORE_MEMBER' } })).toBe(20);
  });

  it('one person hands in two codes: both memberships, one principal', async () => {
    const made = await Promise.all([
      code('STORE_MEMBER', { id: 'st_1', kind: 'STORE' }),
      code('STORE_OWNER', { id: 'st_1', kind: 'STORE' }),
    ]);
    const results = await Promise.all(made.map((each) => redeem('twice', each)));
    expect(results.filter(isRefused)).toEqual([]);
    const accounts = await database.prisma.chatAccount.findMany({ where: { userId: 'twice' } });
    const [owner] = accounts;
    expect(accounts).toHaveLength(1);
    expect(await database.prisma.membership.count({ where: { principalId: owner?.principalId ?? '' } })).toBe(
      2,
    );
  });
});
