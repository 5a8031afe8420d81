import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import { createTranslators } from '../../../src/chat/messages/translators.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { suspensionView } from '../../../src/ratings/chat/suspension/suspension-card.ts';
import { ratingVocabulary } from '../../../src/ratings/chat/vocabulary.ts';
import { from, said, type Talk, talking } from '../../chat/talking.ts';
import { actor, givenPeople } from '../../directory/given.ts';
import { testApp, testClock } from '../../support/app.ts';
import { testDatabase } from '../../support/database.ts';
import { providerRow, write } from '../support/given-rated.ts';

const REASON = 'Orders of March were placed by the provider’s own staff.';
let database: Database;
let app: App & AsyncDisposable;
let talk: Talk;

beforeAll(async () => {
  database = await testDatabase();
  app = await testApp(database, testClock('2026-05-06T04:00:00Z'));
  talk = talking(app, [ratingVocabulary]);
  await write(database, [providerRow('prv_1'), Prisma.sql`UPDATE organisation SET search_name = id`]);
  await givenPeople(database, [
    { user: 'ADMIN', role: 'PROVIDER_ADMIN', at: 'prv_1' },
    { user: 'LEAD', role: 'STAFF_LEAD', at: 'platform' },
    { user: 'REVIEWER', role: 'STAFF_REVIEWER', at: 'platform' },
  ]);
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const drawn = async (locale: 'en' | 'zh', who = actor('PROVIDER_ADMIN', 'prv_1')) => {
  const { id } = await database.prisma.ratingSuspension.findFirstOrThrow();
  const audience = { t: createTranslators()[locale], locale, zone: 'Asia/Shanghai' };
  const person = { ...who, displayName: 'x' };
  return (await suspensionView.draw(app, { ...audience, person }, id)) ?? [];
};
const textOf = async (locale: 'en' | 'zh') => {
  const [card] = await drawn(locale);
  return said(card ? { kind: 'card', card: { ...card, actions: [] } } : null);
};

describe('/rating suspend', () => {
  it('suspends with a cause and reasons', async () => {
    const form = await talk.type('LEAD', '/rating suspend prv_1');
    expect(said(form)).toBe('Suspend a rating');
    expect(said(await talk.submit('LEAD', form, { reason: REASON }))).toContain('Choose the cause');
    const done = await talk.submit('LEAD', form, { cause: 'FALSE_TRADE', reason: REASON });
    expect(said(done)).toContain('The rating is suspended');
  });

  it('is told with its reasons in both languages, and can be appealed from there', async () => {
    expect(await textOf('en')).toContain(`It can be appealed until 2026-05-19T04:00:00.000Z`);
    expect(await textOf('en')).toContain(REASON);
    expect(await textOf('zh')).toContain('组织虚假交易');
    const [card] = await drawn('en');
    expect(card?.actions).toMatchObject([
      { label: 'Appeal', handle: { data: expect.stringMatching(/^sus_/) } },
    ]);
  });

  it('is nobody else’s to read', async () => {
    expect(await drawn('en', actor('STORE_OWNER', 'st_1'))).toEqual([]);
  });

  it('shows in the rating: to everybody that it is, to the provider why', async () => {
    const own = await talk.type('ADMIN', '/rating show');
    expect(said(own)).toContain('Suspended');
    expect(said(own)).toContain(REASON);
    expect(own).toMatchObject({ kind: 'cards' });
  });

  it('lifts the suspension that stands', async () => {
    const form = await talk.type('LEAD', '/rating suspend prv_1');
    expect(said(form)).toBe('Lift the suspension');
    const reason = 'The addresses turned out to be those of customers.';
    expect(said(await talk.submit('LEAD', form, { reason }))).toContain('The suspension is lifted');
    expect(await textOf('en')).toContain(`stands again`);
    expect(await textOf('zh')).toContain(reason);
    expect(said(await talk.type('ADMIN', '/rating show'))).not.toContain('Suspended');
  });

  it('is a lead’s', async () => {
    expect(said(await talk.type('REVIEWER', '/rating suspend prv_1'))).toContain('staff lead');
    const handle = await talk.conversations.handle({
      ...from('ADMIN'),
      kind: 'command',
      area: 'rating',
      text: 'suspend prv_1',
    });
    expect(said(handle)).toContain('staff lead');
  });
});
