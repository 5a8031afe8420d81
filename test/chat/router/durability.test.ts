import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Incoming } from '../../../src/chat/incoming.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { deadRequests, revive } from '../../../src/chat/requests/dead-letters/record.ts';
import { handled } from '../../../src/chat/requests/handled.ts';
import { MAX_ATTEMPTS } from '../../../src/chat/requests/unfinished.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Conflict, DatabaseUnavailable } from '../../../src/platform/database/errors.ts';
import { depopulate, person } from '../../people/population.ts';
import { testDatabase } from '../../support/database.ts';
import { account, from, START, said, type Talk, type TestApp, talking, testApp } from '../talking.ts';
import { type Tally, tally } from './tally.ts';

let database: Database;
let app: TestApp;
let domain: Tally;
let talk: Talk;

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  await depopulate({ database });
  app = testApp(database);
  domain = tally();
  talk = talking(app, [domain.vocabulary]);
  await person(app, { account: account('owner'), role: 'STORE_OWNER', at: 'st_1' });
});
afterAll(() => database[Symbol.asyncDispose]());

const command = (text: string): Incoming => ({ ...from('owner'), kind: 'command', area: 'tally', text });
const minutesAfterStart = (minutes: number) => new Date(START.getTime() + minutes * 60_000);

async function recovered(minutes: number): Promise<readonly string[]> {
  const answers: string[] = [];
  const answer = async (_incoming: Incoming, reply: Reply<string>) => void answers.push(said(reply));
  await talk.conversations.recover({ olderThan: minutesAfterStart(minutes), answer });
  return answers;
}

describe('a request that changes something', () => {
  it('is kept before the platform is told that it arrived', async () => {
    const ticket = await talk.conversations.receive(command('add'));
    expect(ticket).toMatchObject({ kind: 'accepted', kept: true });
    expect(await database.prisma.incoming.count({ where: { doneAt: null } })).toBe(1);
    expect(domain.counted).toEqual([]);
  });

  it('is carried out once, however often the platform sends it', async () => {
    const request = command('add');
    expect(said(await talk.handle(request))).toBe('counted 1');
    expect(await talk.handle(request)).toBeNull();
    expect(await talk.conversations.receive(request)).toMatchObject({ kind: 'replayed' });
    expect(domain.counted).toHaveLength(1);
  });

  it('keeps its key when it is done, and nothing of what was typed', async () => {
    await talk.handle(command('add'));
    expect(await database.prisma.incoming.findMany()).toMatchObject([{ payload: {}, doneAt: START }]);
  });

  it('is forgotten days later, when no platform would repeat it any more', async () => {
    await talk.handle(command('add'));
    app.later(2 * 24 * 60);
    await recovered(0);
    expect(await database.prisma.incoming.count()).toBe(1);
    app.later(2 * 24 * 60);
    await recovered(0);
    expect(await database.prisma.incoming.count()).toBe(0);
  });

  it('is over when it was refused, too', async () => {
    expect(said(await talk.handle(command('refuse')))).toContain('That is not possible');
    expect(await database.prisma.incoming.count({ where: { doneAt: null } })).toBe(0);
  });

  it('that only reads is not kept', async () => {
    expect(await talk.conversations.receive(command('hello'))).toMatchObject({
      kind: 'accepted',
      kept: false,
    });
    expect(await database.prisma.incoming.count()).toBe(0);
  });
});

describe('a process that dies after the acknowledgement', () => {
  it('leaves the request to the next one, which answers by later means', async () => {
    await talk.conversations.receive(command('add'));
    talk = talking(app, [domain.vocabulary]);
    app.later(2);
    expect(await recovered(1)).toEqual(['counted 1']);
    expect(await recovered(60)).toEqual([]);
    expect(domain.counted).toEqual(['prn_owner']);
  });

  it('leaves alone what was begun a moment ago', async () => {
    await talk.conversations.receive(command('add'));
    expect(await recovered(-1)).toEqual([]);
  });

  it('does not have the change done twice by the one that was only slow', async () => {
    const ticket = await talk.conversations.receive(command('add'));
    expect(await recovered(1)).toEqual(['counted 1']);
    expect(said(await talk.conversations.run(ticket))).toContain('This was done already');
    expect(domain.counted).toHaveLength(1);
  });

  it('shares the work among several processes', async () => {
    for (let each = 0; each < 5; each += 1) await talk.conversations.receive(command('add'));
    app.later(2);
    const answers = await Promise.all([recovered(1), recovered(1)]);
    expect(answers.flat()).toHaveLength(5);
    expect(domain.counted).toHaveLength(5);
  });
});

describe('a form that is judged after its platform stopped waiting', () => {
  it('becomes a card that says what is wrong', async () => {
    const shown = await talk.handle(command('show'));
    const handle = shown?.kind === 'card' ? (shown.card.actions?.[2]?.handle ?? '') : '';
    const page = { form: 'tally.form', page: 'only', values: { wrong: 'field' }, move: 'submit' } as const;
    await talk.conversations.receive({ ...from('owner'), kind: 'form', handle, ...page });
    const [answer = ''] = await recovered(1);
    expect(answer).toContain('not a time of day');
    expect(answer).toContain('/inbox');
  });
});

describe('a failure', () => {
  it('of the database is told as not done, and tried again', async () => {
    domain.failures.push(new DatabaseUnavailable('ECONNRESET', undefined));
    const answer = said(await talk.handle(command('add')));
    expect(answer).toContain('This was not done');
    expect(answer).toContain('I have kept your request');
    expect(await recovered(1)).toEqual(['counted 1']);
  });

  it('of ours is logged with the request that the asker can name', async () => {
    domain.failures.push(new TypeError('undefined is not a function'));
    const request = command('add');
    const answer = said(await talk.handle(request));
    expect(answer).toContain('Something went wrong on my side');
    expect(answer).toContain(`slack:${request.key}`);
    expect(answer).not.toContain('undefined');
    expect(app.errors).toEqual(['a request failed']);
  });

  it('that keeps happening is set aside for a lead, who can have it tried again', async () => {
    domain.failures.push(...Array.from({ length: MAX_ATTEMPTS }, () => new Error('broken')));
    await talk.handle(command('add'));
    const answers: string[] = [];
    for (let minute = 1; minute <= MAX_ATTEMPTS + 2; minute += 1) {
      app.later(1);
      answers.push(...(await recovered(minute)));
    }
    expect(answers).toEqual([expect.stringContaining('could not be carried out')]);
    const [dead] = await deadRequests(app, 10);
    expect(dead).toMatchObject({ failure: 'broken', incoming: { kind: 'command', text: 'add' } });
    await database.change([revive(dead?.requestId ?? '')]);
    await expect(database.change([revive(dead?.requestId ?? '')])).rejects.toThrow('not-dead');
    expect(await recovered(60)).toEqual(['counted 1']);
  });

  it('to keep the request asks for another try, and nothing is done', async () => {
    const broken = {
      ...app,
      database: { ...database, query: () => Promise.reject(new DatabaseUnavailable('x', 0)) },
    };
    const answer = said(await talking(broken, [domain.vocabulary], 'zh').handle(command('add')));
    expect(answer).toContain('请稍后再试');
    expect(domain.counted).toEqual([]);
  });
});

describe('handled()', () => {
  it('lets a change through once, and says nothing of requests that were not kept', async () => {
    const ticket = await talk.conversations.receive(command('add'));
    await database.change([handled(ticket.requestId, START)]);
    await expect(database.change([handled(ticket.requestId, START)])).rejects.toThrow(Conflict);
    await expect(database.change([handled('slack:never-kept', START)])).resolves.toBeDefined();
  });
});
