import { describe, expect, it } from 'vitest';
import { clientOf, refusalOf } from '../support/client.ts';
import { ALL_SCOPES, ANN, BEN, BOT, GENERAL, STAFF, startSlack } from '../support/workspace.ts';

describe('conversations', () => {
  it('open the same direct messages every time', async () => {
    await using slack = await startSlack();
    const client = clientOf(slack);
    const first = await client.conversations.open({ users: ANN });
    const second = await client.conversations.open({ users: ANN, return_im: true });
    expect(second.channel).toMatchObject({ id: first.channel?.id, is_im: true, user: ANN });
  });

  it('cannot be opened with bots, strangers, or people who left', async () => {
    await using slack = await startSlack();
    const client = clientOf(slack);
    slack.control.deactivate(BEN);
    expect(await refusalOf(client.conversations.open({ users: BOT }))).toMatchObject({
      code: 'cannot_dm_bot',
    });
    expect(await refusalOf(client.conversations.open({ users: 'U404' }))).toMatchObject({
      code: 'user_not_found',
    });
    expect(await refusalOf(client.conversations.open({ users: BEN }))).toMatchObject({
      code: 'user_disabled',
    });
  });

  it('are listed by kind, page by page, as far as the bot can see', async () => {
    await using slack = await startSlack();
    const client = clientOf(slack);
    await client.conversations.open({ users: ANN });
    const first = await client.conversations.list({ types: 'public_channel,private_channel,im', limit: 1 });
    const cursor = first.response_metadata?.next_cursor ?? '';
    const second = await client.conversations.list({
      types: 'public_channel,private_channel,im',
      limit: 1,
      cursor,
    });
    expect([...(first.channels ?? []), ...(second.channels ?? [])].map((one) => one.id)).toEqual([
      GENERAL,
      expect.stringMatching(/^D/),
    ]);
    expect(second.response_metadata?.next_cursor).toBe('');
    expect((await client.users.conversations({ user: BEN })).channels).toMatchObject([{ id: GENERAL }]);
    expect((await client.conversations.members({ channel: GENERAL })).members).toEqual([ANN, BEN, BOT]);
  });

  it('hide what the bot is not in, and ask for the scope of their kind', async () => {
    await using slack = await startSlack({
      scopes: ALL_SCOPES.filter((scope) => scope !== 'channels:history'),
    });
    const client = clientOf(slack);
    expect(await refusalOf(client.conversations.info({ channel: STAFF }))).toMatchObject({
      code: 'channel_not_found',
    });
    expect(await refusalOf(client.conversations.history({ channel: GENERAL }))).toMatchObject({
      code: 'missing_scope',
    });
  });

  it('keep replies in their thread', async () => {
    await using slack = await startSlack();
    const client = clientOf(slack);
    const { ts = '' } = await client.chat.postMessage({ channel: GENERAL, text: 'parent' });
    await client.chat.postMessage({ channel: GENERAL, text: 'reply', thread_ts: ts });
    const history = await client.conversations.history({ channel: GENERAL });
    const replies = await client.conversations.replies({ channel: GENERAL, ts });
    expect(history.messages).toMatchObject([{ text: 'parent', reply_count: 1 }]);
    expect(replies.messages).toMatchObject([{ text: 'parent' }, { text: 'reply' }]);
  });
});

describe('people', () => {
  it('carry their zone always and their locale when asked for', async () => {
    await using slack = await startSlack();
    const client = clientOf(slack);
    const plain = await client.users.info({ user: ANN });
    const full = await client.users.info({ user: ANN, include_locale: true });
    expect(plain.user).toMatchObject({ id: ANN, tz: 'Asia/Shanghai' });
    expect(plain.user?.locale).toBeUndefined();
    expect(full.user).toMatchObject({ locale: 'zh-CN' });
    expect(await refusalOf(client.users.info({ user: 'U404' }))).toMatchObject({ code: 'user_not_found' });
    expect((await client.users.list({})).members).toHaveLength(3);
  });

  it('include the bot and its team', async () => {
    await using slack = await startSlack();
    const client = clientOf(slack);
    expect((await client.bots.info({ bot: 'B0BOT' })).bot).toMatchObject({ user_id: BOT });
    expect((await client.team.info()).team).toMatchObject({ domain: 'acme' });
  });
});

describe('reactions', () => {
  it('are added once', async () => {
    await using slack = await startSlack();
    const client = clientOf(slack);
    const { ts = '' } = await client.chat.postMessage({ channel: GENERAL, text: 'x' });
    await client.reactions.add({ channel: GENERAL, timestamp: ts, name: 'eyes' });
    const again = client.reactions.add({ channel: GENERAL, timestamp: ts, name: 'eyes' });
    expect(await refusalOf(again)).toMatchObject({ code: 'already_reacted' });
  });
});
