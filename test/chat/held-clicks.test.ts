import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../src/app.ts';
import type { IssuedCard } from '../../src/chat/card.ts';
import { createRegistry } from '../../src/chat/commands/registry.ts';
import { issueHandles } from '../../src/chat/handles.ts';
import { createTranslators } from '../../src/chat/messages/translators.ts';
import { createConversations } from '../../src/chat/router/conversations.ts';
import { channelAudience } from '../../src/delivery/audience.ts';
import { redraw } from '../../src/delivery/standing/redraw.ts';
import { invite } from '../../src/people/actions/invite.ts';
import { redeemInvitation } from '../../src/people/actions/redeem-invitation.ts';
import { oneTimeCode } from '../../src/people/invitation/code.ts';
import type { Role } from '../../src/people/principal.ts';
import { Prisma } from '../../src/platform/database/generated/client.ts';
import { drawCase } from '../../src/reports/chat/draw-case.ts';
import { loadCase } from '../../src/reports/record/case.ts';
import { CARD_VIEWS, VOCABULARIES } from '../../src/vocabularies.ts';
import { deliveryDeps } from '../delivery/fake-port.ts';
import { type Front, labelsOn, type TwoFronts, twoFronts } from '../people/linking/two-fronts.ts';
import { testApp, testClock } from '../support/app.ts';
import { caseDriver, expectOk } from '../support/case-driver.ts';
import { type Cast, seedCast } from '../support/cast.ts';
import { testDatabase } from '../support/database.ts';
import { said } from './talking.ts';

const APPROVE = 'Approve';
const clock = testClock('2026-05-06T02:00:00Z');
const defaults = { locale: 'en', zone: 'Asia/Shanghai', translators: createTranslators() } as const;
const requestId = 'slack:none';

let app: App & AsyncDisposable;
let cast: Cast;
let fronts: TwoFronts;

beforeAll(async () => {
  app = await testApp(await testDatabase(), clock);
  cast = await seedCast(app.database);
  fronts = twoFronts(app);
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await app.database[Symbol.asyncDispose]();
});

/** A case that waits for review, and its card as it stands in the staff channel. */
let scenes = 0;
async function inReview() {
  scenes += 1;
  const other = await seedCast(app.database, { tag: `h${scenes}` });
  const id = await caseDriver(app, other).toReview();
  return { id, card: await channelCard(id), drive: caseDriver(app, other) };
}
async function channelCard(id: string): Promise<IssuedCard> {
  const parties = await loadCase(app, id);
  if (!parties) throw new Error(`no report ${id}`);
  const [card] = await issueHandles(app, [await drawCase(app, channelAudience(defaults), parties)]);
  if (!card) throw new Error('no card');
  return card;
}

/** Becomes known through an invitation, as this role. */
async function join(front: Front, role: Role): Promise<void> {
  const code = oneTimeCode();
  const kind = role.startsWith('STAFF') ? 'PLATFORM' : 'STORE';
  const organisation = { id: kind === 'PLATFORM' ? 'platform' : cast.storeId, name: 'x', kind } as const;
  const offer = { organisation, role, personName: front.account.userId };
  expectOk(await invite(app, { by: cast.lead, offer, code, draft: Prisma.sql`SELECT 1`, requestId }));
  expectOk(await redeemInvitation(app, { account: front.account, code, requestId }));
}
const held = (front: Front) =>
  app.database.prisma.heldClick.count({ where: { userId: front.account.userId } });

describe('a button that was pressed before anybody knew who pressed it', () => {
  it('does nothing, says how to become known, and is offered again once they are', async () => {
    const { id, card, drive: driver } = await inReview();
    const rui = fronts.on('discord', 'rui');
    const answer = said(await rui.press(APPROVE, card));
    expect(answer).toContain('I keep for 24 hours what you pressed');
    expect(answer).toContain('/link CODE');
    expect((await driver.load(id)).report.state).toBe('STAFF_REVIEW');

    await join(rui, 'STAFF_REVIEWER');
    const [offer, ...others] = await rui.received();
    expect(others).toEqual([]);
    expect(offer?.title).toBe(`You pressed “Approve” on ${id} before I knew you`);
    expect((await driver.load(id)).report.state).toBe('STAFF_REVIEW');
    await rui.press(APPROVE, offer);
    expect((await driver.load(id)).report.state).toBe('SCHEDULED');
    expect(await held(rui)).toBe(0);
  });

  it('is offered again to an account that joins a person who is known on the other platform', async () => {
    const { id, card } = await inReview();
    const [known, unknown] = [fronts.on('slack', 'kai'), fronts.on('discord', 'kai2')];
    await join(known, 'STAFF_REVIEWER');
    await unknown.press(APPROVE, card);
    const code = /\/link (\S+-\S+)/.exec(said(await known.type('/link')))?.[1];
    await unknown.type(`/link ${code}`);
    await unknown.press('Yes, both are mine');
    await known.press('Yes, both are mine', (await known.received()).at(-1));
    const titles = (await unknown.received()).map(({ title }) => title);
    expect(titles).toContain(`You pressed “Approve” on ${id} before I knew you`);
  });

  it('that opens a form is offered again, too', async () => {
    const { id, card } = await inReview();
    const noa = fronts.on('slack', 'noa');
    await noa.press('Return for changes', card);
    await join(noa, 'STAFF_REVIEWER');
    const [offer] = await noa.received();
    expect(offer?.title).toContain(`“Return for changes” on ${id}`);
    expect(await noa.press('Return for changes', offer)).toMatchObject({ kind: 'form' });
  });

  it('is offered to nobody who may not press it, and that is no failed delivery', async () => {
    const { card } = await inReview();
    const eve = fronts.on('slack', 'eve');
    await eve.press(APPROVE, card);
    await join(eve, 'STORE_MEMBER');
    expect(await eve.received()).toEqual([]);
    expect(
      await app.database.prisma.delivery.count({ where: { rule: { startsWith: 'held:' }, sentAt: null } }),
    ).toBe(0);
  });

  it('is not offered when the case has moved on, and an offer that stands is closed when it does', async () => {
    const { id, card, drive: driver } = await inReview();
    const [late, early] = [fronts.on('slack', 'late'), fronts.on('slack', 'early')];
    await late.press(APPROVE, card);
    await early.press(APPROVE, card);
    await join(early, 'STAFF_REVIEWER');
    expect(await early.received()).toHaveLength(1);
    await driver.apply(id, cast.reviewer, { type: 'approve', unsure: false });
    await join(late, 'STAFF_REVIEWER');
    expect(await late.received()).toEqual([]);
    await redraw(deliveryDeps(app, [fronts.slack], CARD_VIEWS), { subjects: [id] });
    const standing = [...fronts.slack.standing.values()];
    expect(standing).toContain('This card is closed');
    expect(standing).not.toContain(`You pressed “Approve” on ${id} before I knew you`);
  });

  it('is kept for a day, and no more than a few of them', async () => {
    const { card } = await inReview();
    const many = fronts.on('slack', 'many');
    for (const label of labelsOn(card)) await many.press(label, card);
    const cards = await Promise.all([1, 2].map(async () => (await inReview()).card));
    for (const each of cards) for (const label of labelsOn(each)) await many.press(label, each);
    expect(await held(many)).toBe(5);
    clock.moveTo(new Date(clock.now().getTime() + 24 * 60 * 60 * 1000));
    await join(many, 'STAFF_REVIEWER');
    expect(await many.received()).toEqual([]);
    const registry = createRegistry(VOCABULARIES);
    const conversations = createConversations({ app, registry, defaults });
    await conversations.recover({ olderThan: clock.now(), answer: async () => {} });
    expect(await app.database.prisma.heldClick.count()).toBe(0);
  });

  it('that only shows something is not kept', async () => {
    const { card } = await inReview();
    const eyes = fronts.on('slack', 'eyes');
    expect(said(await eyes.press('Details', card))).not.toContain('I keep for');
    expect(await held(eyes)).toBe(0);
  });
});
