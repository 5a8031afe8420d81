import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import type { AccountRef } from '../../../src/chat/incoming.ts';
import { beginLink } from '../../../src/people/actions/begin-link.ts';
import { cancelLink } from '../../../src/people/actions/cancel-link.ts';
import { claimLink } from '../../../src/people/actions/claim-link.ts';
import { confirmLink } from '../../../src/people/actions/confirm-link.ts';
import { unlink } from '../../../src/people/actions/unlink.ts';
import { oneTimeCode } from '../../../src/people/invitation/code.ts';
import { isRefused } from '../../../src/result.ts';
import { testApp, testClock } from '../../support/app.ts';
import { expectOk } from '../../support/case-driver.ts';
import { postgres, postgresAvailable } from '../../support/database.ts';
import { person } from '../population.ts';
import { accountOn } from './two-fronts.ts';

const available = await postgresAvailable();
const ROUNDS = 10;
const requestId = 'slack:none';
const named = (account: AccountRef) => ({ ...account, name: null });

describe.skipIf(!available)('accounts that are joined at the same moment, on PostgreSQL', () => {
  const clock = testClock('2026-05-04T02:00:00Z');
  let app: App & AsyncDisposable;
  beforeAll(async () => {
    app = await testApp(await postgres(), clock);
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    await app.database[Symbol.asyncDispose]();
  });

  let people = 0;
  /** Somebody new on Slack, with a code of theirs. */
  async function asker() {
    people += 1;
    const account = accountOn('slack', `lin${people}`);
    const { principalId } = await person(app, { account, role: 'STORE_OWNER', at: 'st_1' });
    const code = oneTimeCode();
    await beginLink(app, { principalId, account: named(account), code, requestId });
    return { account, principalId, code };
  }
  const claim = (code: string, account: AccountRef) =>
    claimLink(app, { account: named(account), code, requestId });
  const accountsOf = (principalId: string) =>
    app.database.prisma.chatAccount.count({ where: { principalId } });
  const actionsOf = async (objectId: string) =>
    (await app.database.prisma.auditEvent.findMany({ where: { objectId }, orderBy: { seq: 'asc' } })).map(
      ({ action }) => action,
    );

  /** A code that was handed in, and waits for both. */
  async function claimed() {
    const asking = await asker();
    const other = accountOn('discord', `${asking.account.userId}too`);
    const found = await claim(asking.code, other);
    if (!found) throw new Error('The code is not known.');
    return { ...asking, other, linkId: expectOk(found).id };
  }
  const confirm = (linkId: string, account: AccountRef) => confirmLink(app, { linkId, account, requestId });

  it('two accounts hand in one code: one may confirm, the other is refused', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { code, principalId } = await asker();
      const results = await Promise.all(
        ['a', 'b'].map((who) => claim(code, accountOn('discord', `${who}${code}`))),
      );
      const refused = results.flatMap((result) => (result && isRefused(result) ? [result.refused] : []));
      expect(refused).toEqual(['linking.code-over']);
      expect(await actionsOf(principalId)).toEqual(['link.begin', 'link.claim']);
    }
  });

  it('both sides confirm at once: joined once, with every step on record', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { linkId, account, other, principalId } = await claimed();
      const results = await Promise.all([confirm(linkId, account), confirm(linkId, other)]);
      expect(results.map(expectOk).filter(({ linked }) => linked)).toHaveLength(1);
      expect(await accountsOf(principalId)).toBe(2);
      const steps = ['link.begin', 'link.claim', 'link.confirm', 'link.confirm', 'link.account'];
      expect(await actionsOf(principalId)).toEqual(steps);
    }
  });

  it('one button pressed twice at once counts once', async () => {
    const { linkId, account, principalId } = await claimed();
    const results = await Promise.all([1, 2, 3].map(() => confirm(linkId, account)));
    expect(results.filter(isRefused).map(({ refused }) => refused)).toEqual([
      'linking.confirmed-already',
      'linking.confirmed-already',
    ]);
    expect(await accountsOf(principalId)).toBe(1);
  });

  it('the last yes and a no at once: joined or called off, never both', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { linkId, account, other, principalId } = await claimed();
      expectOk(await confirm(linkId, other));
      const [yes, no] = await Promise.all([
        confirm(linkId, account),
        cancelLink(app, { linkId, account: other, requestId }),
      ]);
      expect([isRefused(yes), isRefused(no)].filter(Boolean)).toHaveLength(1);
      expect(await accountsOf(principalId)).toBe(isRefused(yes) ? 1 : 2);
    }
  });

  it('one account joins two people at once: it belongs to one of them', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const [one, two] = [await asker(), await asker()];
      const other = accountOn('discord', `shared${round}`);
      const links = [];
      for (const { code, account } of [one, two]) {
        const link = expectOk((await claim(code, other)) ?? { refused: 'no such code', data: {} });
        expectOk(await confirm(link.id, account));
        links.push(link.id);
      }
      const results = await Promise.all(links.map((id) => confirm(id, other)));
      expect(results.filter(isRefused)).toMatchObject([{ refused: 'linking.elsewhere' }]);
      expect((await accountsOf(one.principalId)) + (await accountsOf(two.principalId))).toBe(3);
    }
  });

  it('both accounts unlink each other at once: one of them stays', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { linkId, account, other, principalId } = await claimed();
      await confirm(linkId, account);
      expectOk(await confirm(linkId, other));
      const by = { principalId, memberships: [] };
      const results = await Promise.all([
        unlink(app, { account, owner: principalId, by, from: other, requestId }),
        unlink(app, { account: other, owner: principalId, by, from: account, requestId }),
      ]);
      expect(results.filter(isRefused)).toMatchObject([{ refused: 'linking.unlink-last' }]);
      expect(await accountsOf(principalId)).toBe(1);
    }
  });

  it('the asking account is taken away while the last yes comes: nothing is joined to nobody', async () => {
    for (let round = 0; round < ROUNDS; round += 1) {
      const { linkId, account, other, principalId } = await claimed();
      expectOk(await confirm(linkId, account));
      const lead = {
        principalId: 'prn_lead',
        memberships: [{ organisationId: 'platform', role: 'STAFF_LEAD' }],
      } as const;
      const [joined] = await Promise.all([
        confirm(linkId, other),
        unlink(app, { account, owner: principalId, by: lead, from: account, requestId }).then(expectOk),
      ]);
      expect(await accountsOf(principalId)).toBe(isRefused(joined) ? 0 : 1);
    }
  });
});
