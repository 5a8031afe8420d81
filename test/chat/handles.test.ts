import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Card, HandleSpec } from '../../src/chat/card.ts';
import { issueHandles, issueReply, resolveHandle } from '../../src/chat/handles.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { bothDatabases, testDatabase } from '../support/database.ts';
import { testApp } from './talking.ts';

const spec = (stateSeq: number, data?: string): HandleSpec => ({
  action: 'report.confirm',
  subject: 'CR-2026-000123',
  revision: 2,
  stateSeq,
  ...(data === undefined ? {} : { data }),
});

const card = (...specs: readonly HandleSpec[]): Card => ({
  tone: 'waiting',
  title: 'Confirm?',
  actions: specs.map((handle) => ({ label: 'Yes', tone: 'primary', handle })),
});

const idsOf = (cards: Awaited<ReturnType<typeof issueHandles>>): readonly string[] =>
  cards.flatMap(({ actions }) => (actions ?? []).map(({ handle }) => handle));

describe.each(await bothDatabases())('buttons on $name', ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  it('get opaque ids that stand for what they were, and the same ones again', async () => {
    const app = testApp(database);
    const first = idsOf(await issueHandles(app, [card(spec(7), spec(8)), card(spec(7), spec(7, 'page 2'))]));
    expect(first).toHaveLength(4);
    expect(new Set(first).size).toBe(3);
    expect(await Promise.all(first.map((id) => resolveHandle(app, id)))).toEqual([
      spec(7),
      spec(8),
      spec(7),
      spec(7, 'page 2'),
    ]);
    expect(idsOf(await issueHandles(app, [card(spec(8), spec(7))]))).toEqual([first[1], first[0]]);
  });

  it('are issued for the same card to many readers at once', async () => {
    const app = testApp(database);
    const before = await database.prisma.actionHandle.count();
    const cards = [card(spec(1), spec(2), spec(3)), card(spec(3), spec(2), spec(1))];
    const rounds = await Promise.all(Array.from({ length: 20 }, () => issueHandles(app, cards)));
    expect(new Set(rounds.map((round) => idsOf(round).join())).size).toBe(1);
    expect((await database.prisma.actionHandle.count()) - before).toBe(3);
  });
});

describe('a reply', () => {
  it('gets ids wherever it carries a handle, and asks for none where it has none', async () => {
    await using database = await testDatabase();
    const app = testApp(database);
    const form = {
      form: 'f',
      page: 'p',
      target: spec(1),
      title: '',
      fields: [],
      submitLabel: '',
      closeLabel: '',
    };
    const opened = await issueReply(app, { kind: 'form', page: form });
    expect(await resolveHandle(app, opened.kind === 'form' ? opened.page.target : '')).toEqual(spec(1));
    const nothing = { ...app, database: { ...database, query: () => Promise.reject(new Error('asked')) } };
    expect(await issueReply(nothing, { kind: 'closed' })).toEqual({ kind: 'closed' });
    expect(await resolveHandle(app, 'act_unknown')).toBeNull();
  });
});
