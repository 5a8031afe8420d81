import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/chat/reply.ts';
import { peopleVocabulary } from '../../src/people/chat/vocabulary.ts';
import { findPerson } from '../../src/people/find-person.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { account, said, type Talk, type TestApp, talking, testApp } from '../chat/talking.ts';
import { testDatabase } from '../support/database.ts';
import { depopulate, organisation, person } from './population.ts';

let database: Database;
let app: TestApp;
let talk: Talk;

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  await depopulate({ database });
  app = testApp(database);
  talk = talking(app, [peopleVocabulary]);
  await person(app, { account: account('lead'), role: 'STAFF_LEAD', at: 'platform' });
  await person(app, { account: account('owner'), role: 'STORE_OWNER', at: 'st_1' });
  await organisation(app, 'prv_1', 'PROVIDER');
});
afterAll(() => database[Symbol.asyncDispose]());

const DAY = 24 * 60;

async function invited(by: string, values: Record<string, string>): Promise<Reply<string> | null> {
  return talk.submit(by, await talk.type(by, '/staff invite'), values);
}

const codeIn = (reply: Reply<string> | null): string => /\/link (\S+)/.exec(said(reply))?.[1] ?? '';

const provider = { role: 'PROVIDER_ADMIN', organisation: 'Name of prv_1', name: 'Wei Lin' };

const membershipsOf = async (userId: string) =>
  (await findPerson(app, account(userId)))?.person.memberships.map(
    (each) => `${each.role}@${each.organisationId}`,
  );

describe('an invitation', () => {
  it('brings somebody in, with one name on record for good', async () => {
    const code = codeIn(await invited('lead', provider));
    expect(code).toMatch(/^\w{4}-\w{4}-\w{4}$/);
    const welcome = said(await talk.type('newcomer', `/link ${code.toLowerCase()}`));
    expect(welcome).toContain('Welcome, Wei Lin');
    expect(await membershipsOf('newcomer')).toEqual(['PROVIDER_ADMIN@prv_1']);
    expect(said(await talk.type('newcomer', '/whoami'))).toContain('provider administrator at Name of prv_1');
  });

  it('is stored as a hash, and leaves its traces on both chains', async () => {
    app.later(365 * DAY);
    const code = codeIn(await invited('lead', provider));
    await talk.type('newcomer', `/link ${code}`);
    const everything = JSON.stringify([
      await database.prisma.invitation.findMany(),
      await database.prisma.incoming.findMany(),
      await database.prisma.auditEvent.findMany(),
    ]);
    expect(everything).not.toContain(code);
    expect(everything).not.toContain(code.replaceAll('-', ''));
    const events = await database.prisma.auditEvent.findMany({
      where: { at: app.clock.now() },
      orderBy: [{ objectType: 'desc' }, { seq: 'asc' }],
    });
    expect(events.map(({ objectType, action }) => `${objectType} ${action}`)).toEqual([
      'provider staff.invite',
      'provider link.join',
      'principal link.account',
    ]);
  });

  it('works once, and for seven days', async () => {
    const [first, second] = [
      codeIn(await invited('lead', provider)),
      codeIn(await invited('lead', provider)),
    ];
    await talk.type('newcomer', `/link ${first}`);
    expect(said(await talk.type('another', `/link ${first}`))).toContain('used already');
    app.later(7 * DAY);
    expect(said(await talk.type('another', `/link ${second}`))).toContain('expired');
    expect(await membershipsOf('another')).toBeUndefined();
  });

  it('adds a membership to somebody who is known already, and is not used up by a member', async () => {
    const code = codeIn(await invited('lead', provider));
    app.later(1);
    expect(said(await talk.type('owner', `/link ${code}`))).toContain('one more role');
    expect(await membershipsOf('owner')).toEqual(['STORE_OWNER@st_1', 'PROVIDER_ADMIN@prv_1']);
    const again = codeIn(await invited('lead', provider));
    expect(said(await talk.type('owner', `/link ${again}`))).toContain(
      'You already are provider administrator',
    );
    expect(said(await talk.type('newcomer', `/link ${again}`))).toContain('Welcome');
  });
});

describe('who may invite whom', () => {
  it('an owner invites members of the own store, and nobody else', async () => {
    const form = await talk.type('owner', '/staff invite');
    expect(form).toMatchObject({
      page: {
        fields: [
          { options: [{ value: 'STORE_OWNER' }, { value: 'STORE_MEMBER' }] },
          { kind: 'choice', initial: 'st_1' },
          { kind: 'text' },
        ],
      },
    });
    const own = { role: 'STORE_MEMBER', organisation: 'st_1', name: 'Mei' };
    expect(codeIn(await invited('owner', own))).not.toBe('');
    await organisation(app, 'st_2', 'STORE');
    expect(said(await invited('owner', { ...own, organisation: 'st_2' }))).toContain('staff lead');
    expect(said(await invited('owner', { ...own, role: 'STAFF_LEAD', organisation: '' }))).toContain(
      'staff lead',
    );
    expect(await database.prisma.invitation.count()).toBe(1);
  });

  it('a lead invites anybody; staff need no organisation', async () => {
    const code = codeIn(await invited('lead', { role: 'STAFF_REVIEWER', organisation: '', name: 'Rui' }));
    await talk.type('newcomer', `/link ${code}`);
    expect(await membershipsOf('newcomer')).toEqual(['STAFF_REVIEWER@platform']);
  });

  it.each([
    [{ role: 'STORE_OWNER' }, 'does not exist at'],
    [{ role: '' }, 'Choose the role'],
    [{ name: '  ' }, '1 to 80 characters'],
    [{ organisation: '' }, 'which store or service provider'],
    [{ organisation: 'nowhere' }, 'no organisation called “nowhere”'],
  ])('%j is refused beside its field, and what was typed is there again', async (wrong, message) => {
    const typed = { ...provider, ...wrong };
    const refused = await invited('lead', typed);
    expect(refused).toMatchObject({ kind: 'field-errors' });
    expect(said(refused)).toContain(message);
    const reopened = await talk.type('lead', '/staff invite');
    expect(reopened).toMatchObject({
      page: { fields: [{}, { initial: typed.organisation }, { initial: typed.name.trim() }] },
    });
  });

  it('guesses what a slip of the keyboard meant, and asks', async () => {
    const refused = said(await invited('lead', { ...provider, organisation: 'Nmae of prv_1' }));
    expect(refused).toContain('If you meant one of these');
    expect(refused).toContain('Name of prv_1 (prv_1)');
  });

  it('asks back when a name could be several organisations', async () => {
    await organisation(app, 'prv_2', 'PROVIDER');
    expect(said(await invited('lead', { ...provider, organisation: 'name of prv' }))).toContain('(prv_2)');
  });
});

describe('guessing', () => {
  const guess = () => talk.type('guesser', '/link 2222-2222-2222');

  it('is locked after ten tries within an hour, and opens again', async () => {
    const code = codeIn(await invited('lead', provider));
    for (let left = 9; left >= 1; left -= 1) {
      expect(said(await guess())).toContain(`Tries left within this hour: ${left}.`);
      app.later(1);
    }
    expect(said(await guess())).toContain('You can try again from 2026-05-04T03:00:00.000Z');
    expect(said(await talk.type('guesser', `/link ${code}`))).toContain('You can try again');
    expect(said(await talk.type('newcomer', '/link 2222-2222-2222'))).toContain('left within this hour: 9');
    app.later(51);
    expect(said(await talk.type('guesser', `/link ${code}`))).toContain('Welcome');
  });

  it('is not made faster by guessing all at once', async () => {
    const answers = await Promise.all(Array.from({ length: 25 }, guess));
    const locked = answers.filter((answer) => said(answer).includes('You can try again'));
    expect(locked.length).toBeGreaterThanOrEqual(15);
    expect(await database.prisma.linkFailure.count()).toBe(10);
  });
});
