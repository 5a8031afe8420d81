import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { sweepReminders } from '../../../src/reminders/sweep/sweep.ts';
import { trainToday } from '../../../src/training/actions/daily.ts';
import { refreshBenchmarks } from '../../../src/training/actions/diagnosis/refresh-benchmarks.ts';
import { trainingVocabulary } from '../../../src/training/chat/vocabulary.ts';
import { REMINDER_SOURCES } from '../../../src/vocabularies.ts';
import { from, said, type Talk, talking } from '../../chat/talking.ts';
import { monthsBetween } from '../../ratings/support/given-rated.ts';
import { type TestClock, testApp, testClock } from '../../support/app.ts';
import { testDatabase } from '../../support/database.ts';
import { figureRows } from '../support/given-stores.ts';
import { NOVEMBER, PEERS, setStage } from '../support/stage.ts';

let database: Database;
let clock: TestClock;
let app: App & AsyncDisposable;
let talk: Talk;

beforeAll(async () => {
  database = await testDatabase();
  clock = testClock(NOVEMBER);
  app = await testApp(database, clock);
  talk = talking(app, [trainingVocabulary]);
  await setStage(database);
  await refreshBenchmarks(app);
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const cardsOf = (reply: Reply<string> | null) => {
  if (reply?.kind === 'cards') return reply.cards;
  return reply && 'card' in reply && reply.card ? [reply.card] : [];
};

const press = (user: string, reply: Reply<string> | null, label: string) => {
  const button = cardsOf(reply)
    .flatMap(({ actions = [] }) => actions)
    .find((each) => each.label.startsWith(label));
  if (!button) throw new Error(`There is no button ${label}: ${said(reply)}`);
  return talk.handle({ ...from(user), kind: 'click', handle: button.handle });
};

const labels = (reply: Reply<string> | null) =>
  cardsOf(reply).flatMap(({ actions = [] }) => actions.map(({ label }) => label));

const owedTo = async (receiver: string, view: string) =>
  (await database.prisma.delivery.findMany({ where: { receiver, view } })).map(({ rule }) => rule);

describe('how a store does', () => {
  it('is its own; a provider asks for it with one button, once a day', async () => {
    const refused = await talk.type('ADMIN', '/training diagnose');
    expect(said(refused)).toContain('st_1 has not let prv_1 see how it does');
    expect(said(await press('ADMIN', refused, 'Ask the store'))).toContain(
      'The owner of st_1 has been asked',
    );
    await press('ADMIN', refused, 'Ask the store');
    expect(await owedTo('OWNER', 'training-consent')).toEqual(['asked-2026-11-04']);
  });

  it('is shown to whom its owner lets in', async () => {
    const list = await talk.type('OWNER', '/training consent');
    expect(said(list)).toContain('prv_1, st_1: may not see it');
    expect(said(await press('OWNER', list, 'Let in prv_1'))).toContain(
      'prv_1 and its coach may see how st_1 does',
    );
    expect(said(await press('OWNER', list, 'Let in prv_1'))).toContain('answered meanwhile');
    expect(await owedTo('ADMIN', 'training-consent')).toEqual(['told']);
  });

  it('says what is wrong, how sure that is, what it would bring, and shows it', async () => {
    const shown = await talk.type('ADMIN', '/training diagnose');
    const words = said(shown);
    expect(words).toContain('Main problem: too few visitors buy.');
    expect(words).toContain('25 stores in Toys, size 2 of 5');
    expect(words).toContain('High: 60,000 visitors, 1,080 orders');
    expect(words).toMatch(/At the median it would be more by: 109,741\.94 CNY/);
    expect(words).toContain('Where do visitors leave: page, cart or payment?');
    const [card] = cardsOf(shown);
    expect(card?.image?.alt).toContain('Conversion 1.80%, weak against the median 2.50%');
    expect(card?.image?.png).toEqual(expect.any(Uint8Array));
  });

  it('says so in Chinese', async () => {
    const words = said(await talk.type('GUAN', '/training diagnose'));
    expect(words).toContain('主要问题：转化偏低。');
    expect(words).toContain('玩具 25 家店铺，体量第 2 档（共 5 档）');
  });

  it('is nobody else’s business', async () => {
    expect(said(await talk.type('OTHER', '/training diagnose st_1'))).toContain(
      'Only where a report is in effect',
    );
    expect(said(await talk.type('CLERK', '/training diagnose'))).toContain('store owner');
  });
});

describe('a training plan', () => {
  it('is made of a diagnosis, once for a problem', async () => {
    const shown = await talk.type('MEMBER', '/training diagnose');
    const plan = await press('MEMBER', shown, 'Make a plan');
    expect(said(plan)).toContain('Conversion for st_1');
    expect(said(plan)).toContain('Conversion rate from 1.80% to 2.15%: half the gap to the median');
    expect(labels(plan)).toEqual([]);
    expect(said(await press('MEMBER', shown, 'Make a plan'))).toContain('open already');
    expect(await owedTo('ADMIN', 'training-plan')).toEqual(['training.plan-proposed']);
  });

  it('is accepted by the provider’s administrator; its tasks get their days, and leads are asked for a coach', async () => {
    const proposed = await talk.type('ADMIN', '/training plan');
    const accepted = await press('ADMIN', proposed, 'Accept');
    expect(said(accepted)).toContain(
      'Measure page, cart and payment separately, and name the step that loses most · due 2026-11-18 · ADMIN',
    );
    expect(said(await press('ADMIN', proposed, 'Accept'))).toContain('moved on meanwhile');
    expect(await owedTo('LEAD', 'training-plan')).toEqual(['training.plan-accepted']);
  });

  it('is coached by somebody of the staff, where the level gives a coach', async () => {
    const waiting = await talk.type('REVIEWER', '/training plan');
    expect(said(await press('REVIEWER', waiting, 'I coach this'))).toContain('Coach: REVIEWER');
    expect(labels(await talk.type('LEAD', '/training plan'))).toEqual([]);
  });

  it('is worked through task by task; each can be taken on by somebody else', async () => {
    const tasks = await talk.type('MEMBER', '/training task');
    const taken = await press('MEMBER', tasks, 'I do task 1');
    expect(said(taken)).toContain('· due 2026-11-18 · MEMBER');
    const done = await press('MEMBER', taken, 'Task 1 is done');
    expect(said(done)).toContain('name the step that loses most · done');
    expect(said(await press('MEMBER', taken, 'Task 1 is done'))).toContain('moved on meanwhile');
    expect(await owedTo('REVIEWER', 'training-plan')).toEqual(['training.task-done']);
    const record = { providerId_quarter: { providerId: 'prv_1', quarter: '2026-Q4' } };
    expect(await database.prisma.capabilityRecord.findUnique({ where: record })).toMatchObject({
      tasksAssigned: 3,
      tasksDone: 1,
    });
  });

  it('reminds whoever has a task before it is due and after, and nobody of what is done', async () => {
    for (const day of ['2026-11-16', '2026-12-01', '2026-12-07']) {
      clock.moveTo(`${day}T02:00:00Z`);
      await sweepReminders(app, REMINDER_SOURCES);
    }
    await database.query(Prisma.sql`INSERT INTO delegation (id, organisation_id, role, delegator_id, delegate_id, from_at,
      until_at, reason, created_at) VALUES ('dlg_1', 'prv_1', 'PROVIDER_ADMIN', 'ADMIN', 'GUAN', '2026-12-16', '2026-12-17', 'x',
      '2026-12-01')`);
    clock.moveTo('2026-12-16T02:00:00Z');
    await sweepReminders(app, REMINDER_SOURCES);
    expect(await owedTo('GUAN', 'training-plan')).toContain('reminder-training-task');
    expect(await owedTo('MEMBER', 'training-plan')).toEqual([]);
    expect((await owedTo('ADMIN', 'training-plan')).filter((rule) => rule.startsWith('reminder'))).toEqual([
      'reminder-training-task',
      'reminder-training-late',
    ]);
  });

  it('hides the store’s figures once the consent is withdrawn', async () => {
    await press('OWNER', await talk.type('OWNER', '/training consent'), 'Take back');
    const shown = said(await talk.type('ADMIN', '/training plan'));
    expect(shown).toContain('Figures show while the store consents');
    expect(shown).not.toContain('1.80%');
    await press('OWNER', await talk.type('OWNER', '/training consent'), 'Let in');
  });

  it('is checked after 30, 60 and 90 days against what the peers did, and then over', async () => {
    await database.change([
      figureRows(
        monthsBetween('2026-11-01', 3).flatMap((month) => [
          { storeId: 'st_1', month, uv: 60_000, cvr: 0.023 },
          ...PEERS.map((storeId) => ({ storeId, month })),
        ]),
      ),
    ]);
    for (const day of ['2026-12-04', '2027-01-04', '2027-02-03']) {
      clock.moveTo(`${day}T02:00:00Z`);
      await trainToday(app);
      await trainToday(app);
    }
    const plan = said(await talk.type('ADMIN', '/training plan'));
    expect(plan).toContain('Done. What it brought stands below.');
    expect(plan).toMatch(/After 30 days: \+27\.\d% against 25 peers\./);
    expect(plan.match(/After \d+ days/g)).toEqual(['After 30 days', 'After 60 days', 'After 90 days']);
    await sweepReminders(app, REMINDER_SOURCES);
    expect(await owedTo('REVIEWER', 'training-plan')).toContain('training-check');
  });
});
