import { describe, expect, it } from 'vitest';
import type { Composed } from '../../../../simulator/discord/interactions/commands/command-line.ts';
import { ANN, APP, BEN, GENERAL, GUILD, STAFF } from '../support/guild.ts';
import { type Received, registerCommands, scriptedBot } from '../support/scripted.ts';

const DONE = { type: 4, data: { content: 'done' } };

const sent = ({ interaction }: Received) => {
  if (!interaction.isChatInputCommand()) throw new Error('not a command');
  const { options, commandName } = interaction;
  const group = options.getSubcommandGroup(false);
  const values = Object.fromEntries(
    (group || options.getSubcommand(false) ? leaf(options.data) : options.data).map(({ name, value }) => [
      name,
      value,
    ]),
  );
  return { commandName, group, verb: options.getSubcommand(false), values };
};

type Options = readonly {
  readonly name: string;
  readonly value?: unknown;
  readonly options?: Options | undefined;
}[];
function leaf(options: Options): Options {
  const [first] = options;
  return first?.options ? leaf(first.options) : options;
}

describe('a slash command', () => {
  it.each<[string | Composed, object]>([
    ['/ping', { commandName: 'ping', verb: null, values: {} }],
    ['/ping all these words', { commandName: 'ping', values: { words: 'all these words' } }],
    ['/case show CR-1 2', { commandName: 'case', verb: 'show', values: { id: 'CR-1', page: 2 } }],
    ['/case show as:A table id:CR-1', { verb: 'show', values: { id: 'CR-1', as: 'table' } }],
    ['/case standard add words:a: b', { group: 'standard', verb: 'add', values: { words: 'a: b' } }],
    [{ area: 'case', verb: 'show', options: { id: 'CR-1', page: 3 } }, { values: { id: 'CR-1', page: 3 } }],
    [
      { area: 'case', verb: 'standard add', options: { words: 'w' } },
      { group: 'standard', values: { words: 'w' } },
    ],
  ])('typed as %j reaches the app', async (command, expected) => {
    await using bot = await scriptedBot();
    await registerCommands(bot);
    const outcome = bot.discord.control.person(ANN).command(command, GENERAL);
    const received = await bot.next();
    await received.callback(DONE);
    expect(sent(received)).toMatchObject(expected);
    expect(await outcome).toEqual({ acked: true, body: DONE });
    expect(bot.discord.control.violations).toEqual([]);
  });

  it.each([
    ['/nothing', 'there is no /nothing here'],
    ['/case', 'there are: show, standard'],
    ['/case show', 'the option "id" is required'],
    ['/case show id:a page:ten', 'not such a number'],
    ['/case show id:a page:10', 'not such a number'],
    ['/case show id:a as:a poem', 'is not one of the choices'],
    ['/here', 'there is no /here here'],
  ])('%s is held back by the client', async (line, why) => {
    await using bot = await scriptedBot();
    await registerCommands(bot);
    await expect(bot.discord.control.person(ANN).command(line)).rejects.toThrow(why);
    expect(bot.received).toEqual([]);
  });

  it('is offered nowhere among people: the app is not there, and nobody has installed it for themselves', async () => {
    await using bot = await scriptedBot();
    await registerCommands(bot);
    const { control } = bot.discord;
    const ann = control.person(ANN);
    const among = control.circumstances.openAmongPeople(ANN, BEN);
    await expect(ann.command('/ping', among)).rejects.toThrow('there is no /ping here');
    ann.say('just us', { channel: among });
    expect(control.person(BEN).sees(among)).toContain('just us');
    expect(ann.direct).not.toBe(among);
    expect(bot.received).toEqual([]);
  });

  it('says where it was given: in a server with the member, in direct messages without', async () => {
    await using bot = await scriptedBot();
    await registerCommands(bot);
    const ann = bot.discord.control.person(ANN);
    const outcomes = [ann.command('/ping', GENERAL), ann.command('/ping')];
    const [there, here] = [await bot.next(), await bot.next()];
    for (const { callback } of [there, here]) await callback(DONE);
    await Promise.all(outcomes);
    expect(there.interaction).toMatchObject({
      guildId: GUILD,
      context: 0,
      locale: 'zh-CN',
      member: { user: { id: ANN } },
    });
    expect(here.interaction).toMatchObject({ guildId: null, context: 1, member: null, user: { id: ANN } });
  });

  it('cannot be given where the person is not', async () => {
    await using bot = await scriptedBot();
    await registerCommands(bot);
    await expect(bot.discord.control.person(ANN).command('/ping', STAFF)).rejects.toThrow('cannot see');
  });

  it('that nobody acknowledges fails before the eyes of whoever gave it', async () => {
    await using bot = await scriptedBot({ timing: { ackMs: 20 } });
    await registerCommands(bot);
    const ann = bot.discord.control.person(ANN);
    expect(await ann.command('/ping')).toEqual({ acked: false, error: 'operation_timeout' });
    expect(ann.sees()).toContain('The application did not respond');
    const late = await (await bot.next()).callback(DONE);
    expect(late).toMatchObject({ status: 404, body: { code: 10062 } });
    expect(bot.discord.control.violations).toMatchObject([{ code: 'operation_timeout' }]);
  });

  it('that reaches the app too late is answered too late, which is not the fault of the app', async () => {
    await using bot = await scriptedBot({ timing: { ackMs: 20 } });
    await registerCommands(bot);
    bot.discord.control.delayNext(60);
    expect(await bot.discord.control.person(ANN).command('/ping')).toMatchObject({ acked: false });
    expect((await (await bot.next()).callback(DONE)).body.code).toBe(10062);
    expect(bot.discord.control.violations).toEqual([]);
  });

  it('fails at once when no session is there', async () => {
    await using bot = await scriptedBot();
    await registerCommands(bot);
    await bot.client.destroy();
    await bot.discord.control.until(() => bot.discord.control.connections === 0);
    expect(await bot.discord.control.person(ANN).command('/ping')).toEqual({
      acked: false,
      error: 'dispatch_failed',
    });
    expect(bot.discord.control.violations).toEqual([]);
  });

  it('reaches the app twice when a gateway stutters, and the second acknowledgement is refused', async () => {
    await using bot = await scriptedBot();
    await registerCommands(bot);
    bot.discord.control.duplicateNext();
    const outcome = bot.discord.control.person(ANN).command('/ping');
    const [one, other] = [await bot.next(), await bot.next()];
    expect(other.id).toBe(one.id);
    expect((await one.callback(DONE)).status).toBe(204);
    expect((await other.callback(DONE)).body.code).toBe(40060);
    await outcome;
    expect(bot.discord.control.violations).toEqual([]);
  });
});

describe('autocomplete', () => {
  it('offers what the app answers, and a chosen name becomes its value', async () => {
    await using bot = await scriptedBot();
    await registerCommands(bot);
    const ann = bot.discord.control.person(ANN);
    const offered = ann.autocomplete('/case show CR');
    const asked = await bot.next();
    if (!asked.interaction.isAutocomplete()) throw new Error('not asked for choices');
    expect(asked.interaction.options.getFocused(true)).toMatchObject({ name: 'id', value: 'CR' });
    await asked.callback({ type: 8, data: { choices: [{ name: 'The first case', value: 'CR-1' }] } });
    expect(await offered).toEqual(['The first case']);
    const ran = ann.command({ area: 'case', verb: 'show', options: { id: 'The first case' } });
    const run = await bot.next();
    await run.callback(DONE);
    await ran;
    expect(sent(run).values).toEqual({ id: 'CR-1' });
  });

  it('takes no other answer, and no more than 25 choices', async () => {
    await using bot = await scriptedBot();
    await registerCommands(bot);
    const offered = bot.discord.control.person(ANN).autocomplete('/case show CR');
    const { callback } = await bot.next();
    expect((await callback(DONE)).body.code).toBe(50035);
    const choices = Array.from({ length: 26 }, (_, index) => ({ name: `c${index}`, value: `${index}` }));
    expect((await callback({ type: 8, data: { choices } })).body.code).toBe(50035);
    await callback({ type: 8, data: { choices: choices.slice(1) } });
    expect(await offered).toHaveLength(25);
  });
});

describe('registering commands', () => {
  const option = { type: 3, name: 'o', description: 'd' };
  const command = { name: 'ping', description: 'd' };

  it('keeps the id of a command whose name stands', async () => {
    await using bot = await scriptedBot();
    const first = await registerCommands(bot, [command]);
    const second = await registerCommands(bot, [
      { ...command, description: 'other' },
      { ...command, name: 'pong' },
    ]);
    expect(second.body[0]?.id).toBe(first.body[0]?.id);
    expect(second.body[0]).toMatchObject({ application_id: APP, description: 'other' });
    expect(second.body[0]?.version).not.toBe(first.body[0]?.version);
  });

  it.each<[string, readonly object[]]>([
    ['a name in capitals', [{ ...command, name: 'Ping' }]],
    ['a name with a blank', [{ ...command, name: 'ping pong' }]],
    ['no description', [{ ...command, description: '' }]],
    ['two of one name', [command, command]],
    ['more than a hundred', Array.from({ length: 101 }, (_, index) => ({ ...command, name: `c${index}` }))],
    [
      'more than 25 options',
      [{ ...command, options: Array.from({ length: 26 }, (_, index) => ({ ...option, name: `o${index}` })) }],
    ],
    [
      'an option that must stand after one that may',
      [{ ...command, options: [option, { ...option, name: 'p', required: true }] }],
    ],
    ['a description beyond 100', [{ ...command, description: 'x'.repeat(101) }]],
    [
      'choices and autocomplete at once',
      [{ ...command, options: [{ ...option, autocomplete: true, choices: [{ name: 'a', value: 'a' }] }] }],
    ],
    ['a language that Discord does not have', [{ ...command, description_localizations: { zh: '说明' } }]],
    [
      'subcommands beside options',
      [{ ...command, options: [{ type: 1, name: 's', description: 'd' }, option] }],
    ],
    [
      'more than 8000 characters',
      [
        {
          ...command,
          options: Array.from({ length: 25 }, (_, index) => ({
            ...option,
            name: `o${index}`,
            choices: Array.from({ length: 5 }, (_, at) => ({
              name: `${at}`.repeat(60),
              value: 'v'.repeat(60),
            })),
          })),
        },
      ],
    ],
  ])('%s is refused', async (_what, commands) => {
    await using bot = await scriptedBot();
    const answer = await registerCommands(bot, commands);
    expect(answer).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(bot.discord.control.violations).toHaveLength(1);
  });
});
