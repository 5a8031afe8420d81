import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Incoming } from '../../../src/chat/incoming.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { KEY_MODES, newKey } from '../../../src/services/access/key.ts';
import { person } from '../../people/population.ts';
import { testDatabase } from '../../support/database.ts';
import { account, from, said, type Talk, talking, testApp } from '../talking.ts';
import { type Tally, tally } from './tally.ts';

const KEY = newKey('LIVE');
const WEBHOOK_SECRET = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';

let database: Database;
let domain: Tally;
let talk: Talk;

beforeAll(async () => {
  database = await testDatabase();
  const app = testApp(database);
  domain = tally();
  talk = talking(app, [domain.vocabulary]);
  await person(app, { account: account('owner'), role: 'STORE_OWNER', at: 'st_1' });
  await person(app, { account: account('lead'), role: 'STAFF_LEAD', at: 'platform', locale: 'zh' });
});
afterAll(() => database[Symbol.asyncDispose]());

const typedBy = (user: string) => ({
  command: (text: string): Incoming => ({ ...from(user), kind: 'command', area: 'tally', text }),
  message: (text: string): Incoming => ({ ...from(user), kind: 'message', text }),
});
const OWNER = typedBy('owner');

/** Everything that was kept of what anybody typed. */
async function kept(): Promise<string> {
  const [row] = await database.query<{ all: string | null }>(Prisma.sql`
    SELECT concat((SELECT string_agg(i::text, '') FROM incoming i), (SELECT string_agg(d::text, '') FROM form_draft d),
      (SELECT string_agg(o::text, '') FROM open_page o)) AS all`);
  return row?.all ?? '';
}

describe('an API key that somebody types', () => {
  it.each<[string, Incoming]>([
    ['in a command', OWNER.command(`add ${KEY}`)],
    [
      'in an option',
      { ...from('owner'), kind: 'command-options', area: 'tally', verb: 'add', options: { x: KEY } },
    ],
    ['in a message', OWNER.message(`here: ${KEY}, use it`)],
    [
      'in full width',
      OWNER.message([...KEY].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('')),
    ],
    ['cut short', OWNER.message(KEY.slice(0, 30))],
    ['of a webhook', OWNER.message(WEBHOOK_SECRET)],
    ['as a stranger', typedBy('stranger').message(KEY)],
  ])('%s is refused, its author is warned, and nothing of it is kept', async (_where, incoming) => {
    const answer = said(await talk.handle(incoming));
    expect(answer).toContain('contains an API key');
    expect(answer).toContain('/service keys');
    expect(answer).not.toContain('bb_');
    expect(domain.counted).toEqual([]);
    expect(await kept()).not.toMatch(/bb_|whsec_/);
  });

  it.each(['submit', 'keep', 'back'] as const)(
    'into a form (%s) is marked beside its input, and no draft holds it',
    async (move) => {
      const opened = await talk.type('owner', '/tally show');
      const handle = opened?.kind === 'card' ? (opened.card.actions?.[2]?.handle ?? '') : '';
      const values = { fine: 'ok', note: `my key is ${KEY}` };
      const form = { kind: 'form', form: 'tally.form', page: 'only', handle, values, move } as const;
      const reply = await talk.handle({ ...from('owner'), ...form });
      expect(reply).toMatchObject({
        kind: 'field-errors',
        errors: { note: expect.stringContaining('API key') },
      });
      expect(Object.keys(reply?.kind === 'field-errors' ? reply.errors : {})).toEqual(['note']);
      expect(await kept()).not.toContain('bb_');
    },
  );

  it('is warned of in the author’s own language', async () => {
    expect(said(await talk.handle(typedBy('lead').message(KEY)))).toContain('密钥');
  });

  it('finds nothing while it is typed as an option', async () => {
    const query = { account: account('owner'), area: 'report', verb: 'show', option: 'report', typed: KEY };
    expect(await talk.conversations.suggest(query)).toEqual([]);
  });

  it.each(KEY_MODES.map((mode) => [mode, newKey(mode)]))(
    'is recognised in the mode %s',
    async (_mode, key) => {
      expect(await talk.conversations.receive(OWNER.message(key))).toMatchObject({
        kind: 'withheld',
        incoming: { text: '' },
      });
    },
  );

  it.each(['bb_live_…', 'the prefix bb_test_', 'abb_live', 'whsec_ is the beginning'])(
    'is not seen in “%s”',
    async (text) => {
      expect(await talk.conversations.receive(OWNER.message(text))).toMatchObject({ kind: 'accepted' });
    },
  );
});
