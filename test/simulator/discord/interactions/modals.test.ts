import { describe, expect, it } from 'vitest';
import { ANN, GENERAL } from '../support/guild.ts';
import { type Received, registerCommands, type Scripted, scriptedBot } from '../support/scripted.ts';

const label = (words: string, component: object) => ({ type: 18, label: words, component });
const options = (...values: readonly string[]) =>
  values.map((value) => ({ label: value.toUpperCase(), value }));

const EVERYTHING = [
  { type: 10, content: 'Please **read** this' },
  label('Why', { type: 4, custom_id: 'why', style: 2, max_length: 20, value: 'so' }),
  label('Scope', { type: 3, custom_id: 'scope', options: options('a', 'b', 'c'), max_values: 2 }),
  label('Contract', { type: 19, custom_id: 'files', max_values: 2 }),
  label('One', { type: 21, custom_id: 'one', options: options('x', 'y'), required: false }),
];
const MORE = [
  label('Several', { type: 22, custom_id: 'several', options: options('p', 'q', 'r') }),
  label('Agreed', { type: 23, custom_id: 'agreed' }),
  { type: 1, components: [{ type: 4, custom_id: 'old', style: 1, label: 'The older way', required: false }] },
];

async function opened(
  components: readonly object[],
): Promise<{ bot: Scripted; answer: Awaited<ReturnType<Received['callback']>> }> {
  const bot = await scriptedBot();
  await registerCommands(bot);
  void bot.discord.control.person(ANN).command('/ping', GENERAL);
  const { callback } = await bot.next();
  const answer = await callback({ type: 9, data: { custom_id: 'form', title: 'A form', components } });
  if (answer.status !== 204) await callback({ type: 5 });
  return { bot, answer };
}

describe('a form', () => {
  it('shows its words and what stands in it', async () => {
    const { bot } = await opened(EVERYTHING);
    await using _bot = bot;
    const ann = bot.discord.control.person(ANN);
    expect(ann.modal()?.text).toBe('A form\nPlease read this\nWhy\nso\nScope\nContract\nOne');
    ann.fill({ Scope: ['A', 'c'], Contract: [ann.upload('contract.pdf', '%PDF')] });
    expect(ann.modal()?.text).toContain('Scope\nA\nC\nContract\ncontract.pdf');
  });

  it('brings everything that was entered', async () => {
    const { bot } = await opened(EVERYTHING);
    await using _bot = bot;
    const ann = bot.discord.control.person(ANN);
    const file = ann.upload('contract.pdf', '%PDF');
    ann.fill({ Why: 'because', scope: ['a', 'C'], Contract: [file] });
    const submitted = ann.submit();
    const { interaction, callback } = await bot.next();
    if (!interaction.isModalSubmit()) throw new Error('not a form');
    const { fields } = interaction;
    expect(interaction.customId).toBe('form');
    expect(fields.getTextInputValue('why')).toBe('because');
    expect(fields.getStringSelectValues('scope')).toEqual(['a', 'c']);
    const sent = fields.getUploadedFiles('files')?.first();
    expect(sent).toMatchObject({ name: 'contract.pdf', size: 4, contentType: 'application/pdf' });
    expect(await (await fetch(sent?.url ?? '')).text()).toBe('%PDF');
    await callback({ type: 4, data: { content: 'thank you', flags: 64 } });
    expect(await submitted).toMatchObject({ acked: true });
    expect(ann.modal()).toBeUndefined();
    expect(bot.discord.control.violations).toEqual([]);
  });

  it('has groups, ticks, and the older text inputs', async () => {
    const { bot } = await opened(MORE);
    await using _bot = bot;
    const ann = bot.discord.control.person(ANN);
    ann.fill({ Several: ['P', 'r'], Agreed: true, 'The older way': 'still' });
    void ann.submit();
    const { callback } = await bot.next();
    const body = bot.discord.control.requests.findLast(({ direction }) => direction === 'to-app')?.body;
    expect(body).toMatchObject({
      type: 5,
      data: {
        components: [
          { type: 18, component: { type: 22, custom_id: 'several', values: ['p', 'r'] } },
          { type: 18, component: { type: 23, custom_id: 'agreed', value: true } },
          { type: 1, components: [{ type: 4, custom_id: 'old', value: 'still' }] },
        ],
      },
    });
    await callback({ type: 5 });
  });

  it.each([
    [{ Why: '' }, '"Why" is required'],
    [{ Why: 'x'.repeat(21) }, '"Why" takes 0 to 20 characters'],
    [{ Scope: null }, '"Scope" is required'],
    [{}, '"Contract" is required'],
  ])('filled in with %j is held back by the client', async (values, why) => {
    const { bot } = await opened(EVERYTHING);
    await using _bot = bot;
    const ann = bot.discord.control.person(ANN);
    ann.fill({ Scope: ['a'], ...values });
    await expect(ann.submit()).rejects.toThrow(why);
  });

  it.each([
    ['an input that is not there', { Nothing: 'a' }, 'there are: Why, Scope, Contract, One'],
    ['an option that is not there', { Scope: ['z'] }, 'does not take'],
  ])('has no room for %s', async (_what, values, why) => {
    const { bot } = await opened(EVERYTHING);
    await using _bot = bot;
    expect(() => bot.discord.control.person(ANN).fill(values)).toThrow(why);
  });

  it('stays, with what was entered, when the app is silent', async () => {
    const { bot } = await opened(MORE);
    await using _bot = bot;
    bot.discord.control.patience(20);
    const ann = bot.discord.control.person(ANN);
    ann.fill({ Several: ['p'] });
    expect(await ann.submit()).toMatchObject({ acked: false });
    expect(ann.modal()?.text).toContain('Several\nP');
    expect(ann.modal()?.text).toContain('Something went wrong. Try again.');
    await ann.close();
    expect(ann.modal()).toBeUndefined();
  });

  it('opens no form in answer, and updates only what it came from', async () => {
    const { bot } = await opened(MORE);
    await using _bot = bot;
    const ann = bot.discord.control.person(ANN);
    ann.fill({ Several: ['p'] });
    void ann.submit();
    const { callback } = await bot.next();
    for (const type of [6, 7, 9]) expect((await callback({ type })).body.code).toBe(50035);
    await callback({ type: 5 });
  });
});

describe('a form that is not possible', () => {
  const text = { type: 4, custom_id: 'why', style: 1 };
  it.each([
    [
      'six components',
      Array.from({ length: 6 }, (_, index) => label('Why', { ...text, custom_id: `${index}` })),
    ],
    ['none', []],
    ['a label beyond 45', [label('x'.repeat(46), text)]],
    ['two inputs of one id', [label('Why', text), label('Again', text)]],
    ['a text input with two labels', [label('Why', { ...text, label: 'Why' })]],
    ['a text input without any', [{ type: 1, components: [text] }]],
    ['a value longer than its input', [label('Why', { ...text, max_length: 2, value: 'abc' })]],
    ['a placeholder beyond 100', [label('Why', { ...text, placeholder: 'x'.repeat(101) })]],
    [
      '26 options',
      [
        label('Why', {
          type: 3,
          custom_id: 's',
          options: options(...Array.from({ length: 26 }, (_, at) => `o${at}`)),
        }),
      ],
    ],
    [
      'a menu that must and need not be filled',
      [label('Why', { type: 3, custom_id: 's', min_values: 0, options: options('a') })],
    ],
    ['a button', [{ type: 1, components: [{ type: 2, style: 1, custom_id: 'b', label: 'b' }] }]],
    ['eleven files', [label('Why', { type: 19, custom_id: 'f', max_values: 11 })]],
  ])('%s', async (_what, components) => {
    const { bot, answer } = await opened(components);
    await using _bot = bot;
    expect(answer).toMatchObject({ status: 400, body: { code: 50035 } });
    expect(bot.discord.control.person(ANN).modal()).toBeUndefined();
  });
});
