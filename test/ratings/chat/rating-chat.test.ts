import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import type { Locale } from '../../../src/chat/conversation.ts';
import { createTranslators } from '../../../src/chat/messages/translators.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { runDueCycle } from '../../../src/ratings/actions/cycle/run-due.ts';
import { appealView } from '../../../src/ratings/chat/appeal/outcome.ts';
import { ratingVocabulary } from '../../../src/ratings/chat/vocabulary.ts';
import { from, said, type Talk, type TestApp, talking, testApp } from '../../chat/talking.ts';
import { givenPeople } from '../../directory/given.ts';
import { testApp as workingApp } from '../../support/app.ts';
import { testDatabase } from '../../support/database.ts';
import { bondRows, monthRows, monthsBetween, providerRow, storeRow, write } from '../support/given-rated.ts';

const STORES = ['st_1', 'st_2', 'st_3'];
/** Stores of others, so that there is something to compare with. */
const PEERS = Array.from({ length: 8 }, (_, index) => `st_peer_${index}`);
let database: Database;
let app: TestApp;
let working: App & AsyncDisposable;
let talk: Talk;
let file: Uint8Array = new Uint8Array();

/** 2026-05-04 is after the publication of the first quarter, and within the time of appeals. */
beforeAll(async () => {
  database = await testDatabase();
  const standing = testApp(database);
  working = await workingApp(database, standing.clock);
  app = { ...standing, queue: working.queue, fetchFile: async () => file };
  talk = talking(app, [ratingVocabulary]);
  await write(database, [
    providerRow('prv_1'),
    providerRow('prv_new'),
    ...STORES.flatMap((id) => [storeRow(id), bondRows({ providerId: 'prv_1', storeId: id })]),
    monthRows(
      [...STORES, ...PEERS].flatMap((storeId) =>
        monthsBetween('2025-01-01', 15).map((month) => ({ storeId, month })),
      ),
    ),
    ...PEERS.flatMap((id) => [storeRow(id)]),
    Prisma.sql`UPDATE organisation SET search_name = id`,
    Prisma.sql`INSERT INTO capability_record (provider_id, quarter, staff, certified_staff, tasks_assigned, tasks_done,
      api_days, api_healthy_days) VALUES ('prv_1', '2026-Q1', 10, 5, 0, 0, 0, 0)`,
    Prisma.sql`INSERT INTO incident (id, provider_id, severity, text, opened_by, opened_at, verdict, decided_by, decided_at)
      VALUES ('inc_1', 'prv_1', 'C', 'x', 'reviewer', '2026-03-20', 'UPHELD', 'judge', '2026-03-30')`,
    ...STORES.map(
      (
        store,
      ) => Prisma.sql`INSERT INTO survey_answer (provider_id, store_id, quarter, results, responsiveness, honesty,
        would_renew, principal_id, at) VALUES ('prv_1', ${store}, '2026-Q1', 5, 4, 5, 4, 'owner', '2026-02-02')`,
    ),
  ]);
  await givenPeople(database, [
    { user: 'ADMIN', role: 'PROVIDER_ADMIN', at: 'prv_1' },
    { user: 'GUAN', role: 'PROVIDER_ADMIN', at: 'prv_1', locale: 'zh' },
    { user: 'NEWCOMER', role: 'PROVIDER_ADMIN', at: 'prv_new' },
    { user: 'OWNER', role: 'STORE_OWNER', at: 'st_1' },
    { user: 'MEMBER', role: 'STORE_MEMBER', at: 'st_1' },
    { user: 'LEAD', role: 'STAFF_LEAD', at: 'platform' },
  ]);
  await runDueCycle(app);
});
afterAll(async () => {
  await working[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const press = (user: string, reply: Reply<string> | null, label: string) => {
  const cards = reply?.kind === 'card' || reply?.kind === 'closed' ? [reply.card] : [];
  const button = cards.flatMap((card) => card?.actions ?? []).find((each) => each.label.startsWith(label));
  if (!button) throw new Error(`There is no button ${label}: ${said(reply)}`);
  return talk.handle({ ...from(user), kind: 'click', handle: button.handle });
};

const imageOf = (reply: Reply<string> | null) => (reply?.kind === 'card' ? reply.card.image : undefined);
const PNG = expect.any(Uint8Array);

describe('/rating show', () => {
  it('tells the provider its level, its scores and what the level gives', async () => {
    const shown = said(await talk.type('ADMIN', '/rating show'));
    expect(shown).toContain('Rating of prv_1');
    expect(shown).toContain('Level 3★');
    expect(shown).toContain('published for 2026-Q1 from 3 stores and 36 store-months');
    expect(shown).toContain('first rating');
    expect(shown).toContain('4.50 of 5 on the plain mean of 3 answers');
    expect(shown).toMatch(/Published score: \d\d\.\d\d/);
  });

  it('tells others the level and what it rests on, and no score', async () => {
    const shown = said(await talk.type('OWNER', '/rating show prv_1'));
    expect(shown).toContain('from 3 stores and 36 store-months');
    expect(shown).not.toMatch(/score:|of 5 on/);
  });

  it('says so in Chinese', async () => {
    expect(said(await talk.type('GUAN', '/rating show'))).toContain('依据 3 家店铺、36 个店铺月');
  });

  it.each([
    { user: 'ADMIN', alt: /: 2026 Q1 \d\d\.\d\d, .*\.$/ },
    { user: 'GUAN', alt: /^各季度评分：2026 Q1 \d\d\.\d\d 分（三星）。$/ },
  ])('draws the published scores for $user', async ({ user, alt }) => {
    expect(imageOf(await talk.type(user, '/rating show'))).toEqual({
      png: PNG,
      alt: expect.stringMatching(alt),
    });
  });

  it('draws no score for others, and nothing before the first', async () => {
    expect(imageOf(await talk.type('OWNER', '/rating show prv_1'))).toBeUndefined();
    expect(imageOf(await talk.type('NEWCOMER', '/rating show'))).toBeUndefined();
  });

  it('never shows somebody who is not rated as low', async () => {
    expect(said(await talk.type('OWNER', '/rating show prv_new'))).toContain('Not yet rated');
    expect(said(await talk.type('NEWCOMER', '/rating why'))).toContain('has no rating yet');
  });
});

describe('a specialist of a category', () => {
  beforeAll(() =>
    database.query(Prisma.sql`INSERT INTO rating_badge (provider_id, quarter, category, score, stores, store_months)
      VALUES ('prv_1', '2026-Q1', 'TOYS', 81.25, 3, 36)`),
  );

  it.each([
    { user: 'OWNER', line: /Category specialist\n.+, 2026-Q1, from 3 stores and 36 store-months/ },
    { user: 'GUAN', line: /类目专家\n.+，2026-Q1，依据 3 家店铺、36 个店铺月/ },
  ])('is shown to $user with the quarter and what it rests on, without a score', async ({ user, line }) => {
    const shown = said(await talk.type(user, '/rating show prv_1'));
    expect(shown).toMatch(line);
    expect(shown).not.toContain('81.25');
  });
});

describe('/rating why', () => {
  it('names every dimension, every deduction with its case, and what the next level needs', async () => {
    const why = said(await press('ADMIN', await talk.type('ADMIN', '/rating show'), 'Why'));
    for (const dimension of ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7'])
      expect(why).toContain(`${dimension} · `);
    expect(why).toContain('3 stores answered. Drawn towards 4 as if 5 more stores had said so.');
    expect(why).toContain('Too little evidence: it does not count');
    expect(why).toContain('Upheld complaints: −3.00');
    expect(why).toContain('Cases: inc_1');
    expect(why).toMatch(/What 4★ still needs/);
    expect(why).toContain('Nearest steps');
  });

  it.each([
    { user: 'ADMIN', alt: /Renewal no evidence, weight 10%/ },
    { user: 'GUAN', alt: /续约数据不足，权重 10%/ },
  ])('draws the dimensions for $user', async ({ user, alt }) => {
    expect(imageOf(await talk.type(user, '/rating why'))).toEqual({
      png: PNG,
      alt: expect.stringMatching(alt),
    });
  });

  it('is for the provider and the staff', async () => {
    expect(said(await talk.type('LEAD', '/rating why prv_1'))).toContain('Why prv_1 is rated so');
    expect(said(await talk.type('NEWCOMER', '/rating why prv_1'))).toContain('belongs to others');
    expect(said(await talk.type('OWNER', '/rating why prv_1'))).toContain('This takes the role');
  });
});

describe('/rating simulate', () => {
  it('calculates with other figures, and keeps nothing', async () => {
    const form = await talk.type('ADMIN', '/rating simulate');
    const values = { met: '40', missed: '0', renewed: '0', lost: '0', certified: '50' };
    const result = said(await talk.submit('ADMIN', form, values));
    expect(result).toMatch(/Score of the quarter \d\d\.\d\d → \d\d\.\d\d/);
    expect(result).toContain('Delivery against filed standards 85.00 → 97.00');
    expect(await database.prisma.ratingSnapshot.count()).toBe(1);
  });

  it('refuses what is no figure beside its input', async () => {
    const form = await talk.type('ADMIN', '/rating simulate');
    const values = { met: 'x', missed: '0', renewed: '0', lost: '0', certified: '101' };
    expect(await talk.submit('ADMIN', form, values)).toMatchObject({
      kind: 'field-errors',
      errors: { met: expect.any(String), certified: expect.any(String) },
    });
  });
});

describe('/rating survey', () => {
  const STARS = { results: '5', responsiveness: '5', honesty: '4', wouldRenew: '5' };

  it('takes one answer of a store for the quarter', async () => {
    const form = await talk.type('OWNER', '/rating survey');
    expect(said(form)).toBe('How does the provider work?');
    expect(said(await talk.submit('OWNER', form, STARS))).toContain('counts for 2026-Q2');
    expect(said(await talk.submit('OWNER', form, STARS))).toContain('already answered');
    expect(said(await talk.type('OWNER', '/rating survey'))).toContain('already answered for 2026-Q2');
  });

  it('is not for members', async () => {
    expect(said(await talk.type('MEMBER', '/rating survey'))).toContain('store owner');
  });
});

/** What is owed to the provider once its appeal is answered, as somebody at this provider would read it. */
async function outcome(principalId: string, organisationId: string, locale: Locale = 'en') {
  const { subject } = await database.prisma.delivery.findFirstOrThrow({
    where: { view: appealView.name, rule: 'appeal-decided' },
  });
  const person = {
    ...{ principalId, displayName: principalId },
    memberships: [{ role: 'PROVIDER_ADMIN' as const, organisationId }],
  };
  const audience = { t: createTranslators()[locale], locale, zone: 'Asia/Shanghai', person };
  const [card] = (await appealView.draw(app, audience, subject)) ?? [];
  return said(card ? { kind: 'card', card: { ...card, actions: [] } } : null);
}

describe('/rating appeal', () => {
  it('goes to staff, is answered, and can be taken further once', async () => {
    const form = await talk.type('ADMIN', '/rating appeal');
    const grounds = 'The carrier confirmed that every order left in time.';
    expect(said(await talk.submit('ADMIN', form, { datum: 'd9', grounds }))).toContain('neither a dimension');
    expect(said(await talk.submit('ADMIN', form, { datum: 'd4', grounds }))).toContain('An answer is due');
    const told = await database.prisma.delivery.findMany({ where: { view: appealView.name } });
    expect(told.map(({ rule, receiver }) => `${rule} ${receiver}`)).toEqual(['appeal-opened channel:staff']);
    const channel = { t: createTranslators().en, locale: 'en' as const, zone: 'Asia/Shanghai', person: null };
    const [waits] = (await appealView.draw(app, channel, told[0]?.subject ?? '')) ?? [];
    expect(waits?.actions?.map(({ tone }) => tone)).toEqual(['primary', 'plain']);
    expect(JSON.stringify(waits)).not.toContain(grounds);
    const list = await talk.type('LEAD', '/staff appeals');
    expect(said(list)).toContain('prv_1 · 2026-Q1 · D4');
    const hearing = await press('LEAD', list, 'Dismiss');
    expect(
      said(await talk.submit('LEAD', hearing, { reason: 'The feed says otherwise, day by day.' })),
    ).toContain('What was published stands');
    expect(said(await talk.type('LEAD', '/staff appeals'))).toBe('No appeal waits.');
    expect(await outcome('ADMIN', 'prv_1')).toContain(
      'Dismissed. What was published stands.\nReason\nThe feed says otherwise',
    );
    expect(await outcome('ADMIN', 'prv_1', 'zh')).toContain('申诉已驳回，维持公布结果。');
    expect(await outcome('NEWCOMER', 'prv_new')).toBe('');
    const why = await talk.type('ADMIN', '/rating why');
    expect(said(await press('ADMIN', why, 'Take it further'))).toContain('Two leads hear it');
    expect(said(await press('ADMIN', why, 'Take it further'))).toContain('taken further already');
  });
});

describe('/rating calendar', () => {
  it('tells everybody the dates a year ahead, the rules, and how appeals ended', async () => {
    const shown = said(await talk.type('OWNER', '/rating calendar'));
    expect(shown).toContain('2026-Q1: preview on 2026-04-01, read and completed until 2026-04-10');
    expect(shown).toContain('objections 2027-07-11 to 2027-07-15, published on 2027-07-20');
    expect(shown).toContain('Version 1 for 2026-Q2.');
    expect(shown).toContain('at least 30 days before the quarter');
    expect(shown).toContain('2026-Q1: 1 opened, 0 upheld, 0 dismissed, 1 open');
  });

  it('says so in Chinese', async () => {
    const shown = said(await talk.type('GUAN', '/rating calendar'));
    expect(shown).toContain('2026-Q1：提出 1 件，成立 0 件，驳回 0 件，处理中 1 件');
  });

  it('tells how long answers took once there are some', async () => {
    await database.query(
      Prisma.sql`UPDATE rating_appeal SET state = 'UPHELD', decided_at = opened_at + interval '60 hours'`,
    );
    expect(said(await talk.type('OWNER', '/rating calendar'))).toContain(
      '1 upheld, 0 dismissed, 0 open; half of the answers came within 3 days',
    );
  });
});

describe('/staff import', () => {
  const csv = (uv: string) =>
    `store,month,gmv,uv,buyers,orders,refunds,refund_cases,disputes_upheld,on_time,shipped\nst_1,2026-04,100,${uv},5,6,0,0,0,6,6\n`;
  const submit = async (text: string, user = 'LEAD') => {
    file = new TextEncoder().encode(text);
    const handed = {
      platform: 'slack',
      id: 'F1',
      name: 'april.csv',
      mediaType: 'text/csv',
      sizeBytes: file.length,
    };
    return talk.submit(user, await talk.type('LEAD', '/staff import'), { file: [handed], partial: 'all' });
  };

  it('takes a file of months', async () => {
    expect(said(await submit(csv('100')))).toContain('Imported: 1 months, 0 were on record already.');
  });

  it('answers rejected rows with a file of lines and reasons', async () => {
    const reply = await submit(csv('-3'));
    expect(said(reply)).toContain('Nothing was imported: 1 rows were rejected.');
    expect(reply?.kind === 'file' && new TextDecoder().decode(reply.bytes)).toContain("2,uv,'-3,is negative");
  });

  it('is for leads, form in hand or not', async () => {
    expect(said(await talk.type('ADMIN', '/staff import'))).toContain('staff lead');
    expect(said(await submit(csv('100'), 'ADMIN'))).toContain('staff lead');
  });

  it('refuses what is no such file', async () => {
    expect(said(await submit('a,b\n'))).toContain('does not name these columns: store_id');
  });
});

describe('after more quarters', () => {
  beforeAll(() =>
    write(database, [
      Prisma.sql`INSERT INTO rating_cycle (quarter, published_at) VALUES ('2025-Q3', '2025-10-20')`,
      Prisma.sql`INSERT INTO rating_snapshot (provider_id, quarter, version, input, input_hash, algorithm_version, result,
          score, published, level, movement, flags, at)
        SELECT provider_id, '2025-Q3', 1, input, input_hash, algorithm_version, result, score, published, level, movement,
          flags, at FROM rating_snapshot`,
    ]),
  );

  it('the trend names a quarter without a rating', async () => {
    const shown = await talk.type('ADMIN', '/rating show');
    expect(imageOf(shown)?.alt).toMatch(/2025 Q3 \d\d\.\d\d, .*; 2025 Q4 not rated; 2026 Q1 \d\d\.\d\d, /);
    expect(said(shown)).toContain('2025-Q3');
  });

  it('others are told no score of any of them', async () => {
    expect(said(await talk.type('OWNER', '/rating show prv_1'))).not.toContain('2025-Q3');
  });
});
