import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import { issueHandles } from '../../../src/chat/handles.ts';
import { createTranslators } from '../../../src/chat/messages/translators.ts';
import { channelAudience } from '../../../src/delivery/audience.ts';
import { unlink } from '../../../src/people/actions/unlink.ts';
import type { Actor, Role } from '../../../src/people/principal.ts';
import { drawCase } from '../../../src/reports/chat/draw-case.ts';
import { said } from '../../chat/talking.ts';
import { testApp, testClock } from '../../support/app.ts';
import { type CaseDriver, caseDriver, expectOk } from '../../support/case-driver.ts';
import { type Cast, seedCast } from '../../support/cast.ts';
import { testDatabase } from '../../support/database.ts';
import { accountOn, type Front, type TwoFronts, twoFronts } from './two-fronts.ts';

const clock = testClock('2026-05-06T02:00:00Z');
const defaults = { locale: 'en', zone: 'Asia/Shanghai', translators: createTranslators() } as const;

let app: App & AsyncDisposable;
let cast: Cast;
let drive: CaseDriver;
let fronts: TwoFronts;
let scenes = 0;

beforeAll(async () => {
  app = await testApp(await testDatabase(), clock);
});
beforeEach(async () => {
  scenes += 1;
  cast = await seedCast(app.database, { tag: `f${scenes}` });
  drive = caseDriver(app, cast);
  fronts = twoFronts(app);
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await app.database[Symbol.asyncDispose]();
});

/** Takes two approvals. */
const TRIAL = {
  exceptionCodes: ['TRIAL'],
  exceptionText: 'A trial of three months first.',
  reportingMonths: '3',
};

/** An account of somebody on Slack, and one on Discord that is nobody's yet. */
async function accountsOf({ principalId }: Actor) {
  const userId = `${principalId}-${scenes}`;
  await app.database.prisma.chatAccount.create({
    data: { ...accountOn('slack', userId), principalId, linkedAt: clock.now() },
  });
  return { slack: fronts.on('slack', userId), discord: fronts.on('discord', userId) };
}
const alsoIs = ({ principalId }: Actor, role: Role, organisationId: string) =>
  app.database.prisma.membership.create({ data: { principalId, organisationId, role, since: clock.now() } });

async function link(owner: Front, newcomer: Front): Promise<void> {
  const code = /\/link (\S+-\S+)/.exec(said(await owner.type('/link')))?.[1];
  await newcomer.type(`/link ${code}`);
  await newcomer.press('Yes, both are mine');
  await owner.press('Yes, both are mine', (await owner.received()).at(-1));
}

/** A button of the case's card in the staff channel. */
async function pressInChannel(front: Front, id: string, label: string): Promise<string> {
  const card = await drawCase(app, channelAudience(defaults), await drive.load(id));
  return said(await front.press(label, (await issueHandles(app, [card]))[0]));
}

describe('four eyes are those of two people, whichever accounts they look through', () => {
  it.each(['linked before', 'linked between the two acts'])(
    'SOD-1: who submitted on Slack does not confirm on Discord (%s)',
    async (when) => {
      const { slack, discord } = await accountsOf(cast.admin);
      await alsoIs(cast.admin, 'STORE_OWNER', cast.storeId);
      const id = await drive.draft();
      await drive.apply(id, cast.owner, { type: 'request' });
      await drive.apply(id, cast.admin, { type: 'accept' });
      await drive.fill(id);
      if (when === 'linked before') await link(slack, discord);
      await slack.type(`/report submit ${id}`);
      expect((await drive.load(id)).report.state).toBe('STORE_CONFIRM');
      if (when !== 'linked before') await link(slack, discord);
      await discord.type(`/report confirm ${id}`);
      const refused = said(await discord.submit({ naTicks: [], typedName: 'Ada' }));
      expect(refused).toContain('You worked on this revision');
      expect((await drive.load(id)).report.state).toBe('STORE_CONFIRM');
    },
  );

  it('SOD-2: who belongs to the provider on Slack does not approve as staff on Discord', async () => {
    const { slack, discord } = await accountsOf(cast.helper);
    await alsoIs(cast.helper, 'STAFF_REVIEWER', 'platform');
    const id = await drive.toReview();
    await link(slack, discord);
    expect(await pressInChannel(discord, id, 'Approve')).toContain('You belong to the store or the provider');
    expect((await drive.load(id)).report.state).toBe('STAFF_REVIEW');
  });

  it('SOD-2: who edited for the provider on Slack does not approve on Discord after leaving it', async () => {
    const { slack, discord } = await accountsOf(cast.admin);
    const id = await drive.toReview();
    await app.database.prisma.membership.deleteMany({ where: { principalId: cast.admin.principalId } });
    await alsoIs(cast.admin, 'STAFF_REVIEWER', 'platform');
    await link(slack, discord);
    expect(await pressInChannel(discord, id, 'Approve')).toContain('You worked on this report');
  });

  it('SOD-3: an account that approved first for one principal does not approve for another, once it was moved', async () => {
    const first = await accountsOf(cast.lead);
    const second = await accountsOf(cast.secondReviewer);
    const id = await drive.toReview(TRIAL);
    await pressInChannel(first.slack, id, 'Approve');
    const owner = cast.lead.principalId;
    const { account } = first.slack;
    const by = { ...cast.lead, principalId: 'prn_another_lead' };
    expectOk(await unlink(app, { account, owner, by, from: account, requestId: 'slack:none' }));
    await app.database.prisma.chatAccount.create({
      data: { ...account, principalId: cast.secondReviewer.principalId, linkedAt: clock.now() },
    });
    for (const front of [first.slack, second.slack]) {
      expect(await pressInChannel(front, id, 'Approve')).toContain('The first decision was yours');
    }
  });

  it.each(['linked before', 'linked between the two acts'])(
    'SOD-3: the first approver on Slack is not the second on Discord (%s)',
    async (when) => {
      const { slack, discord } = await accountsOf(cast.lead);
      const id = await drive.toReview(TRIAL);
      if (when === 'linked before') await link(slack, discord);
      await pressInChannel(slack, id, 'Approve');
      expect((await drive.load(id)).report.proposal).toMatchObject({ by: cast.lead.principalId });
      if (when !== 'linked before') await link(slack, discord);
      const refused = await pressInChannel(discord, id, 'Approve');
      expect(refused).toContain('The first decision was yours');
      expect((await drive.load(id)).report.state).toBe('STAFF_REVIEW');
    },
  );
});
