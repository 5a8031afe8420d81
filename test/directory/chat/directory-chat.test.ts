import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { IssuedCard } from '../../../src/chat/card.ts';
import type { Locale } from '../../../src/chat/conversation.ts';
import type { FormValues } from '../../../src/chat/form.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { directoryVocabulary } from '../../../src/directory/chat/vocabulary.ts';
import type { Role } from '../../../src/people/principal.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { from, said, type Talk, talking, testApp } from '../../chat/talking.ts';
import { testDatabase } from '../../support/database.ts';
import { givenPeople, givenProviders, givenStores } from '../given.ts';

const PEOPLE: readonly { user: string; role: Role; at: string; locale: Locale }[] = [
  { user: 'OWNER', role: 'STORE_OWNER', at: 'st_1', locale: 'zh' },
  { user: 'ADMIN', role: 'PROVIDER_ADMIN', at: 'prv_1', locale: 'en' },
  { user: 'RIVAL', role: 'PROVIDER_ADMIN', at: 'prv_2', locale: 'en' },
  { user: 'MEMBER', role: 'PROVIDER_MEMBER', at: 'prv_1', locale: 'en' },
  { user: 'REVIEWER', role: 'STAFF_REVIEWER', at: 'platform', locale: 'en' },
];

const ITEM: FormValues = {
  name: '店铺代运营',
  scope: 'OPERATIONS',
  description: 'Runs the store.',
  offered: 'YES',
};

describe('the directory in the chat', () => {
  let database: Database;
  let talk: Talk;
  beforeAll(async () => {
    database = await testDatabase();
    await givenStores(database, { id: 'st_1', name: 'Aurora' });
    await givenProviders(
      database,
      { id: 'prv_1', name: '云图电商 Yuntu', legalEntity: '杭州云图网络科技有限公司' },
      { id: 'prv_2', name: '云海电商', barred: true },
      ...Array.from({ length: 11 }, (_, n) => ({ id: `twin_${n}`, name: `Twin ${n}` })),
    );
    await givenPeople(database, PEOPLE);
    await database.query(Prisma.sql`UPDATE provider SET deposit_available_minor = 123456789`);
    talk = talking(testApp(database), [directoryVocabulary]);
  });
  afterAll(() => database[Symbol.asyncDispose]());

  const cards = (reply: Reply<string> | null): readonly IssuedCard[] => {
    if (reply?.kind === 'cards') return reply.cards;
    return reply && 'card' in reply && reply.card ? [reply.card] : [];
  };
  const buttons = (reply: Reply<string> | null) => cards(reply).flatMap(({ actions = [] }) => actions);

  function button(reply: Reply<string> | null, label: string) {
    const found = buttons(reply).find((each) => each.label === label);
    if (!found) throw new Error(`No button ${label}: ${buttons(reply).map((each) => each.label)}`);
    return found;
  }
  const click = (user: string, reply: Reply<string> | null, label: string) =>
    talk.handle({ ...from(user), kind: 'click', handle: button(reply, label).handle });

  describe('/provider search', () => {
    it('shows a store owner, in their language, whom they may ask', async () => {
      const reply = await talk.type('OWNER', '/provider search 云');
      const [card] = cards(reply);
      expect(card?.title).toBe('与“云”相符的服务商');
      expect(card?.sections?.map(({ title }) => title)).toEqual(['1 · 云图电商 Yuntu', '2 · 云海电商']);
      expect(button(reply, '1 · 发起合作')).not.toHaveProperty('disabledBecause');
      expect(button(reply, '2 · 发起合作').disabledBecause).toContain('已被禁止');
    });

    it('offers a request to people of stores alone', async () => {
      const labels = buttons(await talk.type('ADMIN', '/provider search yuntu')).map(({ label }) => label);
      expect(labels).toEqual(['1 · Show']);
    });

    it('gives the next page behind a button', async () => {
      const first = await talk.type('REVIEWER', '/provider search twin');
      const second = await click('REVIEWER', first, 'More…');
      expect(cards(second)[0]?.sections?.map(({ title }) => title)).toEqual([
        expect.stringMatching(/^11 · Twin/),
      ]);
    });

    it('says that it guesses, that it found nothing, or that it was asked nothing', async () => {
      expect(said(await talk.type('ADMIN', '/provider search yutnu'))).toContain(
        'Did you mean one of these?',
      );
      expect(said(await talk.type('ADMIN', '/provider search zzzz'))).toContain('No provider matches “zzzz”');
      expect(said(await talk.type('ADMIN', '/provider search %'))).toContain('at least one letter or digit');
    });

    it('takes 2,000 characters without a fuss', async () => {
      const reply = await talk.type('ADMIN', `/provider search ${'云😀'.repeat(1_000)}`);
      expect(cards(reply)[0]?.title.length).toBeLessThan(400);
    });
  });

  describe('/provider show', () => {
    it('shows what is no secret, by name or id', async () => {
      const reply = await talk.type('ADMIN', '/provider show 杭州云图网络科技有限公司');
      expect(said(reply)).toBe(said(await talk.type('ADMIN', '/provider show prv_1')));
      expect(said(reply)).toContain('Recognition: Recognised until 2027-12-31');
      expect(said(reply)).toContain('Categories: Beauty · Skincare, Toys');
      expect(JSON.stringify(reply)).not.toMatch(/123456789|1,?234,?567|deposit|watched/i);
    });

    it('lets choose where a name fits several, and says where it fits none', async () => {
      expect(said(await talk.type('OWNER', '/provider show 云'))).toContain('与“云”相符');
      expect(said(await talk.type('ADMIN', '/provider show nobody'))).toContain(
        'There is no provider “nobody”',
      );
    });

    it('offers maintenance to its own administrator alone', async () => {
      const labels = async (user: string) =>
        buttons(await talk.type(user, '/provider show prv_1')).map(({ label }) => label);
      expect(await labels('ADMIN')).toEqual(['Maintain service items']);
      expect(await labels('RIVAL')).toEqual([]);
      expect(await labels('OWNER')).toEqual(['发起合作']);
    });
  });

  describe('/provider items', () => {
    beforeEach(() =>
      database.change([Prisma.sql`DELETE FROM service_item`, Prisma.sql`DELETE FROM form_draft`]),
    );

    async function added(values: FormValues = ITEM) {
      const form = await click('ADMIN', await talk.type('ADMIN', '/provider items'), 'Add a service item');
      return talk.submit('ADMIN', form, values);
    }

    it('adds an item that everybody then sees', async () => {
      const saved = await added();
      expect(saved?.kind).toBe('closed');
      expect(said(saved)).toContain('Saved. Stores see it like this.');
      expect(said(await talk.type('OWNER', '/provider show prv_1'))).toMatch(/店铺代运营\nRuns the store\./);
      expect(said(await talk.type('OWNER', '/provider search yuntu'))).toContain('Yuntu');
    });

    it('keeps a wrong form open with the errors beside its fields, and what was typed when it is opened again', async () => {
      const refused = await added({ ...ITEM, name: '', scope: '' });
      expect(refused).toMatchObject({
        kind: 'field-errors',
        errors: { name: expect.stringContaining('empty'), scope: expect.stringContaining('scope') },
      });
      const again = await click('ADMIN', await talk.type('ADMIN', '/provider items'), 'Add a service item');
      expect(again).toMatchObject({ kind: 'form' });
      expect(JSON.stringify(again)).toContain('Runs the store.');
    });

    it('retires an item, which can be offered again', async () => {
      await added();
      const list = await talk.type('ADMIN', '/provider items');
      expect(said(await click('ADMIN', list, 'Retire'))).toContain(
        'Retired. Stores can no longer choose it.',
      );
      expect(said(await talk.type('OWNER', '/provider show prv_1'))).not.toContain('店铺代运营');
      const form = await click('ADMIN', await talk.type('ADMIN', '/provider items'), 'Edit');
      await talk.submit('ADMIN', form, ITEM);
      expect(said(await talk.type('OWNER', '/provider show prv_1'))).toContain('店铺代运营');
    });

    it('answers a late click with the item as it stands, and does nothing', async () => {
      await added();
      const list = await talk.type('ADMIN', '/provider items');
      await talk.submit('ADMIN', await click('ADMIN', list, 'Edit'), { ...ITEM, name: '直播' });
      const late = await click('ADMIN', list, 'Retire');
      expect(said(late)).toMatch(/^直播\nSomebody changed this item in the meantime\./);
      expect(said(late)).toContain('Status: On offer');
    });

    it('lets nobody overwrite what they have not seen: the form comes back with both', async () => {
      await added();
      const [mine, theirs] = [
        await click('ADMIN', await talk.type('ADMIN', '/provider items'), 'Edit'),
        await click('ADMIN', await talk.type('ADMIN', '/provider items'), 'Edit'),
      ];
      await talk.submit('ADMIN', theirs, { ...ITEM, name: 'Theirs' });
      const again = await talk.submit('ADMIN', mine, { ...ITEM, name: 'Mine' });
      expect(again?.kind).toBe('form');
      expect(JSON.stringify(again)).toMatch(/On record: Theirs.*"initial":"Mine"/);
      expect((await talk.submit('ADMIN', again, { ...ITEM, name: 'Both' }))?.kind).toBe('closed');
      expect(said(await talk.type('OWNER', '/provider show prv_1'))).toContain('Both');
    });

    it.each([
      { user: 'MEMBER', line: '/provider items', says: 'provider administrator' },
      { user: 'OWNER', line: '/provider items', says: '服务商管理员' },
      { user: 'RIVAL', line: '/provider items prv_1', says: 'provider administrator' },
    ])('is refused to $user, naming the role', async ({ user, line, says }) => {
      expect(said(await talk.type(user, line))).toContain(says);
    });

    it('refuses buttons that somebody else got hold of', async () => {
      await added();
      const list = await talk.type('ADMIN', '/provider items');
      for (const label of ['Add a service item', 'Edit', 'Retire']) {
        expect(said(await click('RIVAL', list, label))).toContain('provider administrator');
      }
      expect(said(await talk.type('OWNER', '/provider show prv_1'))).toContain('店铺代运营');
    });
  });
});
