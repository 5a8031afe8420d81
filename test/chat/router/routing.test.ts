import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/chat/reply.ts';
import { peopleVocabulary } from '../../../src/people/chat/vocabulary.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { person } from '../../people/population.ts';
import { testDatabase } from '../../support/database.ts';
import { account, from, said, type Talk, talking, testApp } from '../talking.ts';
import { tally } from './tally.ts';

let database: Database;
let talk: Talk;
/** Help needs the words of every command, and the tally has none. */
let explained: Talk;
const domain = tally();

beforeAll(async () => {
  database = await testDatabase();
  const app = testApp(database);
  talk = talking(app, [peopleVocabulary, domain.vocabulary]);
  explained = talking(app, [peopleVocabulary]);
  await person(app, { account: account('owner'), role: 'STORE_OWNER', at: 'st_1' });
  await person(app, { account: account('lead'), role: 'STAFF_LEAD', at: 'platform', locale: 'zh' });
});
afterAll(() => database[Symbol.asyncDispose]());

const buttons = (reply: Reply<string> | null): readonly string[] =>
  reply?.kind === 'card' ? (reply.card.actions ?? []).map(({ handle }) => handle) : [];

describe('who somebody is', () => {
  it('decides what they are answered', async () => {
    expect(said(await talk.type('owner', '/tally add'))).toBe('counted 1');
    expect(domain.counted).toEqual(['prn_owner']);
  });

  it('is asked for first: a stranger learns how to get an invitation', async () => {
    for (const answer of [
      await talk.type('stranger', '/tally add'),
      await talk.handle({ ...from('stranger'), kind: 'home' }),
    ]) {
      expect(said(answer)).toContain('/link CODE');
      expect(said(answer)).toContain('invite you');
    }
  });

  it('does not matter for commands that are open to all', async () => {
    expect(said(await talk.type('stranger', '/whoami'))).toContain('stranger');
    expect(said(await explained.type('stranger', '/help'))).toContain('/link [code]');
  });

  it('may be the wrong one: the refusal names the role that is needed', async () => {
    expect(said(await talk.type('owner', '/tally decide'))).toContain('staff lead');
    expect(domain.counted).toEqual(['prn_owner']);
  });

  it('is read anew with every request: a role that was taken away is gone', async () => {
    const app = testApp(database);
    await person(app, { account: account('leaver'), role: 'STORE_OWNER', at: 'st_2' });
    expect(said(await talk.type('leaver', '/staff invite'))).toBe('Invite somebody');
    await database.prisma.membership.deleteMany({ where: { principalId: 'prn_leaver' } });
    expect(said(await talk.type('leaver', '/staff invite'))).toContain('store owner');
  });
});

describe('the language of an answer', () => {
  it.each([
    ['owner', undefined, 'en Asia/Shanghai'],
    ['owner', 'zh-CN', 'zh Asia/Shanghai'],
    ['owner', 'fr-FR', 'en Asia/Shanghai'],
    ['lead', 'en-US', 'zh Asia/Shanghai'],
    ['stranger', 'zh_Hant_TW', 'zh Asia/Shanghai'],
  ])('of %s, whose platform says %s', async (userId, locale, expected) => {
    const answer = await talk.handle({
      ...from(userId, locale),
      kind: 'command',
      area: 'tally',
      text: 'hello',
    });
    expect(said(answer)).toBe(expected);
  });
});

describe('a button', () => {
  it('keeps its id however often its card is drawn, and the ids say nothing', async () => {
    const ids = buttons(await talk.type('owner', '/tally show'));
    expect(ids).toHaveLength(4);
    expect(new Set(ids).size).toBe(3);
    expect(buttons(await talk.type('lead', '/tally show'))).toEqual(ids);
    expect(ids.join()).not.toContain('tally');
  });

  it('does what it stands for', async () => {
    const [add = '', look = ''] = buttons(await talk.type('owner', '/tally show'));
    expect(said(await talk.handle({ ...from('owner'), kind: 'click', handle: look }))).toBe(
      'looked at tally',
    );
    expect(said(await talk.handle({ ...from('lead'), kind: 'click', handle: add }))).toBe('counted 2');
  });

  it('that this record does not know leads to the inbox', async () => {
    const answer = await talk.handle({ ...from('owner'), kind: 'click', handle: 'act_gone' });
    expect(said(answer)).toContain('a card that no longer stands');
    expect(said(answer)).toContain('/inbox');
  });
});

describe('a form', () => {
  const open = async () => {
    const [, , form = ''] = buttons(await talk.type('owner', '/tally show'));
    return talk.handle({ ...from('owner'), kind: 'click', handle: form });
  };

  it('is answered like a click', async () => {
    expect(said(await talk.submit('owner', await open(), {}))).toMatch(/^counted/);
  });

  it('stays open with what is wrong beside its field', async () => {
    const answer = await talk.submit('owner', await open(), { wrong: 'field' });
    expect(answer).toMatchObject({
      kind: 'field-errors',
      errors: { wrong: expect.stringContaining('time of day') },
    });
  });

  it('closes when no typing could mend it', async () => {
    expect(await talk.submit('owner', await open(), { wrong: 'all' })).toMatchObject({ kind: 'closed' });
  });
});

describe('what is typed under a card', () => {
  it('gets the buttons offered, and decides nothing', async () => {
    const before = domain.counted.length;
    expect(said(await talk.handle({ ...from('owner'), kind: 'message', text: '同意' }))).toBe(
      'Use the button, please',
    );
    expect(await talk.handle({ ...from('owner'), kind: 'message', text: 'lunch?' })).toBeNull();
    expect(await talk.handle({ ...from('stranger'), kind: 'message', text: '同意' })).toBeNull();
    expect(domain.counted).toHaveLength(before);
  });

  it('shows the home page with the cards of all domains', async () => {
    expect(said(await talk.handle({ ...from('owner'), kind: 'home' }))).toBe('waiting for you');
  });
});

describe('/help', () => {
  it('shows what the asker may do, and no more', async () => {
    expect(said(await explained.type('lead', '/help'))).toContain('/staff invite');
    expect(said(await explained.type('stranger', '/help'))).not.toContain('/settings');
  });

  it('explains an area, and says which role is missing', async () => {
    const shown = said(await explained.type('stranger', '/help staff'));
    expect(shown).toContain('The store or provider that the person belongs to');
    expect(shown).toContain('Needs the role staff lead, store owner or provider administrator.');
    expect(said(await explained.type('owner', '/help settngs'))).toContain('/help settings');
  });
});
