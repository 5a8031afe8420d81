import { describe, expect, it } from 'vitest';
import { ANN, APP, GENERAL, GUILD, MovableClock, startDiscord } from '../support/guild.ts';
import { event, identified, identify, openLine, resume } from '../support/line.ts';

const INTENT = {
  GUILDS: 1,
  MEMBERS: 1 << 1,
  GUILD_MESSAGES: 1 << 9,
  DIRECT_MESSAGES: 1 << 12,
  CONTENT: 1 << 15,
};
const ALL_MESSAGES = INTENT.GUILDS | INTENT.GUILD_MESSAGES | INTENT.DIRECT_MESSAGES;

describe('a connection', () => {
  it('is greeted, told who it is, and told of its guilds', async () => {
    await using discord = await startDiscord();
    using line = await openLine(discord);
    expect(await line.hears(({ op }) => op === 10)).toEqual({ op: 10, d: { heartbeat_interval: 41_250 } });
    line.say({ op: 1, d: null });
    expect(await line.hears(({ op }) => op === 11)).toEqual({ op: 11 });
    line.say(identify());
    expect(await line.hears(event('READY'))).toMatchObject({
      s: 1,
      d: { user: { id: APP, bot: true }, guilds: [{ id: GUILD, unavailable: true }], shard: [0, 1] },
    });
    expect(await line.hears(event('GUILD_CREATE'))).toMatchObject({
      s: 2,
      d: {
        id: GUILD,
        member_count: 3,
        members: [{ user: { id: APP } }],
        channels: [{ name: 'general' }, { name: 'staff' }],
      },
    });
    expect(discord.control.violations).toEqual([]);
  });

  it.each([
    ['words that are no JSON', 'what?', 4002],
    ['an opcode that is not there', { op: 99, d: {} }, 4001],
    ['a presence before anything else', { op: 3, d: {} }, 4003],
    ['a wrong token', identify({ token: 'wrong' }), 4004],
    ['a shard beyond its count', identify({ shard: [2, 2] }), 4010],
    ['intents that are no number', identify({ intents: 'all' }), 4013],
    ['an intent that the portal has not switched on', identify({ intents: INTENT.CONTENT }), 4014],
  ])('ends with %s', async (_what, payload, code) => {
    await using discord = await startDiscord();
    using line = await openLine(discord);
    line.say(payload);
    expect(await line.closed()).toBe(code);
    expect(discord.control.violations).toMatchObject([{ where: 'gateway', code: String(code) }]);
  });

  it('may ask for a privileged intent that is switched on', async () => {
    await using discord = await startDiscord({ privilegedIntents: ['MESSAGE_CONTENT'] });
    const { line } = await identified(discord, { intents: ALL_MESSAGES | INTENT.CONTENT });
    using _line = line;
    discord.control.person(ANN).say('in a channel', { channel: GENERAL });
    expect(await line.hears(event('MESSAGE_CREATE'))).toMatchObject({
      d: { content: 'in a channel', guild_id: GUILD },
    });
  });
});

describe('what a session hears', () => {
  it.each<
    [
      string,
      (ann: ReturnType<Awaited<ReturnType<typeof startDiscord>>['control']['person']>) => string,
      string,
    ]
  >([
    ['nothing of the words in a channel', (ann) => ann.say('secret', { channel: GENERAL }), ''],
    ['what mentions the bot', (ann) => ann.say(`<@${APP}> look`, { channel: GENERAL }), `<@${APP}> look`],
    ['what is said to it directly', (ann) => ann.say('for you'), 'for you'],
  ])('without the intent for contents: %s', async (_what, says, content) => {
    await using discord = await startDiscord();
    const { line } = await identified(discord, { intents: ALL_MESSAGES });
    using _line = line;
    const id = says(discord.control.person(ANN));
    expect(await line.hears(event('MESSAGE_CREATE'))).toMatchObject({
      d: { id, content, author: { id: ANN } },
    });
  });

  it('is narrowed by its intents', async () => {
    await using discord = await startDiscord();
    const { line } = await identified(discord, { intents: INTENT.GUILDS | INTENT.DIRECT_MESSAGES });
    using _line = line;
    const ann = discord.control.person(ANN);
    ann.say('in a channel', { channel: GENERAL });
    const id = ann.say('directly');
    expect(await line.hears(event('MESSAGE_CREATE'))).toMatchObject({ d: { id } });
  });

  it('is split between shards by guild; direct messages go to the first', async () => {
    const other = String(BigInt(GUILD) + (1n << 22n));
    const guilds = [GUILD, other].map((id) => ({ id, name: id, ownerId: ANN, members: [ANN], channels: [] }));
    await using discord = await startDiscord({ guilds, shards: 2 });
    const shards = await Promise.all(
      [0, 1].map((id) => identified(discord, { shard: [id, 2], intents: ALL_MESSAGES })),
    );
    const created = await Promise.all(shards.map(({ line }) => line.hears(event('GUILD_CREATE'))));
    const own = created.map(({ d }) => (typeof d === 'object' ? d?.id : undefined));
    expect(new Set(own)).toEqual(new Set([GUILD, other]));
    discord.control.person(ANN).say('directly');
    await shards[0]?.line.hears(event('MESSAGE_CREATE'));
    expect(shards[1]?.line.heard.some(event('MESSAGE_CREATE'))).toBe(false);
    for (const { line } of shards) line.break();
  });
});

describe('a session that lost its connection', () => {
  it('is resumed with everything that it missed, once', async () => {
    await using discord = await startDiscord();
    const { line, session } = await identified(discord, { intents: ALL_MESSAGES });
    await line.hears(event('GUILD_CREATE'));
    discord.control.dropGateway();
    await discord.control.until(() => discord.control.connections === 0);
    for (const words of ['one', 'two']) discord.control.person(ANN).say(words);
    using again = await openLine(discord);
    again.say(resume(session, 2));
    await again.hears(event('RESUMED'));
    const heard = again.heard.filter(({ op }) => op === 0).map(({ s, t }) => [s, t]);
    expect(heard).toEqual([
      [3, 'MESSAGE_CREATE'],
      [4, 'MESSAGE_CREATE'],
      [5, 'RESUMED'],
    ]);
    expect(discord.control.violations).toEqual([]);
  });

  it.each([
    ['its id is not known', () => resume('session-unknown', 2), 0],
    ['it claims to have heard what was never said', (session: string) => resume(session, 50), 0],
    ['it comes back too late', (session: string) => resume(session, 2), 4 * 60_000],
  ])('begins anew when %s', async (_why, ask, laterMs) => {
    const wireClock = new MovableClock();
    await using discord = await startDiscord({ wireClock });
    const { session } = await identified(discord);
    discord.control.dropGateway();
    await discord.control.until(() => discord.control.connections === 0);
    wireClock.advance(laterMs);
    using again = await openLine(discord);
    again.say(ask(session));
    expect(await again.hears(({ op }) => op === 9)).toEqual({ op: 9, d: false });
    again.say(identify());
    await again.hears(event('READY'));
  });
});
