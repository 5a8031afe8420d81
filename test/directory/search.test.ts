import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refreshSearch } from '../../src/directory/actions/refresh-search.ts';
import { resolveProvider, resolveStore } from '../../src/directory/records/resolve.ts';
import { searchColumns } from '../../src/directory/search/keys.ts';
import { SEARCH_PAGE, searchProviders, searchStores } from '../../src/directory/search/search.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { Prisma } from '../../src/platform/database/generated/client.ts';
import { bothDatabases } from '../support/database.ts';
import { depsOn, givenProviders, givenStores } from './given.ts';

const CAST = [
  { id: 'yuntu', name: '云图电商 Yuntu', legalEntity: '杭州云图网络科技有限公司' },
  { id: 'yunhai', name: '杭州云海网络科技有限公司' },
  { id: 'mingqiao', name: 'BrightBridge Commerce 上海明桥商务咨询有限公司' },
  { id: 'lingxi', name: '广州灵犀客户服务有限公司' },
  { id: 'oreal', name: "L'Étoile International E-Commerce Co., Ltd." },
  { id: 'percent', name: '100% Direct_Mail 😀 Ltd' },
  { id: 'pets', name: 'Xin Chong 新宠 (HK) Limited', legalEntity: '香港新宠贸易有限公司' },
];

describe.each(await bothDatabases())('the provider search on $name', ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await givenProviders(database, ...CAST);
    await givenStores(database, { id: 'st_yuntu', name: '云图旗舰店' });
  });
  afterAll(() => database[Symbol.asyncDispose]());

  async function found(text: string, page = 0) {
    const result = await searchProviders(depsOn(database), { text, page });
    if ('refused' in result) return [result.refused];
    return [...(result.ok.guessed ? ['guessed'] : []), ...result.ok.found.map(({ id }) => id)];
  }

  it('puts the higher level first where names fit alike', async () => {
    const rated = (id: string, level: string) => Prisma.sql`
      INSERT INTO provider_rating (provider_id, quarter, version, level, scored_cycles, flags)
      VALUES (${id}, '2026-Q1', 1, ${level}, 2, '{}')`;
    expect(await found('网络科')).toEqual(['yunhai', 'yuntu']);
    await database.change([rated('yuntu', '4'), rated('yunhai', 'R')]);
    expect(await found('网络科')).toEqual(['yuntu', 'yunhai']);
    // Relevance comes before.
    expect((await found('杭州云海网络科技'))[0]).toBe('yunhai');
    await database.change([Prisma.sql`DELETE FROM provider_rating`]);
    expect(await found('网络科')).toEqual(['yunhai', 'yuntu']);
  });

  it.each([
    { what: 'the whole name', text: '杭州云图网络科技有限公司', ids: ['yuntu'] },
    { what: 'without the company suffix', text: '杭州云图网络科技', ids: ['yuntu'] },
    { what: 'another suffix', text: '杭州云图网络科技股份有限公司', ids: ['yuntu'] },
    { what: 'one Chinese letter', text: '犀', ids: ['lingxi'] },
    { what: 'two Chinese letters', text: '灵犀', ids: ['lingxi'] },
    { what: 'a part in the middle', text: '网络科', ids: ['yunhai', 'yuntu'] },
    { what: 'two parts apart from each other', text: '上海 咨询', ids: ['mingqiao'] },
    { what: 'a Latin word', text: 'yuntu', ids: ['yuntu'] },
    { what: 'capitals', text: 'YUNTU', ids: ['yuntu'] },
    { what: 'full-width letters', text: 'Ｙｕｎｔｕ', ids: ['yuntu'] },
    { what: 'a part of a Latin word', text: 'ghtbri', ids: ['mingqiao'] },
    { what: 'words written as one', text: 'xinchong', ids: ['pets'] },
    { what: 'one word written as two', text: 'bright bridge', ids: ['mingqiao'] },
    { what: 'accents left out', text: 'letoile', ids: ['oreal'] },
    { what: 'Latin suffixes left out', text: 'etoile international ecommerce', ids: ['oreal'] },
    { what: 'other Latin suffixes', text: 'Xin Chong Co Ltd', ids: ['pets'] },
    { what: 'Chinese and Latin together', text: '新宠 xin', ids: ['pets'] },
    { what: 'two Latin letters', text: 'yu', ids: ['yuntu'] },
    { what: 'the first Latin letter of a word', text: 'x', ids: ['pets'] },
    { what: 'wildcards as what they are', text: '100%', ids: ['percent'] },
    { what: 'an underscore, which matches nothing else', text: 'direct_mail', ids: ['percent'] },
    { what: 'quotes and a comment', text: "'; DROP TABLE provider --", ids: [] },
    { what: 'an emoji beside a word', text: 'direct 😀', ids: ['percent'] },
    { what: '2,000 letters', text: '云'.repeat(2_000), ids: [] },
    { what: 'NUL and a broken surrogate', text: 'yun\0tu \ud800', ids: ['yuntu'] },
  ])('finds by $what', async ({ text, ids }) => {
    expect(await found(text)).toEqual(ids);
  });

  it.each([
    { error: 'a letter missing', text: 'yutu', id: 'yuntu' },
    { error: 'a letter too many', text: 'yunntu', id: 'yuntu' },
    { error: 'a wrong letter', text: 'yumtu', id: 'yuntu' },
    { error: 'two letters exchanged', text: 'yutnu', id: 'yuntu' },
    { error: 'two errors in a long word', text: 'internasionel', id: 'oreal' },
    { error: 'an error in each of two words', text: 'brihgtbridge comerce', id: 'mingqiao' },
    { error: 'a wrong Chinese letter', text: '广州灵西客户服务', id: 'lingxi' },
    { error: 'a wrong Chinese letter in a short part', text: '灵西客户', id: 'lingxi' },
  ])('guesses through $error', async ({ text, id }) => {
    expect((await found(text)).slice(0, 2)).toEqual(['guessed', id]);
  });

  it.each(['%', '_', '😀', '  ', '…'])('asks for a letter where there is none: “%s”', async (text) => {
    expect(await found(text)).toEqual(['directory.search-empty']);
  });

  it('finds nothing far from every name', async () => {
    expect(await found('zzzzzz')).toEqual([]);
    expect(await found('量子')).toEqual([]);
  });

  it('finds every name by every part of it', async () => {
    const folded = CAST.map(({ id, name }) => ({ id, letters: [...searchColumns(name).searchName] }));
    const anyPart = fc
      .tuple(fc.constantFrom(...folded), fc.nat(), fc.nat())
      .map(([{ id, letters }, from, length]) => {
        const at = from % letters.length;
        return { id, part: letters.slice(at, at + 1 + (length % (letters.length - at))).join('') };
      })
      // A single Latin letter is only looked for where a word begins.
      .filter(({ part }) => !/^\p{Script=Latin}$|^\p{N}$/u.test(part));
    await fc.assert(
      fc.asyncProperty(anyPart, async ({ id, part }) => {
        expect(await found(part)).toContain(id);
      }),
      { numRuns: 60 },
    );
  });

  it('never fails, whatever is typed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (text) => {
        expect(Array.isArray(await found(text))).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('searches stores apart', async () => {
    const stores = await searchStores({ database }, { text: '云图' });
    expect('ok' in stores && stores.ok.found.map(({ id }) => id)).toEqual(['st_yuntu']);
  });

  it('takes an id, or a name that only one has, for a provider; never a guess', async () => {
    const deps = depsOn(database);
    expect(await resolveProvider(deps, 'lingxi')).toEqual({ ok: { kind: 'one', id: 'lingxi' } });
    expect(await resolveProvider(deps, '明桥')).toEqual({ ok: { kind: 'one', id: 'mingqiao' } });
    expect(await resolveProvider(deps, '网络科技')).toMatchObject({ ok: { kind: 'several' } });
    expect(await resolveProvider(deps, 'yutnu')).toMatchObject({
      ok: { kind: 'several', page: { guessed: true } },
    });
    expect(await resolveProvider(deps, 'nobody')).toMatchObject({ refused: 'directory.provider-not-found' });
    expect(await resolveStore(deps, '云图旗舰店')).toEqual({ ok: { kind: 'one', id: 'st_yuntu' } });
  });

  it('finds what came by plain SQL once the search was refreshed', async () => {
    await database.change([
      Prisma.sql`INSERT INTO organisation (id, kind, name, legal_entity, created_at)
        VALUES ('sql', 'PROVIDER', 'Seeded 种子', 'Seeded', now())`,
      Prisma.sql`INSERT INTO provider (id, recognised_until) VALUES ('sql', '2027-01-01')`,
    ]);
    expect(await found('种子')).toEqual([]);
    expect(await refreshSearch({ database })).toBe(1);
    expect(await found('种子')).toEqual(['sql']);
    expect(await refreshSearch({ database })).toBe(0);
  });
});

describe.each(await bothDatabases())('the order of found providers on $name', ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await givenProviders(
      database,
      { id: 'part', name: '大海星网络' },
      { id: 'whole', name: '海星', barred: true },
      { id: 'beginning-ended', name: '海星科技', recognisedUntil: '2026-05-05' },
      { id: 'beginning-barred', name: '海星贸易', barred: true },
      { id: 'beginning-last-day', name: '海星电子商务', recognisedUntil: '2026-05-06' },
      { id: 'apart', name: '海上之星' },
      ...Array.from({ length: 23 }, (_, n) => ({
        id: `same-${String(n).padStart(2, '0')}`,
        name: 'Twin Ltd',
      })),
    );
  });
  afterAll(() => database[Symbol.asyncDispose]());

  const page = async (text: string, number = 0) => {
    const result = await searchProviders(depsOn(database), { text, page: number });
    if ('refused' in result) throw new Error(result.refused);
    return result.ok;
  };

  it('is best match first, and recognised before ended before barred among equals', async () => {
    expect((await page('海星')).found.map(({ id }) => id)).toEqual([
      'whole',
      'beginning-last-day',
      'beginning-ended',
      'beginning-barred',
      'part',
    ]);
    expect((await page('海 星')).found.at(-1)?.id).toBe('apart');
  });

  it('carries the standing on the day of the provider’s zone', async () => {
    const standings = (await page('海星')).found.map(({ standing }) => standing);
    expect(standings).toEqual(['barred', 'recognised', 'recognition-ended', 'barred', 'recognised']);
  });

  it('is the same every time, page after page, without a gap', async () => {
    const pages = await Promise.all([0, 1, 2, 3].map((number) => page('twin', number)));
    expect(pages.map(({ found, more }) => [found.length, more])).toEqual([
      [SEARCH_PAGE, true],
      [SEARCH_PAGE, true],
      [3, false],
      [0, false],
    ]);
    const ids = pages.flatMap(({ found }) => found.map(({ id }) => id));
    expect(ids).toEqual(ids.toSorted());
    expect(new Set(ids).size).toBe(23);
  });
});
