import type { KnownBlock } from '@slack/types';
import { describe, expect, it } from 'vitest';
import { clientOf, refusalOf } from '../support/client.ts';
import { ANN, aManifest, BEN, BOT, GENERAL, STAFF, startSlack } from '../support/workspace.ts';

const tooLong: KnownBlock = { type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3_001) } };
const long: KnownBlock = { type: 'section', text: { type: 'mrkdwn', text: 'x'.repeat(3_000) } };

describe('chat.postMessage', () => {
  it('posts to a channel, a thread, and a person', async () => {
    await using slack = await startSlack();
    const client = clientOf(slack);
    const { ts } = await client.chat.postMessage({ channel: GENERAL, text: 'parent' });
    const reply = await client.chat.postMessage({ channel: GENERAL, text: 'reply', thread_ts: ts ?? '' });
    const direct = await client.chat.postMessage({ channel: ANN, text: 'psst' });
    expect(reply.message).toMatchObject({ thread_ts: ts });
    expect(direct.channel).toMatch(/^D/);
    expect(slack.control.person(BEN).sees()).toBe(['parent', 'reply', ''].join('\n'));
  });

  it('fills in ids and defaults, and keeps metadata', async () => {
    await using slack = await startSlack();
    const client = clientOf(slack);
    const metadata = { event_type: 'card', event_payload: { id: 'CR-1' } };
    const blocks: KnownBlock[] = [{ type: 'section', text: { type: 'plain_text', text: 'x' } }];
    const { message } = await client.chat.postMessage({ channel: GENERAL, text: 'x', blocks, metadata });
    expect(message?.blocks?.[0]).toMatchObject({ block_id: expect.any(String), text: { emoji: true } });
    const plain = await client.conversations.history({ channel: GENERAL });
    const full = await client.conversations.history({ channel: GENERAL, include_all_metadata: true });
    expect(plain.messages?.[0]?.metadata).toBeUndefined();
    expect(full.messages?.[0]?.metadata).toEqual(metadata);
  });

  it.each([
    ['nothing to say', { channel: GENERAL, text: '' }, 'no_text'],
    ['40001 characters', { channel: GENERAL, text: 'x'.repeat(40_001) }, 'msg_too_long'],
    ['a channel that does not exist', { channel: 'C404', text: 'x' }, 'channel_not_found'],
    ['a private channel that it is not in', { channel: STAFF, text: 'x' }, 'channel_not_found'],
    ['itself', { channel: BOT, text: 'x' }, 'cannot_dm_bot'],
    [
      'a thread that does not exist',
      { channel: GENERAL, text: 'x', thread_ts: '1.000001' },
      'thread_not_found',
    ],
    [
      'blocks with too much text in all',
      { channel: GENERAL, text: 'x', blocks: Array.from({ length: 5 }, () => long) },
      'msg_blocks_too_long',
    ],
    [
      'metadata without a payload',
      { channel: GENERAL, text: 'x', metadata: { event_type: 'a' } },
      'invalid_metadata_schema',
    ],
    ['blocks that are no list', { channel: GENERAL, text: 'x', blocks: '{}' }, 'invalid_blocks_format'],
  ])('refuses %s', async (_what, args, code) => {
    await using slack = await startSlack();
    expect(await refusalOf(clientOf(slack).apiCall('chat.postMessage', args))).toMatchObject({ code });
  });

  it('explains invalid blocks with a pointer', async () => {
    await using slack = await startSlack();
    const call = clientOf(slack).chat.postMessage({ channel: GENERAL, text: 'x', blocks: [tooLong] });
    expect(await refusalOf(call)).toEqual({
      code: 'invalid_blocks',
      messages: ['[ERROR] must be less than 3001 characters [json-pointer:/blocks/0/text/text]'],
    });
  });

  it('refuses channels that it left, that are archived, and a closed messages tab', async () => {
    await using slack = await startSlack({
      manifest: { ...aManifest(), features: { app_home: { home_tab_enabled: true } } },
    });
    const client = clientOf(slack);
    expect(await refusalOf(client.chat.postMessage({ channel: ANN, text: 'x' }))).toMatchObject({
      code: 'messages_tab_disabled',
    });
    slack.control.leave(GENERAL, BOT);
    expect(await refusalOf(client.chat.postMessage({ channel: GENERAL, text: 'x' }))).toMatchObject({
      code: 'not_in_channel',
    });
    slack.control.archive(GENERAL);
    expect(await refusalOf(client.chat.postMessage({ channel: GENERAL, text: 'x' }))).toMatchObject({
      code: 'is_archived',
    });
  });
});

describe('chat.update and chat.delete', () => {
  it('keep the blocks when only the text is new, and take them away when asked', async () => {
    await using slack = await startSlack();
    const client = clientOf(slack);
    const { ts = '' } = await client.chat.postMessage({
      channel: GENERAL,
      text: 'x',
      blocks: [{ type: 'divider' }],
    });
    const kept = await client.chat.update({ channel: GENERAL, ts, text: 'y' });
    expect(kept.message).toMatchObject({ blocks: [{ type: 'divider' }], edited: { user: BOT } });
    const bare = await client.chat.update({ channel: GENERAL, ts, text: 'z', blocks: [] });
    expect(bare.message?.blocks).toBeUndefined();
  });

  it("touch only the bot's own messages that are there", async () => {
    await using slack = await startSlack();
    const client = clientOf(slack);
    const ts = slack.control.person(ANN).say('mine', { channel: GENERAL });
    expect(await refusalOf(client.chat.update({ channel: GENERAL, ts, text: 'y' }))).toMatchObject({
      code: 'cant_update_message',
    });
    expect(await refusalOf(client.chat.delete({ channel: GENERAL, ts }))).toMatchObject({
      code: 'cant_delete_message',
    });
    expect(
      await refusalOf(client.chat.update({ channel: GENERAL, ts: '1.000001', text: 'y' })),
    ).toMatchObject({ code: 'message_not_found' });
  });

  it('count an updated text in bytes, up to 4000', async () => {
    await using slack = await startSlack();
    const client = clientOf(slack);
    const { ts = '' } = await client.chat.postMessage({ channel: GENERAL, text: 'x' });
    await client.chat.update({ channel: GENERAL, ts, text: '报'.repeat(1_333) });
    const call = client.chat.update({ channel: GENERAL, ts, text: '报'.repeat(1_334) });
    expect(await refusalOf(call)).toMatchObject({ code: 'msg_too_long' });
  });
});

describe('chat.postEphemeral', () => {
  it('is seen by one person, who must be there', async () => {
    await using slack = await startSlack();
    const client = clientOf(slack);
    await client.chat.postEphemeral({ channel: GENERAL, user: ANN, text: 'only you' });
    expect(slack.control.person(ANN).sees()).toContain('only you');
    expect(slack.control.person(BEN).sees()).not.toContain('only you');
    const history = await client.conversations.history({ channel: GENERAL });
    expect(history.messages).toEqual([]);
    const call = client.chat.postEphemeral({ channel: GENERAL, user: 'U404', text: 'x' });
    expect(await refusalOf(call)).toMatchObject({ code: 'user_not_in_channel' });
  });
});
