import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deadLettersVocabulary } from '../../src/chat/requests/dead-letters/vocabulary.ts';
import { MAX_ATTEMPTS } from '../../src/chat/requests/unfinished.ts';
import type { Database } from '../../src/platform/database/database.ts';
import type { DeadLetter, Queue } from '../../src/platform/queue.ts';
import { person } from '../people/population.ts';
import { testDatabase } from '../support/database.ts';
import { tally } from './router/tally.ts';
import { account, from, START, said, type Talk, type TestApp, talking, testApp } from './talking.ts';

let database: Database;
let app: TestApp;
let talk: Talk;
const domain = tally();
const letters: DeadLetter[] = [
  { id: 'job-1', queue: 'deliver', data: {}, reason: 'channel_not_found', attempts: 20, diedAt: START },
];

const queue: Pick<Queue, 'deadLetters' | 'retry'> = {
  deadLetters: async () => letters,
  retry: async (id) => letters.splice(0).some((letter) => letter.id === id),
};

beforeAll(async () => {
  database = await testDatabase();
  app = testApp(database);
  talk = talking({ ...app, queue: { ...app.queue, ...queue } }, [domain.vocabulary, deadLettersVocabulary]);
  await person(app, { account: account('lead'), role: 'STAFF_LEAD', at: 'platform' });
  await person(app, { account: account('owner'), role: 'STORE_OWNER', at: 'st_1' });
  domain.failures.push(...Array.from({ length: MAX_ATTEMPTS }, () => new Error('broken')));
  await talk.type('owner', '/tally add');
  for (let tries = 1; tries <= MAX_ATTEMPTS; tries += 1) await sweep();
});
afterAll(() => database[Symbol.asyncDispose]());

async function sweep(): Promise<void> {
  app.later(2);
  await talk.conversations.recover({ olderThan: app.clock.now(), answer: async () => {} });
}

/** The handle of a button on the lead's list, as it is now. */
async function offered(label: string): Promise<string> {
  const shown = await talk.type('lead', '/staff dead-letters');
  const buttons = shown?.kind === 'card' ? (shown.card.actions ?? []) : [];
  return buttons.find((button) => button.label === label)?.handle ?? '';
}

const click = async (userId: string, handle: string): Promise<string> =>
  said(await talk.handle({ ...from(userId), kind: 'click', handle }));
const press = async (userId: string, label: string): Promise<string> => click(userId, await offered(label));

describe('what failed for good', () => {
  it('is shown to a lead, with its reason', async () => {
    const shown = said(await talk.type('lead', '/staff dead-letters'));
    expect(shown).toContain('Request: /tally');
    expect(shown).toContain('broken');
    expect(shown).toContain('channel_not_found');
  });

  it('is nobody else’s to see or to try again', async () => {
    expect(said(await talk.type('owner', '/staff dead-letters'))).toContain('staff lead');
    expect(await press('owner', 'Try 1 again')).toContain('staff lead');
  });

  it('is tried again, once, when the lead says so', async () => {
    const handles = [await offered('Try 1 again'), await offered('Try 1 again')];
    const answers = await Promise.all(handles.map((handle) => click('lead', handle)));
    expect(answers.filter((answer) => answer.includes('tried again already'))).toHaveLength(1);
    expect(await press('lead', 'Try 1 again')).toContain('Nothing: every request was carried out');
    expect(domain.counted).toEqual([]);
    await sweep();
    expect(domain.counted).toEqual(['prn_owner']);
  });
});
