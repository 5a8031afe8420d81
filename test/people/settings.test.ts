import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { peopleVocabulary } from '../../src/people/chat/vocabulary.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { account, said, type Talk, talking, testApp } from '../chat/talking.ts';
import { testDatabase } from '../support/database.ts';
import { person } from './population.ts';

let database: Database;
let talk: Talk;

beforeAll(async () => {
  database = await testDatabase();
  const app = testApp(database);
  talk = talking(app, [peopleVocabulary]);
  await person(app, { account: account('owner'), role: 'STORE_OWNER', at: 'st_1' });
});
afterAll(() => database[Symbol.asyncDispose]());

const good = { language: 'zh', zone: 'europe/paris', opens: '8', closes: '17：30' };
const submitted = async (values: typeof good) =>
  talk.submit('owner', await talk.type('owner', '/settings'), values);

describe('personal settings', () => {
  it.each([
    [{ zone: 'Europe/Pari' }, 'zone', 'Did you mean Europe/Paris?'],
    [{ zone: 'home' }, 'zone', 'not a time zone'],
    [{ zone: '+08:00' }, 'zone', 'not a time zone'],
    [{ opens: '25:00' }, 'opens', 'not a time of day'],
    [{ closes: 'late' }, 'closes', 'not a time of day'],
    [{ opens: '18:00' }, 'closes', 'must end after they begin'],
  ])('%j is refused beside %s', async (wrong, field, message) => {
    const answer = await submitted({ ...good, ...wrong });
    expect(answer).toMatchObject({
      kind: 'field-errors',
      errors: { [field]: expect.stringContaining(message) },
    });
  });

  it('names everything that is wrong at once', async () => {
    const answer = await submitted({ ...good, zone: 'x', opens: 'y', closes: 'z' });
    expect(Object.keys(answer?.kind === 'field-errors' ? answer.errors : {})).toEqual([
      'zone',
      'opens',
      'closes',
    ]);
  });

  it('are kept, used at once, audited, and shown in the form the next time', async () => {
    expect(said(await submitted(good))).toContain('Europe/Paris');
    expect(said(await talk.type('owner', '/whoami'))).toContain('08:00–17:30');
    expect(said(await talk.type('owner', '/settings'))).toBe('个人设置');
    expect(await talk.type('owner', '/settings')).toMatchObject({
      page: {
        fields: [{ initial: 'zh' }, { initial: 'Europe/Paris' }, { initial: '08:00' }, { initial: '17:30' }],
      },
    });
    expect(await database.prisma.auditEvent.findMany()).toMatchObject([
      { objectType: 'principal', action: 'settings.change' },
    ]);
    expect(await database.prisma.formDraft.count()).toBe(0);
  });

  it('may follow the chat account and the default zone again', async () => {
    await submitted({ ...good, language: 'follow', zone: '' });
    expect(await database.prisma.principal.findFirst()).toMatchObject({ locale: null, timeZone: null });
  });
});
