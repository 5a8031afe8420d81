import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import type { Locale } from '../../../src/chat/conversation.ts';
import { createTranslators } from '../../../src/chat/messages/translators.ts';
import type { CardView } from '../../../src/delivery/view.ts';
import type { Role } from '../../../src/people/principal.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { runDueCycle } from '../../../src/ratings/actions/cycle/run-due.ts';
import { ratingNewsView, surveyNewsView } from '../../../src/ratings/chat/news.ts';
import { askSurveys } from '../../../src/ratings/reminders/ask-surveys.ts';
import { sweepReminders } from '../../../src/reminders/sweep/sweep.ts';
import { REMINDER_SOURCES } from '../../../src/vocabularies.ts';
import { said } from '../../chat/talking.ts';
import { givenPeople } from '../../directory/given.ts';
import { type TestClock, testApp, testClock } from '../../support/app.ts';
import { testDatabase } from '../../support/database.ts';
import { bondRows, monthRows, monthsBetween, providerRow, storeRow, write } from '../support/given-rated.ts';

const STORES = ['st_1', 'st_2', 'st_3'];
const translators = createTranslators();
let database: Database;
let clock: TestClock;
let app: App & AsyncDisposable;

beforeAll(async () => {
  database = await testDatabase();
  clock = testClock('2026-04-01T01:30:00Z');
  app = await testApp(database, clock);
  await write(database, [
    providerRow('prv_1'),
    providerRow('prv_kin'),
    ...STORES.flatMap((id) => [storeRow(id), bondRows({ providerId: 'prv_1', storeId: id })]),
    storeRow('st_kin'),
    bondRows({ providerId: 'prv_kin', storeId: 'st_kin', related: true }),
    storeRow('st_alone'),
    monthRows(
      STORES.flatMap((storeId) => monthsBetween('2025-01-01', 15).map((month) => ({ storeId, month }))),
    ),
  ]);
  await givenPeople(database, [
    { user: 'ADMIN', role: 'PROVIDER_ADMIN', at: 'prv_1' },
    { user: 'HAND', role: 'PROVIDER_MEMBER', at: 'prv_1' },
    { user: 'OWNER', role: 'STORE_OWNER', at: 'st_1' },
    { user: 'CLERK', role: 'STORE_MEMBER', at: 'st_1' },
    { user: 'ALONE', role: 'STORE_OWNER', at: 'st_alone' },
  ]);
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const sweepAt = async (instant: string) => {
  clock.moveTo(instant);
  await sweepReminders(app, REMINDER_SOURCES);
};

/** What has been owed so far, in order. */
const owed = async (view: CardView): Promise<readonly string[]> => {
  const rows = await database.prisma.delivery.findMany({
    where: { view: view.name },
    orderBy: { key: 'asc' },
  });
  return rows.map(({ key }) => key);
};

async function drawn(view: CardView, subject: string, reader: { role: Role; at: string; locale?: Locale }) {
  const { role, at, locale = 'en' } = reader;
  const person = {
    principalId: 'x',
    displayName: 'x',
    memberships: [{ organisationId: at, role }],
  };
  const audience = { t: translators[locale], locale, zone: 'Asia/Shanghai', person };
  const [card] = (await view.draw(app, audience, subject)) ?? [];
  return card ? said({ kind: 'card', card: { ...card, actions: [] } }) : null;
}

const ADMIN = { role: 'PROVIDER_ADMIN', at: 'prv_1' } as const;
const OWNER = { role: 'STORE_OWNER', at: 'st_1' } as const;

describe('the voice of the stores', () => {
  it('is asked of owners on the 1st, 7th and 14th day of a quarter, three times however often it is looked', async () => {
    for (let day = 1; day <= 30; day += 1) {
      clock.moveTo(`2026-07-${String(day).padStart(2, '0')}T03:00:00Z`);
      await askSurveys(app);
      await askSurveys(app);
      await sweepReminders(app, REMINDER_SOURCES);
    }
    expect(await owed(surveyNewsView)).toEqual([
      'survey:st_1/20263/survey-1/OWNER',
      'survey:st_1/20263/survey-14/OWNER',
      'survey:st_1/20263/survey-7/OWNER',
    ]);
  });

  it('waits for working hours, and is not asked again while it waits', async () => {
    for (const day of ['01', '07']) {
      clock.moveTo(`2026-10-${day}T03:00:00Z`);
      await askSurveys(app);
      await sweepReminders(app, REMINDER_SOURCES);
    }
    const during = (await owed(surveyNewsView)).filter((key) => key.includes('20264'));
    expect(during).toEqual([]);
    await sweepAt('2026-10-08T03:00:00Z');
    const after = (await owed(surveyNewsView)).filter((key) => key.includes('20264'));
    expect(after).toEqual(['survey:st_1/20264/survey-1/OWNER']);
  });

  it('is asked about whoever has not been rated, and about no relative', async () => {
    expect(await drawn(surveyNewsView, 'survey:st_1', OWNER)).toContain('counts for 2026-Q4');
    expect(await drawn(surveyNewsView, 'survey:st_1', { ...OWNER, locale: 'zh' })).toContain('计入 2026-Q4');
    expect(await drawn(surveyNewsView, 'survey:st_kin', { role: 'STORE_OWNER', at: 'st_kin' })).toBeNull();
    await database.query(Prisma.sql`INSERT INTO survey_answer (provider_id, store_id, quarter, results, responsiveness,
      honesty, would_renew, principal_id, at) VALUES ('prv_1', 'st_1', '2026-Q4', 5, 4, 5, 4, 'OWNER', now())`);
    expect(await drawn(surveyNewsView, 'survey:st_1', OWNER)).toBeNull();
  });

  it('is nobody else’s', async () => {
    expect(await drawn(surveyNewsView, 'survey:st_2', OWNER)).toBeNull();
  });
});

describe('a day of an owner', () => {
  it('counts the question as one of its messages, and an item may be reminded of on the day of its news', async () => {
    clock.moveTo('2026-12-01T03:00:00Z');
    const rung = (object: string, name: string) => Prisma.sql`
      INSERT INTO reminder (object, state_seq, rung, receiver, due_at)
      VALUES (${object}, 9, ${name}, 'OWNER', '2026-12-01T03:00:00Z')`;
    const { id } = await database.prisma.report.findFirstOrThrow({ where: { storeId: 'st_1' } });
    await write(database, [
      rung('survey:st_1', 'told.survey-1'),
      rung(id, 'told.T13'),
      rung(id, 'expiry-90'),
      Prisma.sql`INSERT INTO reminder_desk (receiver, claimed_until) VALUES ('OWNER', '-infinity') ON CONFLICT DO NOTHING`,
    ]);
    await sweepReminders(app, REMINDER_SOURCES);
    const settled = await database.prisma.reminder.findMany({ where: { receiver: 'OWNER', stateSeq: 9 } });
    expect(
      settled
        .map(({ rung: name, outcome, sentOn }) => `${name} ${outcome} ${sentOn?.toISOString().slice(0, 10)}`)
        .toSorted(),
    ).toEqual(['expiry-90 SENT 2026-12-01', 'told.T13 SENT 2026-12-01', 'told.survey-1 SENT 2026-12-01']);
  });
});

describe('news of a rating', () => {
  it('the preview is told to administrators in working hours, once', async () => {
    clock.moveTo('2027-01-03T16:30:00Z');
    await runDueCycle(app);
    await runDueCycle(app);
    await sweepAt('2027-01-03T16:31:00Z');
    expect(await owed(ratingNewsView)).toEqual([]);
    await sweepAt('2027-01-04T02:00:00Z');
    expect(await owed(ratingNewsView)).toEqual(['rating:prv_1/20264/rating-preview/ADMIN']);
    expect(await drawn(ratingNewsView, 'rating:prv_1', ADMIN)).toContain('Preview for 2026-Q4');
  });

  it('so is what was published', async () => {
    clock.moveTo('2027-01-20T02:00:00Z');
    await runDueCycle(app);
    await runDueCycle(app);
    await sweepAt('2027-01-20T02:01:00Z');
    expect(await owed(ratingNewsView)).toEqual([
      'rating:prv_1/20264/rating-preview/ADMIN',
      'rating:prv_1/20264/rating-published/ADMIN',
    ]);
  });

  it.each([
    { movement: 'PROMOTE', en: 'one level up', zh: '升至' },
    { movement: 'DEMOTE', en: 'one level down', zh: '降至' },
    { movement: 'AT_RISK', en: 'improvement plan', zh: '改进计划' },
    { movement: 'KEEP', en: 'published score', zh: '公布得分' },
  ])('$movement is said in both languages', async ({ movement, en, zh }) => {
    await database.query(Prisma.sql`
      INSERT INTO rating_snapshot (provider_id, quarter, version, input, input_hash, algorithm_version, result, score,
        published, level, movement, flags, at)
      SELECT provider_id, quarter, version + 1, input, input_hash || ${movement}, algorithm_version,
        jsonb_set(jsonb_set(result, '{level,movement}', to_jsonb(${movement}::text)), '{level,atRisk}',
          to_jsonb(${movement === 'AT_RISK'}::boolean)), score, published, level, ${movement}, flags, at
      FROM rating_snapshot WHERE provider_id = 'prv_1' ORDER BY version DESC LIMIT 1`);
    expect(await drawn(ratingNewsView, 'rating:prv_1', ADMIN)).toContain(en);
    expect(await drawn(ratingNewsView, 'rating:prv_1', { ...ADMIN, locale: 'zh' })).toContain(zh);
  });

  it('is nobody else’s', async () => {
    expect(await drawn(ratingNewsView, 'rating:prv_1', OWNER)).toBeNull();
  });
});
