import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../../../src/audit/verify/verify.ts';
import { directoryVocabulary } from '../../../src/directory/chat/vocabulary.ts';
import { findClosing } from '../../../src/directory/records/closing.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { said, type Talk, talking, testApp } from '../../chat/talking.ts';
import { testDatabase } from '../../support/database.ts';
import { givenPeople, givenProviders, givenStores } from '../given.ts';

let database: Database;
let talk: Talk;

beforeAll(async () => {
  database = await testDatabase();
  talk = talking(testApp(database), [directoryVocabulary]);
  await givenProviders(database, { id: 'prv_1', name: 'Harbour Service' });
  await givenStores(database, { id: 'st_1', name: 'Aurora' }, { id: 'st_2', name: 'Aurora Kids' });
  await givenPeople(database, [
    { user: 'LEAD', role: 'STAFF_LEAD', at: 'platform' },
    { user: 'ZHAO', role: 'STAFF_LEAD', at: 'platform', locale: 'zh' },
    { user: 'ADMIN', role: 'PROVIDER_ADMIN', at: 'prv_1' },
  ]);
});
afterAll(() => database[Symbol.asyncDispose]());

const closing = async () => (await findClosing({ database }, 'st_1'))?.closing;

describe('/staff closing', () => {
  it('records that a store closed, why and when, and that it trades after all', async () => {
    const form = await talk.type('LEAD', '/staff closing st_1');
    expect(said(form)).toBe('A store that closed');
    const closed = await talk.submit('LEAD', form, { state: 'OWN_VIOLATION', on: '2026-04-30' });
    expect(said(closed)).toContain('closed for its own violation');
    expect(await closing()).toEqual({ on: '2026-04-30', reason: 'OWN_VIOLATION' });
    const again = await talk.type('ZHAO', '/staff closing st_1');
    expect(again?.kind === 'form' && again.page.fields).toMatchObject([
      { initial: 'OWN_VIOLATION' },
      { initial: '2026-04-30' },
    ]);
    expect(said(await talk.submit('ZHAO', again, { state: 'TRADES', on: '' }))).toBe(
      '已登记：店铺正常经营。',
    );
    expect(await closing()).toBeNull();
    expect((await verify(database)).finding).toBeNull();
  });

  it('does not overwrite what somebody else recorded meanwhile', async () => {
    const [one, other] = [
      await talk.type('LEAD', '/staff closing st_1'),
      await talk.type('ZHAO', '/staff closing st_1'),
    ];
    await talk.submit('LEAD', one, { state: 'CLOSED', on: '2026-04-30' });
    const late = await talk.submit('ZHAO', other, { state: 'OWN_VIOLATION', on: '2026-04-29' });
    expect(said(late)).toContain('其他人刚刚修改了');
    expect(await closing()).toEqual({ on: '2026-04-30', reason: 'CLOSED' });
  });

  it.each([
    [{ state: '', on: '2026-04-30' }, 'state'],
    [{ state: 'CLOSED', on: '' }, 'on'],
    [{ state: 'CLOSED', on: '1899-04-30' }, 'on'],
  ])('refuses %j beside “%s”', async (values, field) => {
    const form = await talk.type('LEAD', '/staff closing st_2');
    expect(await talk.submit('LEAD', form, values)).toMatchObject({
      errors: { [field]: expect.any(String) },
    });
  });

  it('asks which where a name fits several, and is for leads', async () => {
    expect(said(await talk.type('LEAD', '/staff closing auro'))).toContain('auro');
    expect(said(await talk.type('ADMIN', '/staff closing st_1'))).toContain('staff lead');
  });
});
