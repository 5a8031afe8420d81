import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import type { Card } from '../../../src/chat/card.ts';
import { createTranslators } from '../../../src/chat/messages/translators.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { incidentView } from '../../../src/ratings/chat/incidents/show-incident.ts';
import { ratingVocabulary } from '../../../src/ratings/chat/vocabulary.ts';
import { from, said, type Talk, talking } from '../../chat/talking.ts';
import { givenPeople } from '../../directory/given.ts';
import { testApp, testClock } from '../../support/app.ts';
import { testDatabase } from '../../support/database.ts';
import { bondRows, providerRow, storeRow, write } from '../support/given-rated.ts';

const HAPPENED = 'Orders of a whole week were not answered.';
let database: Database;
let app: App & AsyncDisposable;
let talk: Talk;

beforeAll(async () => {
  database = await testDatabase();
  app = await testApp(database, testClock('2026-05-06T04:00:00Z'));
  talk = talking(app, [ratingVocabulary]);
  await write(database, [
    providerRow('prv_1'),
    storeRow('st_1'),
    storeRow('st_2'),
    bondRows({ providerId: 'prv_1', storeId: 'st_1' }),
    Prisma.sql`UPDATE organisation SET search_name = id`,
  ]);
  await givenPeople(database, [
    { user: 'ADMIN', role: 'PROVIDER_ADMIN', at: 'prv_1' },
    { user: 'HAND', role: 'PROVIDER_MEMBER', at: 'prv_1', locale: 'zh' },
    { user: 'OWNER', role: 'STORE_OWNER', at: 'st_1' },
    { user: 'STRANGER', role: 'STORE_OWNER', at: 'st_2' },
    { user: 'REVIEWER', role: 'STAFF_REVIEWER', at: 'platform' },
    { user: 'LEAD', role: 'STAFF_LEAD', at: 'platform' },
  ]);
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const cardOf = (reply: Reply<string> | null): Card<string> | null =>
  reply?.kind === 'card' || reply?.kind === 'closed' ? (reply.card ?? null) : null;
const labels = (reply: Reply<string> | null) => (cardOf(reply)?.actions ?? []).map(({ label }) => label);
const press = (user: string, reply: Reply<string> | null, label: string) => {
  const button = cardOf(reply)?.actions?.find((each) => each.label.startsWith(label));
  if (!button) throw new Error(`There is no button ${label}: ${said(reply)}`);
  return talk.handle({ ...from(user), kind: 'click', handle: button.handle });
};
/** From the list of one's own, or of what waits. */
const openedBy = async (user: string) => press(user, await talk.type(user, '/rating incidents'), 'inc_');

describe('a complaint', () => {
  it('is made by the store about its one report, answered by the provider, decided by staff and appealed', async () => {
    const form = await talk.type('OWNER', '/rating complaint');
    expect(said(form)).toBe('Complain of a provider');
    expect(said(await talk.submit('OWNER', form, { text: 'Bad.' }))).toContain('at least 20 characters');
    const made = await talk.submit('OWNER', form, { text: HAPPENED });
    expect(said(made)).toContain(HAPPENED);

    const seen = await openedBy('ADMIN');
    expect(labels(seen)).toEqual(['Answer']);
    const answered = await talk.submit('ADMIN', await press('ADMIN', seen, 'Answer'), {
      text: 'The store had asked us to wait.',
    });
    expect(said(answered)).toContain('The provider\nThe store had asked us to wait.');

    const waiting = await openedBy('REVIEWER');
    expect(labels(waiting)).toEqual(['Uphold', 'Dismiss']);
    const verdict = await press('REVIEWER', waiting, 'Uphold');
    const decided = await talk.submit('REVIEWER', verdict, { basis: 'The feed of that week shows it.' });
    expect(said(decided)).toContain('Upheld. The provider can appeal until 2026-05-19T04:00:00.000Z.');
    expect(said(await talk.type('REVIEWER', '/rating incidents'))).toBe('Nothing waits for a verdict.');

    const upheld = await openedBy('ADMIN');
    expect(labels(upheld)).toEqual(['Appeal']);
    const appeal = await press('ADMIN', upheld, 'Appeal');
    const fields = appeal?.kind === 'form' ? appeal.page.fields : [];
    expect(fields[0]).toMatchObject({ name: 'datum', initial: expect.stringMatching(/^inc_/) });
  });

  it('reads in Chinese, to a member without a button', async () => {
    const seen = await openedBy('HAND');
    expect(said(seen)).toContain('认定成立。服务商可在 2026-05-19T04:00:00.000Z 前申诉。');
    expect(labels(seen)).toEqual([]);
  });

  it('is none of a stranger’s business, not even its number', async () => {
    expect(said(await talk.type('STRANGER', '/rating incidents'))).toBe(
      'No complaint or incident is on record.',
    );
    const seen = await openedBy('OWNER');
    const list = await talk.type('OWNER', '/rating incidents');
    expect(said(await press('STRANGER', list, 'inc_'))).toContain('no such incident');
    expect(said(seen)).toContain(HAPPENED);
  });

  it('shows a channel that there is one, and nothing of what was said', async () => {
    const { id } = await database.prisma.incident.findFirstOrThrow();
    const audience = {
      t: createTranslators().en,
      locale: 'en' as const,
      zone: 'Asia/Shanghai',
      person: null,
    };
    const [card] = (await incidentView.draw(app, audience, id)) ?? [];
    const text = said(card ? { kind: 'card', card: { ...card, actions: [] } } : null);
    expect(text).toContain('Complaint');
    expect(text).not.toContain(HAPPENED);
    expect(card?.actions).toMatchObject([{ label: 'Read it' }]);
  });
});

describe('an incident', () => {
  it('is put on record by staff against a provider they name', async () => {
    const form = await talk.type('REVIEWER', '/rating incident prv_1');
    expect(said(await talk.submit('REVIEWER', form, { text: HAPPENED }))).toContain('how severe');
    const values = { severity: 'S2', report: '4711', text: HAPPENED };
    expect(said(await talk.submit('REVIEWER', form, values))).toContain('4711');
    const made = await talk.submit('REVIEWER', form, { ...values, report: '' });
    expect(said(made)).toContain('Incident S2, serious');
    expect(said(made)).toContain('The provider can answer until 2026-05-09T04:00:00.000Z');
  });

  it('is not decided before the provider was heard, nor by whoever recorded it', async () => {
    const lead = await press('LEAD', await openedBy('LEAD'), 'Uphold');
    const basis = 'The feed of that week shows it.';
    expect(said(await talk.submit('LEAD', lead, { basis }))).toContain('has not been heard yet');
    const reviewer = await press('REVIEWER', await openedBy('REVIEWER'), 'Dismiss');
    expect(said(await talk.submit('REVIEWER', reviewer, { basis }))).not.toContain('Dismissed.');
  });

  it('is nothing that a provider records', async () => {
    expect(said(await talk.type('ADMIN', '/rating incident prv_1'))).toContain('staff');
  });
});
