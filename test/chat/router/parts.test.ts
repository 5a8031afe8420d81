import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FormHandler, Vocabulary } from '../../../src/chat/conversation.ts';
import type { FormPage, FormValues } from '../../../src/chat/form.ts';
import type { Incoming } from '../../../src/chat/incoming.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { moment } from '../../../src/chat/text.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { refuse } from '../../../src/result.ts';
import { depopulate, person } from '../../people/population.ts';
import { testDatabase } from '../../support/database.ts';
import { account, from, START, said, type Talk, type TestApp, talking, testApp } from '../talking.ts';

let database: Database;
let app: TestApp;
let talk: Talk;
let sent: FormValues[];

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  await depopulate({ database });
  await database.prisma.openPage.deleteMany();
  app = testApp(database);
  sent = [];
  talk = talking(app, [survey()]);
  await person(app, { account: account('owner'), role: 'STORE_OWNER', at: 'st_1' });
  await person(app, { account: account('other'), role: 'STORE_OWNER', at: 'st_2' });
});
afterAll(() => database[Symbol.asyncDispose]());

const OPTIONS = ['a', 'b', 'c'].map((value) => ({ value, label: value }));

const page: FormPage = {
  form: 'survey.form',
  page: 'only',
  target: { action: 'survey.open', subject: 's', revision: 0, stateSeq: 0 },
  title: 'A long page',
  intro: ['Until ', moment(START)],
  fields: [
    { kind: 'text', name: 'first', label: 'First' },
    { kind: 'text', name: 'second', label: 'Second', initial: 'as on record' },
    { kind: 'choice', name: 'one', label: 'One', options: OPTIONS, initial: 'a' },
    { kind: 'choices', name: 'some', label: 'Some', options: OPTIONS },
  ],
  submitLabel: 'Send',
  closeLabel: 'Close',
};

function survey(): Vocabulary {
  const form: FormHandler = {
    form: 'survey.form',
    run: async (_talk, { values }) => {
      sent.push(values);
      if (values.second === 'wrong') return refuse('accounts.not-a-time', { typed: 'wrong' }, 'second');
      return { kind: 'closed', card: { tone: 'good', title: 'Thank you' } };
    },
  };
  return {
    commands: [
      {
        area: 'survey',
        verb: '',
        options: [],
        who: 'report.list',
        effect: 'read',
        run: async () => ({ kind: 'form', page }),
      },
    ],
    clicks: [],
    forms: [form],
  };
}

type Move = Extract<Incoming, { kind: 'form' }>['move'];
const inParts = { inParts: true } as const;

const open = (user = 'owner') =>
  talk.handle({ ...from(user), ...inParts, kind: 'command', area: 'survey', text: '' });

function shown(reply: Reply<string> | null): FormPage<string> {
  if (reply?.kind !== 'form') throw new Error(`no form: ${said(reply)}`);
  return reply.page;
}

const part = (opened: FormPage<string>, values: FormValues, { move = 'keep' as Move, user = 'owner' } = {}) =>
  talk.handle({
    ...from(user),
    ...inParts,
    kind: 'form',
    form: opened.form,
    page: opened.page,
    handle: opened.target,
    values,
    move,
  });

const initials = ({ fields }: FormPage<string>) =>
  Object.fromEntries(fields.flatMap((field) => ('initial' in field ? [[field.name, field.initial]] : [])));

describe('a page that comes in parts', () => {
  it('is kept part by part, and judged whole when the last one comes', async () => {
    const opened = shown(await open());
    await part(opened, { first: 'one' });
    expect(sent).toEqual([]);
    expect(said(await part(opened, { second: 'two' }, { move: 'submit' }))).toBe('Thank you');
    expect(sent).toEqual([{ first: 'one', second: 'two' }]);
    expect(await database.prisma.openPage.count()).toBe(0);
  });

  it('is judged as it stands when its rest is not looked at', async () => {
    const opened = shown(await open());
    await part(opened, { first: 'one' });
    expect(said(await part(opened, {}, { move: 'finish' }))).toBe('Thank you');
    expect(sent).toEqual([{ first: 'one', second: 'as on record', one: 'a', some: [] }]);
  });

  it('is sent once by whoever presses twice', async () => {
    const opened = shown(await open());
    await part(opened, { first: 'one' });
    await part(opened, {}, { move: 'finish' });
    expect(await part(opened, {}, { move: 'finish' })).toMatchObject({ kind: 'card' });
    expect(sent).toHaveLength(1);
  });

  it('comes back filled in after each part, with its instants', async () => {
    const opened = shown(await open());
    const again = shown(await part(opened, { first: 'one', second: '' }));
    expect(initials(again)).toMatchObject({ first: 'one', second: '', one: 'a' });
    expect(again.intro).toEqual(page.intro);
    expect(initials(shown(await part(opened, {})))).toEqual(initials(again));
  });

  it('reopens filled in on any platform after it was left half way', async () => {
    await part(shown(await open()), { first: 'one' });
    const elsewhere = await talk.type('owner', '/survey');
    expect(initials(shown(elsewhere))).toMatchObject({ first: 'one', second: 'as on record' });
  });

  it('comes back with the complaint, everything typed in its place', async () => {
    const opened = shown(await open());
    await part(opened, { first: 'one' });
    const refused = await part(opened, { second: 'wrong' }, { move: 'submit' });
    if (refused?.kind !== 'field-errors' || !refused.page) throw new Error(said(refused));
    expect(Object.keys(refused.errors)).toEqual(['second']);
    expect(initials(refused.page)).toMatchObject({ first: 'one', second: 'wrong' });
    await part(opened, { second: 'right' });
    await part(opened, {}, { move: 'submit' });
    expect(sent.at(-1)).toEqual({ first: 'one', second: 'right' });
  });

  it('is its owner’s alone', async () => {
    const opened = shown(await open());
    await part(opened, { first: 'mine' });
    expect(await part(opened, { first: 'theirs' }, { user: 'other' })).toMatchObject({ kind: 'card' });
    expect(initials(shown(await part(opened, {})))).toMatchObject({ first: 'mine' });
  });

  it('keeps nothing that looks like a password, and hands it to the form to refuse', async () => {
    const opened = shown(await open());
    await part(opened, { first: 'password: hunter22' });
    expect(JSON.stringify(await database.prisma.openPage.findMany())).not.toContain('hunter22');
    await part(opened, { second: 'password: hunter22' }, { move: 'submit' });
    expect(sent.at(-1)).toMatchObject({ second: 'password: hunter22' });
  });

  it.each([
    ['chosen in the second of two menus', { one: '', 'one#1': 'c' }, 'c'],
    ['chosen in none of them stays as it was', { one: '', 'one#1': '' }, 'a'],
  ])('takes a choice that needed two menus together: %s', async (_how, values, expected) => {
    await part(shown(await open()), values, { move: 'submit' });
    expect(sent).toEqual([{ one: expected }]);
  });

  it('takes several choices from several menus together', async () => {
    const opened = shown(await open());
    await part(opened, { some: ['a'] });
    await part(opened, { 'some#1': ['b', 'c'] }, { move: 'submit' });
    expect(sent).toEqual([{ some: ['a', 'b', 'c'] }]);
  });

  it('is forgotten a month later', async () => {
    await part(shown(await open()), { first: 'one' });
    app.later(31 * 24 * 60);
    await talk.conversations.recover({ olderThan: START, answer: async () => {} });
    expect(await database.prisma.openPage.count()).toBe(0);
  });
});
