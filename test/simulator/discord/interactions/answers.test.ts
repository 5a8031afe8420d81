import { describe, expect, it } from 'vitest';
import { ANN, BEN, GENERAL, MovableClock } from '../support/guild.ts';
import { type Received, registerCommands, type Scripted, scriptedBot } from '../support/scripted.ts';

const EPHEMERAL = 64;

async function pinged(
  over: Parameters<typeof scriptedBot>[0] = {},
): Promise<{ bot: Scripted; received: Received }> {
  const bot = await scriptedBot(over);
  await registerCommands(bot);
  void bot.discord.control.person(ANN).command('/ping', GENERAL);
  return { bot, received: await bot.next() };
}

describe('the answer to an interaction', () => {
  it.each([
    ['for everybody', 0, true],
    ['for the person alone', EPHEMERAL, false],
  ])('stands %s', async (_whom, flags, others) => {
    const { bot, received } = await pinged();
    await using _bot = bot;
    await received.callback({ type: 4, data: { content: 'an answer', flags } });
    expect(bot.discord.control.person(ANN).sees(GENERAL)).toContain('an answer');
    expect(bot.discord.control.person(BEN).sees(GENERAL).includes('an answer')).toBe(others);
  });

  it('comes with the message when asked for it', async () => {
    const { bot, received } = await pinged();
    await using _bot = bot;
    const answer = await received.callback({ type: 4, data: { content: 'a' } }, '?with_response=true');
    expect(answer).toMatchObject({
      status: 200,
      body: {
        interaction: { id: received.id, type: 2, response_message_loading: false },
        resource: {
          type: 4,
          message: { content: 'a', interaction_metadata: { id: received.id, name: 'ping' } },
        },
      },
    });
  });

  it('may be put off: thinking first, then the words, in one message', async () => {
    const { bot, received } = await pinged();
    await using _bot = bot;
    const ann = bot.discord.control.person(ANN);
    await received.callback({ type: 5, data: { flags: EPHEMERAL } });
    expect(ann.sees(GENERAL)).toContain('pinger is thinking...');
    const followed = await received.followup({ content: 'thought' });
    expect(followed.body.flags).toBe(EPHEMERAL);
    expect(ann.sees(GENERAL).trim()).toBe('thought');
    expect(bot.discord.control.person(BEN).messages(GENERAL)).toEqual([]);
    await received.followup({ content: 'and more' });
    expect(ann.messages(GENERAL)).toHaveLength(2);
  });

  it('can be read, changed and taken back through the token', async () => {
    const { bot, received } = await pinged();
    await using _bot = bot;
    await received.callback({ type: 4, data: { content: 'first' } });
    const { body } = await received.edit('@original', { content: 'second' });
    expect((await received.fetch(body.id)).body.content).toBe('second');
    await received.followup({ content: 'beside' }, { 'a.txt': 'a' });
    expect((await received.remove('@original')).status).toBe(204);
    expect((await received.edit('@original', { content: 'third' })).body.code).toBe(10008);
    expect(bot.discord.control.person(BEN).sees(GENERAL).trim()).toBe('beside\n[file a.txt]');
    expect(bot.discord.control.violations).toEqual([]);
  });

  it.each([
    ['by the clock of the demo', 'clock'],
    ['by real time', 'wireClock'],
  ] as const)('serves a quarter of an hour, %s', async (_how, which) => {
    const clock = new MovableClock();
    const { bot, received } = await pinged({ [which]: clock });
    await using _bot = bot;
    await received.callback({ type: 5 });
    clock.advance(14 * 60_000);
    expect((await received.edit('@original', { content: 'in time' })).status).toBe(200);
    clock.advance(2 * 60_000);
    const late = await received.edit('@original', { content: 'late' });
    expect(late).toMatchObject({ status: 401, body: { code: 50027 } });
    expect(bot.discord.control.violations).toEqual([]);
  });

  it('is refused a second time, and before a first', async () => {
    const { bot, received } = await pinged();
    await using _bot = bot;
    expect((await received.followup({ content: 'too soon' })).body.code).toBe(10015);
    await received.callback({ type: 5 });
    expect((await received.callback({ type: 5 })).body.code).toBe(40060);
    expect(bot.discord.control.violations.map(({ code }) => code)).toEqual(['10015', '40060']);
  });

  it.each([
    ['an update of a message that is not there', { type: 7, data: { content: 'a' } }],
    ['choices', { type: 8, data: { choices: [] } }],
    ['a pong', { type: 1 }],
    ['no words at all', { type: 4, data: {} }],
    ['words beyond 2000', { type: 4, data: { content: 'x'.repeat(2_001) } }],
  ])('cannot be %s', async (_what, body) => {
    const { bot, received } = await pinged();
    await using _bot = bot;
    expect((await received.callback(body)).status).toBe(400);
    expect(bot.discord.control.violations).toHaveLength(1);
    expect((await received.callback({ type: 4, data: { content: 'a' } })).status).toBe(204);
  });
});
