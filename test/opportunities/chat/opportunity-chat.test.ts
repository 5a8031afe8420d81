import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import type { Locale } from '../../../src/chat/conversation.ts';
import { createTranslators } from '../../../src/chat/messages/translators.ts';
import { meetingView, opportunityView } from '../../../src/opportunities/chat/view.ts';
import { opportunityVocabulary } from '../../../src/opportunities/chat/vocabulary.ts';
import type { Role } from '../../../src/people/principal.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { from, said, type Talk, talking } from '../../chat/talking.ts';
import { givenPeople } from '../../directory/given.ts';
import { testApp, testClock } from '../../support/app.ts';
import { testDatabase } from '../../support/database.ts';
import { givenCandidates, givenStaff, givenStoreOf, NEED, START } from '../support/given-opportunities.ts';

const translators = createTranslators();
let database: Database;
let app: App & AsyncDisposable;
let talk: Talk;
let id: string;

beforeAll(async () => {
  database = await testDatabase();
  app = await testApp(database, testClock(START));
  await givenStaff(database);
  await givenStoreOf(database, 'st_1', 'OWNER');
  await givenCandidates(database, { id: 'prv_a', level: '4', published: 70 }, { id: 'prv_b' });
  await givenPeople(database, [{ user: 'AUDIT', role: 'AUDITOR', at: 'platform' }]);
  talk = talking(app, [opportunityVocabulary]);
  const form = await talk.type('WANG', '/opportunity post');
  await talk.submit('WANG', form, {
    ...{ ...NEED, store: 'st_1', confidential: 'YES', details: 'Solstice opens in June.', markets: ['AU'] },
  });
  id = (await database.prisma.opportunity.findFirstOrThrow()).id;
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

/** Presses the newest such button of what was answered. */
async function press(user: string, reply: Awaited<ReturnType<Talk['type']>>, label: string) {
  const cards = reply && 'card' in reply && reply.card ? [reply.card] : [];
  const button = cards.flatMap(({ actions = [] }) => actions).find((each) => each.label === label);
  if (!button) throw new Error(`There is no button “${label}” on: ${said(reply)}`);
  return talk.handle({ ...from(user), kind: 'click', handle: button.handle });
}

async function drawnFor(role: Role, at: string, locale: Locale = 'en') {
  const person = { principalId: 'x', displayName: 'x', memberships: [{ organisationId: at, role }] };
  const audience = { t: translators[locale], locale, zone: 'Asia/Shanghai', person };
  const [card] = (await opportunityView.draw(app, audience, id)) ?? [];
  return card ? said({ kind: 'card', card: { ...card, actions: [] } }) : null;
}

describe('an opportunity in conversation', () => {
  it('is a draft that only staff see, until it is published', async () => {
    expect(await drawnFor('STORE_OWNER', 'st_1')).toBeNull();
    const slate = await talk.type('WANG', `/opportunity slate ${id}`);
    expect(said(slate)).toContain('Only staff see it.');
    expect(said(await press('WANG', slate, 'Publish'))).toContain('2 providers stand on the slate');
    expect(said(await press('WANG', slate, 'Publish'))).toContain('WANG was faster');
  });

  it('says to each reader what they may see, and why', async () => {
    const provider = await drawnFor('PROVIDER_ADMIN', 'prv_a');
    expect(provider).toContain('a brand that stays unnamed for now');
    expect(provider).not.toContain('Solstice');
    expect(provider).toContain('Fit 1.0000: category 100%, services 100%');
    expect(provider).toContain('Level 4★, published score 70.00');
    expect(await drawnFor('STORE_OWNER', 'st_1')).toContain('1. prv_a · Level 4★');
    expect(await drawnFor('STORE_OWNER', 'st_other')).toBeNull();
    expect(await drawnFor('PROVIDER_ADMIN', 'prv_other')).toBeNull();
    expect(await drawnFor('PROVIDER_ADMIN', 'prv_b', 'zh')).toContain('暂未评级：按公布得分 60 计算');
  });

  it('is listed to whom it concerns; an unnamed brand stays unnamed there', async () => {
    expect(said(await talk.type('admin of prv_a', '/opportunity list'))).toContain(
      'a brand that stays unnamed',
    );
    expect(said(await talk.type('OWNER', '/opportunity list'))).toContain('Solstice');
    expect(said(await talk.type('WANG', '/opportunity list'))).toContain(id);
  });

  it('is read by an auditor, who can change nothing', async () => {
    const slate = await talk.type('AUDIT', `/opportunity slate ${id}`);
    expect(said(slate)).toContain('Slate 1');
    expect(slate && 'card' in slate ? slate.card?.actions : undefined).toEqual([]);
  });

  it('names the brand to whoever shows interest, who then agrees on a meeting with a calendar file', async () => {
    const interested = await talk.type('admin of prv_a', `/opportunity interest ${id}`);
    expect(said(interested)).toContain('Solstice opens in June.');
    expect(said(await talk.type('admin of prv_a', `/opportunity interest ${id}`))).toContain('already');
    const form = await press('admin of prv_a', interested, 'Offer meeting times');
    const times = { time1: '2026-05-12 14:00', time2: '', time3: '', place: 'Shanghai, Nanjing Road 1' };
    expect(said(await talk.submit('admin of prv_a', form, { ...times, time1: 'soon' }))).toContain(
      '2026-05-08 10:00',
    );
    expect(said(await talk.submit('admin of prv_a', form, times))).toContain(
      'The other side has been asked.',
    );
    const { id: meetingId } = await database.prisma.dockingMeeting.findFirstOrThrow();
    const owner = { organisationId: 'st_1', role: 'STORE_OWNER' } as const;
    const audience = {
      ...{ t: translators.en, locale: 'en' as const, zone: 'Australia/Sydney' },
      person: { principalId: 'OWNER', displayName: 'x', memberships: [owner] },
    };
    const [offered] = (await meetingView.draw(app, audience, meetingId)) ?? [];
    expect(offered?.actions?.map(({ label }) => label)).toEqual([
      'Take Tue 12 May 16:00',
      'Offer other times',
    ]);
    expect(offered?.file).toBeUndefined();
  });

  it('ends with a reason that the providers read', async () => {
    const slate = await talk.type('ZHAO', `/opportunity slate ${id}`);
    const form = await press('ZHAO', slate, 'Record the outcome');
    expect(said(await talk.submit('ZHAO', form, { outcome: 'LOST', reason: '' }))).toContain('reason');
    const ended = await talk.submit('ZHAO', form, {
      outcome: 'LOST',
      reason: 'The brand builds its own team.',
    });
    expect(said(ended)).toContain('Recorded.');
    expect(await drawnFor('PROVIDER_ADMIN', 'prv_a')).toContain('The brand builds its own team.');
    expect(said(await talk.type('OWNER', '/opportunity list'))).toContain('No open business opportunity');
  });

  it('counts in the report of the month, in words and as a picture, for leads alone', async () => {
    expect(said(await talk.type('WANG', '/opportunity report'))).toContain('staff lead');
    const report = await talk.type('ZHAO', '/opportunity report');
    expect(said(report)).toContain('4★: places 1 (50%), interested 1, won 0 (–)');
    expect(report && 'card' in report ? report.card?.image?.alt : '').toContain('4★ 50% of the places');
    expect(said(await talk.type('ZHAO', '/opportunity report last'))).toContain('No slate was made');
  });
});

describe('a profile', () => {
  it('is kept by the provider’s administrator or a lead, by one at a time', async () => {
    const form = await talk.type('admin of prv_b', '/provider profile');
    const kept = { markets: ['AU', 'JP'], languages: ['zh'], bands: [], exclusive: ['TOYS'] };
    expect(said(await talk.submit('admin of prv_b', form, kept))).toContain('Australia, Japan');
    expect(said(await talk.submit('admin of prv_b', form, kept))).toContain('Somebody else has changed this');
    expect(await database.prisma.providerProfile.findFirst()).toMatchObject({
      markets: ['AU', 'JP'],
      version: 1,
    });
    expect(said(await talk.type('WANG', '/provider profile prv_b'))).toContain(
      'provider administrator or staff lead',
    );
  });
});
