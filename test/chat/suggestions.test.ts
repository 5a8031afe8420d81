import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { seedOrganisations } from '../../simulator/demo/seed/organisations.ts';
import { refreshSearch } from '../../src/directory/actions/refresh-search.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { VOCABULARIES } from '../../src/vocabularies.ts';
import { testDatabase } from '../support/database.ts';
import { START, type Talk, talking, testApp } from './talking.ts';

let database: Database;
let talk: Talk;

beforeAll(async () => {
  database = await testDatabase();
  await seedOrganisations(database.prisma, START);
  const app = testApp(database);
  await refreshSearch(app);
  talk = talking(app, VOCABULARIES);
});
afterAll(() => database[Symbol.asyncDispose]());

async function suggested(
  principal: string,
  line: { area: string; verb: string; option: string; typed: string },
) {
  const account = await database.prisma.chatAccount.findFirstOrThrow({ where: { principalId: principal } });
  const { platform, workspace, userId } = account;
  if (platform !== 'slack') throw new Error('the cast is on Slack');
  const found = await talk.conversations.suggest({ account: { platform, workspace, userId }, ...line });
  return found.map(({ label }) => label);
}

const provider = (typed: string) => ({ area: 'report', verb: 'new', option: 'provider', typed });
const state = (typed: string) => ({ area: 'report', verb: 'list', option: 'state', typed });

describe('while an option is typed', () => {
  it('a provider is found by a part of its name', async () => {
    expect(await suggested('pr_olivia', provider('远帆'))).toEqual([expect.stringContaining('远帆')]);
  });

  it('one’s own organisation comes before anything is typed', async () => {
    const items = { area: 'provider', verb: 'items', option: 'provider', typed: '' };
    expect(await suggested('pr_linxiao', items)).toEqual([expect.stringContaining('远帆')]);
  });

  it('a choice is found by a part of it', async () => {
    expect(await suggested('pr_olivia', state('review'))).toEqual(['STAFF_REVIEW']);
  });

  it('staff find their colleagues, and nobody else', async () => {
    const names = await suggested('pr_zhaomin', {
      area: 'staff',
      verb: 'assign',
      option: 'person',
      typed: '',
    });
    expect(names.length).toBeGreaterThan(0);
    expect(names.join()).not.toContain('Olivia');
  });

  it.each([
    [
      'a command that is not theirs',
      'pr_olivia',
      { area: 'staff', verb: 'assign', option: 'person', typed: '' },
    ],
    [
      'a command that there is not',
      'pr_olivia',
      { area: 'report', verb: 'burn', option: 'report', typed: '' },
    ],
    [
      'an option that there is not',
      'pr_olivia',
      { area: 'report', verb: 'show', option: 'colour', typed: '' },
    ],
  ])('nothing is offered for %s', async (_what, who, line) => {
    expect(await suggested(who, line)).toEqual([]);
  });

  it('nothing is offered to somebody whom the record does not know', async () => {
    const account = { platform: 'discord', workspace: '', userId: '1' } as const;
    expect(await talk.conversations.suggest({ account, ...provider('远帆') })).toEqual([]);
  });
});
