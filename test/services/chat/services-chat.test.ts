import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Card } from '../../../src/chat/card.ts';
import type { Locale } from '../../../src/chat/conversation.ts';
import type { FormValues } from '../../../src/chat/form.ts';
import { createTranslators } from '../../../src/chat/messages/translators.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { channelAudience } from '../../../src/delivery/audience.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { createLogger } from '../../../src/platform/logger.ts';
import { openQueue, type Queue } from '../../../src/platform/queue.ts';
import { reportVocabulary } from '../../../src/reports/chat/vocabulary.ts';
import { accessVocabulary } from '../../../src/services/access/chat/vocabulary.ts';
import { serviceView } from '../../../src/services/chat/view.ts';
import { serviceVocabulary } from '../../../src/services/chat/vocabulary.ts';
import { from, said, type Talk, type TestApp, talking, testApp } from '../../chat/talking.ts';
import { testDatabase } from '../../support/database.ts';
import { ANSWER, APPLICATION, givenLevel, givenParties, LOAN, QUESTION, REASON } from '../support/given.ts';

let database: Database;
let queue: Queue;
let app: TestApp;
let talk: Talk;

beforeAll(async () => {
  database = await testDatabase();
  queue = await openQueue(database, createLogger({ level: 'silent' }));
  app = { ...testApp(database), queue };
  talk = talking(app, [serviceVocabulary, accessVocabulary, reportVocabulary]);
  await givenParties(database);
  await givenLevel(database, '4');
});
afterAll(async () => {
  await queue[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const cardsOf = (reply: Reply<string> | null) => {
  if (reply?.kind === 'cards') return reply.cards;
  return reply?.kind === 'card' || (reply?.kind === 'closed' && reply.card) ? [reply.card] : [];
};
const labels = (reply: Reply<string> | null) =>
  cardsOf(reply).flatMap((card) => (card?.actions ?? []).map(({ label }) => label));
const press = (user: string, reply: Reply<string> | null, label: string) => {
  const button = cardsOf(reply)
    .flatMap((card) => card?.actions ?? [])
    .find((each) => each.label === label);
  if (!button) throw new Error(`There is no button ${label}: ${said(reply)}`);
  return talk.handle({ ...from(user), kind: 'click', handle: button.handle });
};

/** Requests a service and returns its number. */
async function requested(kind: string, values: FormValues, user = 'ADMIN'): Promise<string> {
  const sent = await talk.submit(user, await talk.type(user, `/service request ${kind}`), values);
  const id = /\b(CON|LOAN|API)-\d{4}-\d{6}\b/.exec(said(sent))?.[0];
  if (id === undefined) throw new Error(said(sent));
  return id;
}
const show = (user: string, id: string) => talk.type(user, `/service show ${id}`);
const inChannel = async (id: string, locale: Locale = 'en') => {
  const reader = channelAudience({ locale, zone: 'Asia/Shanghai', translators: createTranslators() });
  const [card] = (await serviceView.draw(app, reader, `service:prv_1:${id}`)) ?? [];
  return said({ kind: 'card', card: { ...card, actions: [] } as Card<string> });
};

describe('/service request', () => {
  it('offers the three, and opens the form of one', async () => {
    const offered = await talk.type('ADMIN', '/service request');
    expect(labels(offered)).toEqual(['Store-opening consultation', 'Special loan', 'API application']);
    expect(said(await press('ADMIN', offered, 'Special loan'))).toBe('Special loan');
  });

  it('names the step that is missing before anything is typed', async () => {
    expect(said(await talk.type('NEWCOMER', '/service request loan'))).toContain(
      'no report of your company is on its way',
    );
  });

  it('asks a recognised provider without a relationship for its letter of intent', async () => {
    const opened = await talk.type('NEWCOMER', '/service request consultation');
    const fields = opened?.kind === 'form' ? opened.page.fields.map(({ name }) => name) : [];
    expect(fields).toEqual(expect.arrayContaining(['letterWith', 'letterSignedOn', 'letterFile']));
  });

  it('is for administrators of providers', async () => {
    expect(said(await talk.type('OWNER', '/service request loan'))).toContain('provider administrator');
  });

  it('keeps what was typed when it is refused, but for what looks like a key', async () => {
    const opened = await talk.type('ADMIN', '/service request api');
    const secret = 'Our token is sk-live-abcdefgh12345, kept safe.';
    const refused = await talk.submit('ADMIN', opened, { ...APPLICATION, systemPurpose: secret });
    expect(said(refused)).toContain('looks like');
    const again = await talk.type('ADMIN', '/service request api');
    const initial = (name: string) =>
      again?.kind === 'form' ? again.page.fields.find((field) => field.name === name) : undefined;
    expect(initial('systemName')).toMatchObject({ initial: 'Harbour ERP' });
    expect(initial('systemPurpose')).not.toHaveProperty('initial');
  });
});

describe('a consultation', () => {
  it('goes from the question to the answer, which carries its rule and that it is no legal advice', async () => {
    const id = await requested('consultation', QUESTION);
    const staff = await show('MEI', id);
    expect(said(staff)).toContain('Kauri & Fern');
    expect(labels(staff)).toEqual(['Answer', 'Take it', 'Out of scope']);
    await talk.submit('MEI', await press('MEI', staff, 'Answer'), ANSWER);
    const answered = await show('ADMIN', id);
    expect(said(answered)).toContain('Rests on: https://rules.example/entry#trademark, as of 2026-04-01');
    expect(said(answered)).toContain('Not legal advice');
    expect(labels(answered)).toEqual(['Close, it is settled', 'Ask further']);
  });

  it('tells a channel neither brand nor question', async () => {
    const id = await requested('consultation', QUESTION);
    const card = await inChannel(id);
    expect(card).toContain(id);
    expect(card).toContain('Conditions of entry');
    expect(card).not.toMatch(/Kauri|trademark still/);
  });

  it('tells a late click who decided what', async () => {
    const id = await requested('consultation', QUESTION);
    const [mei, tao] = [await show('MEI', id), await show('TAO', id)];
    const form = await press('TAO', tao, 'Answer');
    await talk.submit('MEI', await press('MEI', mei, 'Answer'), ANSWER);
    expect(said(await talk.submit('TAO', form, ANSWER))).toContain(`${id}: MEI answered`);
    expect(said(await press('TAO', tao, 'Take it'))).toContain(`${id}: MEI answered`);
  });

  it('reads in Chinese', async () => {
    const id = await requested('consultation', QUESTION, 'GUAN');
    const card = said(await show('GUAN', id));
    expect(card).toContain('开店入驻咨询');
    expect(card).toContain('待答复 · 待小二处理');
    expect(await inChannel(id, 'zh')).not.toContain('Kauri');
  });
});

describe('a loan request', () => {
  it('is the provider’s own until it is submitted, and says then what the pre-check found', async () => {
    await givenLevel(database, 'R');
    const id = await requested('loan', LOAN);
    expect(said(await show('MEI', id))).toContain('There is no special service');
    const drafted = await show('ADMIN', id);
    expect(said(drafted)).toContain('Amount: 1,200,000.00 CNY');
    expect(labels(drafted)).toEqual(['Agree and submit', 'Change', 'Withdraw']);
    const checked = await press('ADMIN', drafted, 'Agree and submit');
    expect(said(checked)).toContain('Pre-check not passed');
    expect(said(checked)).toContain('Level 3★ or higher is needed.');
    await givenLevel(database, '4');
    expect(said(await press('ADMIN', checked, 'Check again'))).toContain('Pre-check passed');
  });

  it('never shows an amount in a channel', async () => {
    const id = await requested('loan', LOAN);
    await press('ADMIN', await show('ADMIN', id), 'Agree and submit');
    expect(await inChannel(id)).not.toMatch(/1,200,000|Stock/);
    expect(said(await show('MEI', id))).toContain('1,200,000.00 CNY');
  });

  it('opens its draft to nobody else', async () => {
    const id = await requested('loan', LOAN);
    const change = await show('ADMIN', id);
    expect(said(await press('OWNER', change, 'Change'))).toContain('provider administrator');
  });
});

describe('an application for the API', () => {
  it('goes from security review to sandbox, where its administrator gets the link to a key', async () => {
    const id = await requested('api', { ...APPLICATION, scopes: ['reports:read', 'reports:write'] });
    expect(said(await show('MEI', id))).toContain('Approvals: two needed');
    await press('MEI', await show('MEI', id), 'Begin the security review');
    await press('MEI', await show('MEI', id), 'Approve');
    const first = await show('MEI', id);
    expect(said(first)).toContain('Approvals: one of two given');
    const again = cardsOf(first)[0]?.actions?.find(({ label }) => label === 'Approve');
    expect(again?.disabledBecause).toContain('second');
    await press('LEAD', await show('LEAD', id), 'Approve');
    const opened = await show('ADMIN', id);
    expect(labels(opened)).toEqual(['Get a sandbox key', 'Ask to go live', 'Give up access']);
    expect(said(await press('ADMIN', opened, 'Get a sandbox key'))).toContain('sandbox key');
    expect(labels(await show('MEI', id))).not.toContain('Get a sandbox key');
  });

  it('shows a channel neither addresses nor contacts', async () => {
    const card = await inChannel(await requested('api', APPLICATION));
    expect(card).toContain('Harbour ERP');
    expect(card).not.toMatch(/8\.8\.8\.8|hooks\.harbour|security@|8502/);
  });

  it('comes back with the reason, and its form opens as it was sent', async () => {
    const id = await requested('api', APPLICATION);
    await talk.submit('MEI', await press('MEI', await show('MEI', id), 'Return for changes'), REASON);
    const returned = await show('ADMIN', id);
    expect(said(returned)).toContain('The callback belongs to another company');
    const form = await press('ADMIN', returned, 'Change and resubmit');
    const callback =
      form?.kind === 'form' ? form.page.fields.find(({ name }) => name === 'callbackUrl') : undefined;
    expect(callback).toMatchObject({ initial: 'https://hooks.harbour.example/baobei' });
  });
});

describe('a reminder', () => {
  it('stands on the card of whoever it reached, who can put the next one off', async () => {
    const id = await requested('consultation', QUESTION);
    const object = `service:prv_1:${id}`;
    await database.query(Prisma.sql`
      INSERT INTO reminder (object, state_seq, rung, receiver, due_at, settled_at, outcome, people)
      VALUES (${object}, 1, 'at-80', 'TAO', '2026-05-05T02:00:00Z', '2026-05-05T02:00:00Z', 'SENT', 1)`);
    const shown = await show('TAO', id);
    expect(said(shown)).toContain('Four fifths of the time for this step are used.');
    expect(labels(await show('MEI', id))).not.toContain('Remind me in 2 hours');
    expect(said(await press('TAO', shown, 'Remind me in 2 hours'))).toContain(`${id}: put off until`);
    expect(said(await press('TAO', shown, 'I am on it'))).toContain(`${id}: noted that you are on it`);
  });
});

describe('what waits', () => {
  it('stands in the inbox of whoever it waits for, among the reports', async () => {
    const id = await requested('consultation', QUESTION);
    expect(said(await talk.type('TAO', '/inbox'))).toContain('CON-2026-');
    await talk.submit('MEI', await press('MEI', await show('MEI', id), 'Answer'), ANSWER);
    await database.query(Prisma.sql`UPDATE consultation SET deadline_at = '2026-05-04' WHERE id = ${id}`);
    expect(said(await talk.type('ADMIN', '/inbox'))).toContain(id);
  });

  it('stands in the queue of staff with a way to take it, and behind a button of the reports’ queue', async () => {
    const waiting = await talk.type('TAO', '/service queue');
    expect(said(waiting)).toMatch(/\d+ special services wait for staff/);
    expect(labels(waiting)).toContain('Take it');
    const reports = await talk.type('TAO', '/staff queue');
    const label = labels(reports).find((each) => each.startsWith('Special services: '));
    expect(said(await press('TAO', reports, label ?? ''))).toBe(said(waiting));
    expect(said(await talk.type('ADMIN', '/service queue'))).toContain('staff reviewer');
  });

  it('is listed for the provider alone, newest first', async () => {
    expect(said(await talk.type('ADMIN', '/service list'))).toContain('CON-2026-');
    expect(said(await talk.type('NEWCOMER', '/service list'))).toContain('Nothing was asked for yet');
  });
});
