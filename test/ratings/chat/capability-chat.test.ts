import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { capabilityQuarters } from '../../../src/ratings/actions/evidence/record-capability.ts';
import { ratingVocabulary } from '../../../src/ratings/chat/vocabulary.ts';
import { said, type Talk, talking, testApp } from '../../chat/talking.ts';
import { givenPeople } from '../../directory/given.ts';
import { testDatabase } from '../../support/database.ts';
import { providerRow, write } from '../support/given-rated.ts';

const FIGURES = { quarter: '2026-Q2', staff: '10', certifiedStaff: '4', apiDays: '90', apiHealthyDays: '88' };
let database: Database;
let talk: Talk;

/** 2026-05-04. */
beforeAll(async () => {
  database = await testDatabase();
  talk = talking(testApp(database), [ratingVocabulary]);
  await write(database, [
    providerRow('prv_1'),
    Prisma.sql`INSERT INTO capability_record (provider_id, quarter, staff, certified_staff, tasks_assigned, tasks_done,
      api_days, api_healthy_days) VALUES ('prv_1', '2026-Q2', 1, 0, 4, 3, 0, 0)`,
  ]);
  await givenPeople(database, [
    { user: 'ADMIN', role: 'PROVIDER_ADMIN', at: 'prv_1' },
    { user: 'REVIEWER', role: 'STAFF_REVIEWER', at: 'platform', locale: 'zh' },
  ]);
});
afterAll(() => database[Symbol.asyncDispose]());

describe('/rating capability', () => {
  it('records people and system, and leaves training alone', async () => {
    const form = await talk.type('REVIEWER', '/rating capability prv_1');
    const initial = form?.kind === 'form' ? form.page.fields : [];
    expect(initial).toMatchObject([{ initial: '2026-Q2' }, { initial: '1' }, {}, {}, {}]);
    expect(said(await talk.submit('REVIEWER', form, FIGURES))).toContain('已登记 2026-Q2 数据。');
    expect(await database.prisma.capabilityRecord.findMany()).toMatchObject([
      { staff: 10, certifiedStaff: 4, tasksAssigned: 4, tasksDone: 3, apiDays: 90, apiHealthyDays: 88 },
    ]);
  });

  it.each([
    ['staff', 'ten'],
    ['certifiedStaff', '11'],
    ['apiDays', '93'],
    ['apiHealthyDays', '91'],
  ])('refuses beside %s: %s', async (name, value) => {
    const form = await talk.type('REVIEWER', '/rating capability prv_1');
    const reply = await talk.submit('REVIEWER', form, { ...FIGURES, [name]: value });
    expect(reply).toMatchObject({ kind: 'field-errors', errors: { [name]: expect.any(String) } });
  });

  it('takes no quarter that is over', async () => {
    const form = await talk.type('REVIEWER', '/rating capability prv_1');
    const reply = await talk.submit('REVIEWER', form, { ...FIGURES, quarter: '2025-Q4' });
    expect(said(reply)).toContain('2025-Q4 的数据已不再受理');
  });

  it('is not the provider’s own to fill in', async () => {
    expect(said(await talk.type('ADMIN', '/rating capability prv_1'))).toContain('staff');
  });

  it.each([
    ['2026-07-19T10:00:00Z', ['2026-Q3', '2026-Q2']],
    ['2026-07-19T16:00:00Z', ['2026-Q3']],
  ])('at %s takes %j', (now, quarters) => {
    expect(capabilityQuarters(new Date(now))).toEqual(quarters);
  });
});
