import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import type { Locale } from '../../../src/chat/conversation.ts';
import { createTranslators } from '../../../src/chat/messages/translators.ts';
import { exposureView } from '../../../src/opportunities/chat/report/report.ts';
import { planMonthlyReport } from '../../../src/opportunities/reminders/monthly-report.ts';
import type { Role } from '../../../src/people/principal.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { sweepReminders } from '../../../src/reminders/sweep/sweep.ts';
import { REMINDER_SOURCES } from '../../../src/vocabularies.ts';
import { said } from '../../chat/talking.ts';
import { type TestClock, testApp, testClock } from '../../support/app.ts';
import { testDatabase } from '../../support/database.ts';
import { givenCandidates, givenStaff, published, START } from '../support/given-opportunities.ts';

const translators = createTranslators();
let database: Database;
let clock: TestClock;
let app: App & AsyncDisposable;

beforeAll(async () => {
  database = await testDatabase();
  clock = testClock(START);
  app = await testApp(database, clock);
  await givenStaff(database);
  await givenCandidates(database, { id: 'prv_a', level: '4', published: 70 }, { id: 'prv_b' });
  await published(app);
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

/** What the rounds of a day do, and who has been owed a report by then. */
async function toldBy(instant: string): Promise<readonly string[]> {
  clock.moveTo(instant);
  await planMonthlyReport(app);
  await sweepReminders(app, REMINDER_SOURCES);
  const owed = await database.prisma.delivery.findMany({ where: { view: exposureView.name } });
  return owed.map(({ subject, receiver }) => `${subject} → ${receiver}`);
}

async function drawnFor(role: Role, subject: string, locale: Locale = 'en') {
  const person = { principalId: 'x', displayName: 'x', memberships: [{ organisationId: 'platform', role }] };
  const audience = { t: translators[locale], locale, zone: 'Asia/Shanghai', person };
  const [card] = (await exposureView.draw(app, audience, subject)) ?? [];
  return card ? { ...card, actions: [] } : null;
}

describe('the report of a month', () => {
  it('comes to leads once the month is over, in working hours, once', async () => {
    expect(await toldBy('2026-05-31T08:00:00Z')).toEqual([]);
    expect(await toldBy('2026-05-31T17:00:00Z')).toEqual([]);
    expect(await toldBy('2026-06-01T03:00:00Z')).toEqual(['exposure:2026-05 → ZHAO']);
    expect(await toldBy('2026-06-02T03:00:00Z')).toEqual(['exposure:2026-05 → ZHAO']);
  });

  it('is not sent of a month in which nobody was recommended', async () => {
    expect(await toldBy('2026-07-01T03:00:00Z')).toEqual(['exposure:2026-05 → ZHAO']);
  });

  it('says how often each level stood on a slate, with a picture, to leads alone', async () => {
    const english = await drawnFor('STAFF_LEAD', 'exposure:2026-05');
    expect(english && said({ kind: 'card', card: english })).toContain('4★: places 1 (50%)');
    expect(english?.image?.alt).toContain('4★ 50% of the places');
    expect((await drawnFor('STAFF_LEAD', 'exposure:2026-05', 'zh'))?.image?.alt).toContain('席位占比');
    expect(await drawnFor('STAFF_REVIEWER', 'exposure:2026-05')).toBeNull();
  });
});
