import { describe, expect, it } from 'vitest';
import type { SeedGuild } from '../../../../simulator/discord/options.ts';
import type { RunningDiscord } from '../../../../simulator/discord/start.ts';
import { ANN, GENERAL, GUILD, STAFF, startDiscord } from '../support/guild.ts';
import { rest } from '../support/rest.ts';

type Channel = (discord: RunningDiscord) => Promise<string> | string;

const direct: Channel = async (discord) =>
  (await rest(discord, 'POST /users/@me/channels', { body: { recipient_id: ANN } })).body.id;
const general: Channel = () => GENERAL;

describe('what an app could not know is refused, and is no violation', () => {
  it.each<[string, Channel, (discord: RunningDiscord) => void, number]>([
    [
      'a person who takes no messages',
      direct,
      ({ control }) => control.circumstances.blockDirect(ANN),
      50007,
    ],
    ['a person who has left', direct, ({ control }) => control.circumstances.leave(GUILD, ANN), 50007],
    [
      'a channel that was deleted',
      general,
      ({ control }) => control.circumstances.deleteChannel(GENERAL),
      10003,
    ],
    [
      'writing that was withheld',
      general,
      ({ control }) => control.circumstances.withhold(GENERAL, ['SEND_MESSAGES']),
      50013,
    ],
    [
      'a channel that was hidden',
      general,
      ({ control }) => control.circumstances.withhold(GENERAL, ['VIEW_CHANNEL']),
      50001,
    ],
    [
      'a guild that threw the app out',
      general,
      ({ control }) => control.circumstances.removeApp(GUILD),
      50001,
    ],
  ])('%s', async (_what, where, happens, code) => {
    await using discord = await startDiscord();
    const channel = await where(discord);
    happens(discord);
    const { body } = await rest(discord, `POST /channels/${channel}/messages`, { body: { content: 'a' } });
    expect(body.code).toBe(code);
    expect(discord.control.violations).toEqual([]);
  });

  it('a message that was deleted', async () => {
    await using discord = await startDiscord();
    const posted = await rest(discord, `POST /channels/${GENERAL}/messages`, { body: { content: 'a' } });
    discord.control.circumstances.deleteMessage(GENERAL, posted.body.id);
    const edit = await rest(discord, `PATCH /channels/${GENERAL}/messages/${posted.body.id}`, {
      body: { content: 'b' },
    });
    expect(edit.body.code).toBe(10008);
    expect(discord.control.violations).toEqual([]);
  });

  it('and a permission that was given back serves again', async () => {
    await using discord = await startDiscord();
    discord.control.circumstances.withhold(GENERAL, ['ATTACH_FILES']);
    const send = () =>
      rest(discord, `POST /channels/${GENERAL}/messages`, { body: {}, files: { 'a.txt': 'a' } });
    expect((await send()).body.code).toBe(50013);
    discord.control.circumstances.grant(GENERAL, ['ATTACH_FILES']);
    expect((await send()).status).toBe(200);
  });
});

const GUILD_OF_ONE: SeedGuild = {
  id: GUILD,
  name: 'Acme',
  ownerId: ANN,
  members: [ANN],
  channels: [{ id: GENERAL, name: 'general' }],
};

describe('what an app was never given', () => {
  it('is a violation', async () => {
    await using discord = await startDiscord({
      guilds: [{ ...GUILD_OF_ONE, botPermissions: ['VIEW_CHANNEL'], everyonePermissions: ['VIEW_CHANNEL'] }],
    });
    const { body } = await rest(discord, `POST /channels/${GENERAL}/messages`, { body: { content: 'a' } });
    expect(body.code).toBe(50013);
    expect(discord.control.violations).toMatchObject([{ code: '50013' }]);
  });

  it('is not seen by people either: a channel for staff alone', async () => {
    await using discord = await startDiscord();
    await rest(discord, `POST /channels/${STAFF}/messages`, { body: { content: 'for staff' } });
    const ann = discord.control.person(ANN);
    expect(ann.sees()).not.toContain('for staff');
    expect(() => ann.say('hello', { channel: STAFF })).toThrow('cannot see');
  });
});

describe('a thread', () => {
  it('hangs on a message, has its id, and opens once', async () => {
    await using discord = await startDiscord();
    const posted = await rest(discord, `POST /channels/${GENERAL}/messages`, { body: { content: 'a case' } });
    const line = `POST /channels/${GENERAL}/messages/${posted.body.id}/threads` as const;
    const thread = await rest(discord, line, { body: { name: 'CR-1', auto_archive_duration: 1440 } });
    expect(thread).toMatchObject({
      status: 201,
      body: { id: posted.body.id, type: 11, parent_id: GENERAL, thread_metadata: { archived: false } },
    });
    expect((await rest(discord, line, { body: { name: 'CR-1' } })).body.code).toBe(160004);
    discord.control.person(ANN).say('a word about it', { channel: thread.body.id });
    const listed = await rest(discord, `GET /channels/${thread.body.id}/messages`);
    expect(listed.body).toMatchObject([{ content: 'a word about it', author: { id: ANN } }]);
    expect(discord.control.violations).toEqual([]);
  });

  it.each([
    [false, { status: 200 }],
    [true, { status: 400, body: { code: 50083 } }],
  ])('opens again when the app writes in it, unless it is locked (%s)', async (locked, answer) => {
    await using discord = await startDiscord({ guilds: [{ ...GUILD_OF_ONE, botPermissions: [] }] });
    const body = { name: 'talk', type: 11 };
    const { body: thread } = await rest(discord, `POST /channels/${GENERAL}/threads`, { body });
    discord.control.circumstances.archive(thread.id, { locked });
    const write = await rest(discord, `POST /channels/${thread.id}/messages`, { body: { content: 'awake' } });
    expect(write).toMatchObject(answer);
    const { body: now } = await rest(discord, `GET /channels/${thread.id}`);
    expect(now.thread_metadata).toMatchObject({ archived: locked, locked });
  });
});
