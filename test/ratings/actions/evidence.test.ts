import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verify } from '../../../src/audit/verify/verify.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { createIds } from '../../../src/platform/ids.ts';
import { answerSurvey } from '../../../src/ratings/actions/evidence/answer-survey.ts';
import { isRefused, type Result } from '../../../src/result.ts';
import { actor } from '../../directory/given.ts';
import { testClock } from '../../support/app.ts';
import { bothDatabases } from '../../support/database.ts';
import { bondRows, providerRow, storeRow, write } from '../support/given-rated.ts';

const code = (result: Result<unknown>): string => (isRefused(result) ? result.refused : 'ok');

describe.each(await bothDatabases())('the voice of a store on $name', ({ open }) => {
  let database: Database;
  const clock = testClock('2026-05-06T04:00:00Z');
  const app = () => ({ database, clock, ids: createIds(clock) });
  beforeAll(async () => {
    database = await open();
    await write(database, [
      ...['prv_1', 'prv_2', 'prv_old', 'prv_related'].map((id) => providerRow(id)),
      ...['st_1', 'st_2'].map((id) => storeRow(id)),
      bondRows({ providerId: 'prv_1', storeId: 'st_1' }),
      bondRows({ providerId: 'prv_1', storeId: 'st_2' }),
      bondRows({ providerId: 'prv_old', storeId: 'st_1', state: 'EXPIRED' }),
      bondRows({ providerId: 'prv_related', storeId: 'st_1', related: true }),
    ]);
  });
  beforeEach(() =>
    database.change([Prisma.sql`DELETE FROM survey_answer`, Prisma.sql`DELETE FROM quality_check`]),
  );
  afterAll(() => database[Symbol.asyncDispose]());

  const ANSWERS = { results: '5', responsiveness: '4', honesty: '5', wouldRenew: '4' };
  const answer = (changes: Partial<Parameters<typeof answerSurvey>[1]> = {}) =>
    answerSurvey(app(), {
      actor: actor('STORE_OWNER', 'st_1', 'owner'),
      requestId: 'slack:none',
      storeId: 'st_1',
      providerId: 'prv_1',
      answers: ANSWERS,
      ...changes,
    });

  it('a store has one voice on each provider and quarter, and another in the next', async () => {
    expect(await answer()).toEqual({ ok: { quarter: '2026-Q2' } });
    expect(code(await answer({ actor: actor('STORE_OWNER', 'st_1', 'other owner') }))).toBe(
      'ratings.survey-answered',
    );
    clock.moveTo('2026-07-01T04:00:00Z');
    expect(await answer()).toEqual({ ok: { quarter: '2026-Q3' } });
    clock.moveTo('2026-05-06T04:00:00Z');
    expect(await database.prisma.surveyAnswer.count()).toBe(2);
  });

  it('two owners of one store at the same moment are one voice', async () => {
    const results = await Promise.all(
      ['one', 'two', 'three'].map((name) => answer({ actor: actor('STORE_OWNER', 'st_1', name) })),
    );
    expect(results.map(code).sort()).toEqual(['ok', 'ratings.survey-answered', 'ratings.survey-answered']);
    expect(await database.prisma.surveyAnswer.count()).toBe(1);
  });

  it.each<[string, Partial<Parameters<typeof answerSurvey>[1]>, string]>([
    ['a member', { actor: actor('STORE_MEMBER', 'st_1') }, 'people.role-needed'],
    ['the owner of another store', { actor: actor('STORE_OWNER', 'st_2') }, 'people.not-your-organisation'],
    ['somebody of the provider', { actor: actor('PROVIDER_ADMIN', 'prv_1') }, 'people.role-needed'],
    ['a store that never worked with it', { providerId: 'prv_2' }, 'ratings.survey-no-relationship'],
    ['a store whose report has ended', { providerId: 'prv_old' }, 'ratings.survey-no-relationship'],
    ['a related party', { providerId: 'prv_related' }, 'ratings.survey-related'],
    ['six stars', { answers: { ...ANSWERS, honesty: '6' } }, 'ratings.survey-stars'],
  ])('%s is not heard', async (_, changes, refused) => {
    expect(code(await answer(changes))).toBe(refused);
    expect(await database.prisma.surveyAnswer.count()).toBe(0);
  });

  it('leave an audit trail that verifies, without what was answered', async () => {
    await answer();
    expect((await verify(database)).finding).toBeNull();
    const [event] = await database.prisma.auditEvent.findMany({
      where: { action: 'rating.survey-answered' },
      orderBy: { seq: 'desc' },
      take: 1,
    });
    expect(event?.payload).toContain('2026-Q2');
    expect(event?.payload).not.toMatch(/results|wouldRenew/);
  });
});
