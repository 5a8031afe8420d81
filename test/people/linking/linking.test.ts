import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import type { IssuedCard } from '../../../src/chat/card.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { findPerson } from '../../../src/people/find-person.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { said } from '../../chat/talking.ts';
import { testApp, testClock } from '../../support/app.ts';
import { testDatabase } from '../../support/database.ts';
import { depopulate, person } from '../population.ts';
import { accountOn, cardOf, type Front, labelsOn, type TwoFronts, twoFronts } from './two-fronts.ts';

const YES = 'Yes, both are mine';
const NO = 'Not me';
const clock = testClock('2026-05-04T02:00:00Z');
const later = (minutes: number) => clock.moveTo(new Date(clock.now().getTime() + minutes * 60_000));

let app: App & AsyncDisposable;
let fronts: TwoFronts;
/** Lin is known on Slack; the account on Discord is nobody's yet. */
let lin: Front;
let linToo: Front;

beforeAll(async () => {
  app = await testApp(await testDatabase(), clock);
});
beforeEach(async () => {
  await depopulate(app);
  await app.database.query(Prisma.sql`
    TRUNCATE account_link, unlinked_account, held_click, delivery, posted_card`);
  fronts = twoFronts(app);
  await person(app, { account: accountOn('slack', 'lin'), role: 'STORE_OWNER', at: 'st_1' });
  lin = fronts.on('slack', 'lin');
  linToo = fronts.on('discord', 'lin2');
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await app.database[Symbol.asyncDispose]();
});

const codeIn = (reply: Reply<string> | null): string => /\/link (\S+-\S+)/.exec(said(reply))?.[1] ?? '';
const code = async (front = lin) => codeIn(await front.type('/link'));
const wordsOf = (card: IssuedCard | undefined) => (card ? said({ kind: 'card', card }) : '');
const newest = async (front: Front) => (await front.received()).at(-1);
const ownerOf = async (front: Front) => (await findPerson(app, front.account))?.person.principalId ?? null;
const chain = async () =>
  (
    await app.database.prisma.auditEvent.findMany({
      where: { objectType: 'principal', objectId: 'prn_lin', at: { gte: clock.now() } },
      orderBy: { seq: 'asc' },
    })
  ).map(({ actor, action }) => `${action} ${actor}`);

/** Both sides say yes: the newcomer first. */
async function joined(owner = lin, newcomer = linToo): Promise<void> {
  await newcomer.type(`/link ${await code(owner)}`);
  await newcomer.press(YES);
  await owner.press(YES, await newest(owner));
}

describe('a second account', () => {
  it('is the same person once both sides have confirmed, and not before', async () => {
    later(60);
    const asked = await linToo.type(`/link ${await code()}`);
    expect(said(asked)).toContain('Join this account to Person lin?');
    expect(said(asked)).toContain('Account that asked: @lin (Slack · T1 · lin)');
    expect(said(asked)).toContain('Confirm only if you began this yourself');
    const question = await newest(lin);
    expect(wordsOf(question)).toContain('Account that joins: @lin2 (Discord · lin2)');
    expect(wordsOf(question)).toContain('Confirm only if you began this yourself');
    expect(said(await linToo.press(YES))).toContain('Now confirm on the other account as well');
    expect(await ownerOf(linToo)).toBeNull();
    expect(said(await lin.press(YES, question))).toContain('@lin2 (Discord · lin2) now acts as you');
    expect(await ownerOf(linToo)).toBe('prn_lin');
    expect(wordsOf(await newest(linToo))).toContain('This account now belongs to Person lin');
    expect(await chain()).toEqual([
      'link.begin prn_lin',
      'link.claim discord::lin2',
      'link.confirm discord::lin2',
      'link.confirm prn_lin',
      'link.account prn_lin',
    ]);
  });

  it('reads the same record, and both accounts stand in /whoami', async () => {
    await joined();
    for (const command of ['/whoami', '/inbox', '/report list', '/staff invite']) {
      expect(said(await linToo.type(command))).toBe(said(await lin.type(command)));
    }
    const whoami = said(await lin.type('/whoami'));
    expect(whoami).toContain('Slack · T1 · lin');
    expect(whoami).toContain('Discord · lin2');
  });

  it('may be confirmed by the owner first', async () => {
    await linToo.type(`/link ${await code()}`);
    expect(said(await lin.press(YES, await newest(lin)))).toContain('@lin2 (Discord · lin2)');
    expect(await ownerOf(linToo)).toBeNull();
    expect(said(await linToo.press(YES))).toContain('This account now belongs to Person lin');
    expect(await ownerOf(linToo)).toBe('prn_lin');
    expect(wordsOf(await newest(lin))).toContain('now acts as you');
  });

  it('begun on Discord joins on Slack just as well', async () => {
    await person(app, { account: accountOn('discord', 'mei'), role: 'PROVIDER_ADMIN', at: 'prv_1' });
    const [mei, meiToo] = [fronts.on('discord', 'mei'), fronts.on('slack', 'mei2')];
    await joined(mei, meiToo);
    expect(await ownerOf(meiToo)).toBe('prn_mei');
    expect(said(await meiToo.type('/whoami'))).toContain('Slack · T1 · mei2');
    expect(said(await mei.type('/whoami'))).toContain('Discord · mei');
  });

  it('is asked for by one code at a time: a newer one ends the older', async () => {
    const first = await code();
    const second = await code();
    expect(said(await linToo.type(`/link ${first}`))).toContain('no longer valid');
    expect(said(await linToo.type(`/link ${second}`))).toContain('Join this account');
  });

  it('keeps its code nowhere', async () => {
    const made = await code();
    await linToo.type(`/link ${made}`);
    const { prisma } = app.database;
    const everything = JSON.stringify([
      await prisma.accountLink.findMany(),
      await prisma.incoming.findMany(),
      await prisma.auditEvent.findMany(),
    ]);
    expect(everything).not.toContain(made);
  });

  it('handing in the code twice asks once more; a click twice does nothing twice', async () => {
    const made = await code();
    await linToo.type(`/link ${made}`);
    expect(said(await linToo.type(`/link ${made}`))).toContain('Join this account');
    const question = await newest(lin);
    await lin.press(YES, question);
    expect(said(await lin.press(YES, question))).toContain('You have confirmed already');
    await linToo.press(YES);
    expect(said(await lin.press(YES, question))).toContain('joined already');
    expect(await lin.received()).toHaveLength(2);
  });
});

describe('a code is refused', () => {
  it('ten minutes after it was made, and the confirmation ten minutes after it was handed in', async () => {
    const made = await code();
    later(10);
    expect(said(await linToo.type(`/link ${made}`))).toContain('no longer valid');
    const next = await code();
    later(9);
    await linToo.type(`/link ${next}`);
    const question = await newest(lin);
    later(9);
    expect(said(await linToo.press(YES))).toContain('Now confirm on the other account');
    later(1);
    expect(said(await lin.press(YES, question))).toContain('The time to confirm is over');
    expect(await ownerOf(linToo)).toBeNull();
  });

  it('from the account that asked, from its platform, and from an account that is the person’s already', async () => {
    const made = await code();
    expect(said(await lin.type(`/link ${made}`))).toContain('This is the account that asked');
    expect(said(await fronts.on('slack', 'x').type(`/link ${made}`))).toContain('on the same platform');
    await joined();
    const next = await code();
    expect(said(await linToo.type(`/link ${next}`))).toContain('yours already');
  });

  it('from an account of somebody else, with the way out', async () => {
    await person(app, { account: accountOn('discord', 'mei'), role: 'PROVIDER_ADMIN', at: 'prv_1' });
    const refused = said(await fronts.on('discord', 'mei').type(`/link ${await code()}`));
    expect(refused).toContain('belongs to another person');
    expect(refused).toContain('ask a staff lead');
    expect(await lin.received()).toEqual([]);
  });

  it('when another account was faster, which learns nothing of the first', async () => {
    const made = await code();
    await linToo.type(`/link ${made}`);
    const refused = said(await fronts.on('discord', 'thief').type(`/link ${made}`));
    expect(refused).toContain('no longer valid. Tries left within this hour: 9.');
    expect(refused).not.toContain('Person lin');
    expect(refused).not.toContain('lin2');
  });

  it('from a guesser who is locked, even if it is right; the tries are those of invitations', async () => {
    const made = await code();
    for (let tries = 0; tries < 10; tries += 1) await linToo.type('/link 2222-2222-2222');
    expect(said(await linToo.type(`/link ${made}`))).toContain('You can try again');
    later(61);
    expect(said(await linToo.type(`/link ${await code()}`))).toContain('Join this account');
  });

  it('as a confirmation from an account that has no part in it', async () => {
    await linToo.type(`/link ${await code()}`);
    const question = await newest(lin);
    expect(said(await fronts.on('discord', 'thief').press(YES, question))).toContain('Only the two accounts');
    expect(said(await fronts.on('slack', 'other').press(YES, question))).toContain('Only the two accounts');
  });
});

describe('either side may say no', () => {
  it('after the other has said yes, and the other is told', async () => {
    const made = await code();
    await linToo.type(`/link ${made}`);
    await linToo.press(YES);
    expect(said(await lin.press(NO, await newest(lin)))).toContain('did not agree');
    expect(wordsOf(await newest(linToo))).toContain('did not agree');
    expect(said(await linToo.type(`/link ${made}`))).toContain('no longer valid');
    expect(await ownerOf(linToo)).toBeNull();
  });

  it('also the newcomer', async () => {
    await linToo.type(`/link ${await code()}`);
    const question = await newest(lin);
    await linToo.press(NO);
    expect(wordsOf(await newest(lin))).toContain('did not agree');
    expect(said(await lin.press(YES, question))).toContain('This was called off');
  });
});

describe('an account that joins meanwhile', () => {
  it('by an invitation belongs to that person, and cannot be joined any more', async () => {
    await linToo.type(`/link ${await code()}`);
    await linToo.press(YES);
    await app.database.change([
      Prisma.sql`INSERT INTO principal (id, display_name, created_at) VALUES ('prn_new', 'New', ${clock.now()})`,
      Prisma.sql`INSERT INTO chat_account (platform, workspace, user_id, principal_id, linked_at)
        VALUES ('discord', '', 'lin2', 'prn_new', ${clock.now()})`,
    ]);
    expect(said(await lin.press(YES, await newest(lin)))).toContain('belongs to another person');
    expect(await ownerOf(linToo)).toBe('prn_new');
  });
});

describe('unlinking', () => {
  it('by the person: the account can do nothing any more, and both accounts hear of it', async () => {
    await joined();
    later(60);
    const card = cardOf(await lin.type('/link'));
    expect(labelsOn(card)).toEqual(['Unlink Slack · T1 · lin', 'Unlink Discord · lin2']);
    expect(said(await lin.press('Unlink Discord · lin2'))).toContain('Discord · lin2 is unlinked');
    expect(await ownerOf(linToo)).toBeNull();
    expect(wordsOf(await newest(linToo))).toContain('Unlinked by: Person lin');
    expect(await chain()).toEqual(['link.begin prn_lin', 'link.unlink prn_lin']);
    expect(said(await linToo.type('/inbox'))).toContain('I do not know yet');
  });

  it('from the account itself: the other one is warned', async () => {
    await joined();
    await linToo.type('/link');
    await linToo.press('Unlink Discord · lin2');
    expect(wordsOf(await newest(lin))).toContain('Discord · lin2 is not linked to Person lin any more');
  });

  it('never takes the last account, whatever old card is pressed', async () => {
    await joined();
    const card = cardOf(await lin.type('/link'));
    await lin.press('Unlink Discord · lin2', card);
    expect(labelsOn(cardOf(await lin.type('/link')))).toEqual([]);
    expect(said(await lin.press('Unlink Slack · T1 · lin', card))).toContain('This is the last account');
    expect(said(await lin.press('Unlink Discord · lin2', card))).toContain(
      'not linked to this person any more',
    );
  });

  it('ends a link that the account had begun', async () => {
    await joined();
    const made = codeIn(await linToo.type('/link'));
    await linToo.press('Unlink Discord · lin2');
    expect(said(await fronts.on('slack', 'x').type(`/link ${made}`))).toContain('no longer valid');
  });

  it('leaves nothing standing that would be drawn on for the account that is gone', async () => {
    await joined();
    await app.database.prisma.postedCard.createMany({
      data: (['slack', 'discord'] as const).map((platform) => ({
        ...{ id: `crd_${platform}`, platform, workspace: '', channel: 'D', message: 'm', view: 'report' },
        ...{
          subject: 'CR-1',
          principalId: 'prn_lin',
          userId: platform === 'slack' ? 'lin' : 'lin2',
          locale: 'en',
        },
        ...{ drawnHash: '', postedAt: clock.now() },
      })),
    });
    await lin.type('/link');
    await lin.press('Unlink Discord · lin2');
    const cards = await app.database.prisma.postedCard.findMany({ where: { subject: 'CR-1' } });
    expect(cards.map(({ id }) => id)).toEqual(['crd_slack']);
  });

  it('by a lead, also the last account; by nobody else', async () => {
    await person(app, { account: accountOn('slack', 'lead'), role: 'STAFF_LEAD', at: 'platform' });
    await person(app, { account: accountOn('slack', 'mei'), role: 'STORE_OWNER', at: 'st_1' });
    const lead = fronts.on('slack', 'lead');
    const card = cardOf(await lead.type('/staff unlink person LIN'));
    expect(labelsOn(card)).toEqual(['Unlink Slack · T1 · lin']);
    const mei = fronts.on('slack', 'mei');
    expect(said(await mei.type('/staff unlink Person lin'))).toContain('staff lead');
    expect(said(await mei.press('Unlink Slack · T1 · lin', card))).toContain('staff lead');
    expect(said(await lead.press('Unlink Slack · T1 · lin', card))).toContain('has no account left');
    expect(wordsOf(await newest(lin))).toContain('Unlinked by: Person lead');
    expect(await ownerOf(lin)).toBeNull();
  });

  it('asks a lead who is meant', async () => {
    await person(app, { account: accountOn('slack', 'lead'), role: 'STAFF_LEAD', at: 'platform' });
    const lead = fronts.on('slack', 'lead');
    await app.database.prisma.principal.create({
      data: { id: 'prn_2', displayName: 'Person lin', createdAt: clock.now() },
    });
    expect(said(await lead.type('/staff unlink Person lin'))).toContain(
      'Person lin (prn_2), Person lin (prn_lin)',
    );
    expect(said(await lead.type('/staff unlink prn_2'))).toContain('No account is linked');
    expect(said(await lead.type('/staff unlink Nobody'))).toContain('I know nobody called “Nobody”');
  });
});
