import { describe, expect, it } from 'vitest';
import { ANN, BEN, GENERAL, MovableClock, startDiscord } from '../support/guild.ts';
import { type Returned, rest } from '../support/rest.ts';

const POST = `POST /channels/${GENERAL}/messages` as const;

describe('a message', () => {
  it('comes back as Discord describes it, and is what people see', async () => {
    await using discord = await startDiscord();
    const { status, body } = await rest(discord, POST, { body: { content: 'hello **world**' } });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      type: 0,
      channel_id: GENERAL,
      content: 'hello **world**',
      author: { bot: true, username: 'pinger' },
      edited_timestamp: null,
      timestamp: '2026-05-06T02:00:00.000000+00:00',
    });
    expect(discord.control.person(ANN).sees(GENERAL).trim()).toBe('hello world');
  });

  it('is posted once for one nonce, for some minutes', async () => {
    const clock = new MovableClock();
    await using discord = await startDiscord({ clock });
    const body = { content: 'once', nonce: 'delivery-1', enforce_nonce: true };
    const first = await rest(discord, POST, { body });
    const again = await rest(discord, POST, { body });
    expect(again.body.id).toBe(first.body.id);
    clock.advance(6 * 60_000);
    const later = await rest(discord, POST, { body });
    expect(later.body.id).not.toBe(first.body.id);
    expect(discord.control.person(ANN).messages(GENERAL)).toHaveLength(2);
  });

  it('is posted again for the same nonce when nobody asked for it to be unique', async () => {
    await using discord = await startDiscord();
    for (const _ of [1, 2]) await rest(discord, POST, { body: { content: 'twice', nonce: 'n' } });
    expect(discord.control.person(ANN).messages(GENERAL)).toHaveLength(2);
  });

  it('keeps its files until an edit leaves them out', async () => {
    await using discord = await startDiscord();
    const posted = await rest(discord, POST, {
      body: { content: 'two', attachments: [{ id: '0', description: 'the first' }] },
      files: { 'a.txt': 'aaa', 'b.txt': 'bb' },
    });
    const [first, second] = posted.body.attachments;
    if (!first || !second) throw new Error('files are missing');
    expect(first).toMatchObject({ filename: 'a.txt', size: 3, description: 'the first' });
    expect(await (await fetch(second.url)).text()).toBe('bb');
    const one = `/channels/${GENERAL}/messages/${posted.body.id}` as const;
    const kept = await rest(discord, `PATCH ${one}`, { body: { content: 'still two' } });
    expect(kept.body.attachments).toHaveLength(2);
    const edited = await rest(discord, `PATCH ${one}`, {
      body: { attachments: [{ id: second.id }] },
      files: { 'c.txt': 'c' },
    });
    expect(edited.body.attachments.map(({ filename }) => filename)).toEqual(['b.txt', 'c.txt']);
  });

  it('serves its files only by a signed address that is not too old', async () => {
    const wireClock = new MovableClock();
    await using discord = await startDiscord({ wireClock });
    const posted = await rest(discord, POST, { body: {}, files: { 'a.txt': 'aaa' } });
    const url = posted.body.attachments[0]?.url ?? '';
    expect((await fetch(url)).status).toBe(200);
    expect((await fetch(url.replace(/hm=\w+/, 'hm=0'))).status).toBe(404);
    wireClock.advance(25 * 60 * 60_000);
    expect((await fetch(url)).status).toBe(404);
    expect(discord.control.violations.map(({ code }) => code)).toEqual(['unknown_file', 'expired_url']);
  });

  it('is listed newest first, in pages', async () => {
    await using discord = await startDiscord();
    const ids: string[] = [];
    for (const content of ['1', '2', '3', '4'])
      ids.push((await rest(discord, POST, { body: { content } })).body.id);
    const list = async (query: string) => {
      const { body } = await rest<readonly Returned[]>(discord, `GET /channels/${GENERAL}/messages?${query}`);
      return body.map(({ content }) => content);
    };
    expect(await list('')).toEqual(['4', '3', '2', '1']);
    expect(await list(`limit=2&before=${ids[3]}`)).toEqual(['3', '2']);
    expect(await list(`limit=2&after=${ids[0]}`)).toEqual(['3', '2']);
  });

  it('answers another, whether or not that one still stands', async () => {
    await using discord = await startDiscord();
    const first = discord.control.person(ANN).say('a question', { channel: GENERAL });
    const reply = { message_id: first };
    const answered = await rest(discord, POST, { body: { content: 'an answer', message_reference: reply } });
    expect(answered.body).toMatchObject({ type: 19, referenced_message: { content: 'a question' } });
    discord.control.circumstances.deleteMessage(GENERAL, first);
    const strict = await rest(discord, POST, { body: { content: 'late', message_reference: reply } });
    expect(strict.body).toMatchObject({ code: 50035 });
    const lenient = { ...reply, fail_if_not_exists: false };
    const loose = await rest(discord, POST, { body: { content: 'late', message_reference: lenient } });
    expect(loose.body).toMatchObject({ type: 0 });
  });

  it.each([
    ['everybody it names, left alone', undefined, [ANN, BEN]],
    ['nobody when told so', { parse: [] }, []],
    ['only those who are listed', { users: [BEN] }, [BEN]],
  ])('pings %s', async (_whom, allowed, pinged) => {
    await using discord = await startDiscord();
    await rest(discord, POST, {
      body: {
        content: `<@${ANN}> <@${BEN}> and \`<@1>\``,
        ...(allowed ? { allowed_mentions: allowed } : {}),
      },
    });
    const ann = discord.control.person(ANN);
    const [message] = ann.messages(GENERAL);
    expect(message && ann.read(message).pings).toEqual(pinged);
  });
});

describe('a message that is not possible', () => {
  it.each([
    ['an empty one', { content: '' }, 50006],
    ['words beyond 2000', { content: 'x'.repeat(2_001) }, 50035],
    ['an unknown button style', row({ type: 2, style: 9, custom_id: 'a', label: 'a' }), 50035],
    ['a custom_id beyond 100', row({ type: 2, style: 1, custom_id: 'x'.repeat(101), label: 'a' }), 50035],
    ['an ephemeral one outside an interaction', { content: 'a', flags: 64 }, 50035],
  ])('%s is refused and is a violation', async (_what, body, code) => {
    await using discord = await startDiscord();
    const answer = await rest(discord, POST, { body });
    expect(answer).toMatchObject({ status: 400, body: { code } });
    expect(discord.control.violations).toMatchObject([{ where: 'createMessage', code: String(code) }]);
    expect(discord.control.person(ANN).messages(GENERAL)).toEqual([]);
  });

  it('is refused with the place and the reason, as Discord nests them', async () => {
    await using discord = await startDiscord();
    const { body } = await rest(discord, POST, { body: row({ type: 2, style: 1, label: 'no id' }) });
    expect(body).toEqual({
      code: 50035,
      message: 'Invalid Form Body',
      errors: {
        components: {
          0: {
            components: {
              0: {
                custom_id: { _errors: [{ code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }] },
              },
            },
          },
        },
      },
    });
  });

  it.each([
    ['words that are no JSON', `POST /channels/${GENERAL}/messages`, '{', 400, 50109],
    ['a channel that never was', 'POST /channels/42/messages', { content: 'a' }, 404, 10003],
    ['a message that never was', `PATCH /channels/${GENERAL}/messages/42`, { content: 'a' }, 404, 10008],
    ['a route that is not there', 'GET /nowhere', undefined, 404, 0],
  ] as const)('%s', async (_what, line, body, status, code) => {
    await using discord = await startDiscord();
    expect(await rest(discord, line, { body })).toMatchObject({ status, body: { code } });
    expect(discord.control.violations).toHaveLength(1);
  });

  it('a wrong token', async () => {
    await using discord = await startDiscord();
    expect(await rest(discord, 'GET /users/@me', { token: 'wrong' })).toMatchObject({ status: 401 });
  });

  it('an edit of what somebody else wrote', async () => {
    await using discord = await startDiscord();
    const id = discord.control.person(ANN).say('mine', { channel: GENERAL });
    const answer = await rest(discord, `PATCH /channels/${GENERAL}/messages/${id}`, {
      body: { content: 'yours' },
    });
    expect(answer).toMatchObject({ status: 403, body: { code: 50005 } });
  });

  it('carries a field that Discord does not know: sent, and written down', async () => {
    await using discord = await startDiscord();
    const body = { content: 'a', colour: 'red', embeds: [{ title: 't', tone: 'warm' }] };
    expect(await rest(discord, POST, { body })).toMatchObject({ status: 200 });
    expect(discord.control.violations).toMatchObject([
      { code: 'unknown_field', details: ['colour', 'embeds[0].tone'] },
    ]);
  });
});

function row(component: object) {
  return { content: 'a', components: [{ type: 1, components: [component] }] };
}
