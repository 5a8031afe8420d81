import { describe, expect, it } from 'vitest';
import { ANN, BEN, GENERAL } from '../support/guild.ts';
import { rest } from '../support/rest.ts';
import { type Scripted, scriptedBot } from '../support/scripted.ts';

const button = { type: 2, style: 1, label: 'Approve', custom_id: 'approve' };
const menu = {
  type: 3,
  custom_id: 'pick',
  placeholder: 'Pick some',
  min_values: 1,
  max_values: 2,
  options: ['a', 'b', 'c'].map((value) => ({ label: value.toUpperCase(), value })),
};
const rows = (...components: object[]) => components.map((one) => ({ type: 1, components: [one] }));
const IS_V2 = 32_768;

async function posted(content: object): Promise<{ bot: Scripted; id: string }> {
  const bot = await scriptedBot();
  const { body } = await rest(bot.discord, `POST /channels/${GENERAL}/messages`, { body: content });
  return { bot, id: body.id };
}

describe('a button', () => {
  it('updates the message that it stands on', async () => {
    const { bot, id } = await posted({ content: 'a card', components: rows(button) });
    await using _bot = bot;
    const clicked = bot.discord.control.person(BEN).click({ text: 'Approve' });
    const { interaction, callback, fetch } = await bot.next();
    expect(interaction).toMatchObject({
      customId: 'approve',
      componentType: 2,
      message: { id, content: 'a card' },
    });
    await callback({ type: 7, data: { content: 'approved', components: [] } });
    expect(await clicked).toMatchObject({ acked: true });
    expect((await fetch('@original')).body.id).toBe(id);
    expect(bot.discord.control.person(ANN).sees(GENERAL).trim()).toBe('approved');
    expect(bot.discord.control.person(ANN).offers({ text: 'Approve' })).toBe(false);
    expect(bot.discord.control.violations).toEqual([]);
  });

  it('may be acknowledged first and change the message later', async () => {
    const { bot } = await posted({ content: 'a card', components: rows(button) });
    await using _bot = bot;
    const clicked = bot.discord.control.person(BEN).click({ customId: 'approve' });
    const { callback, edit, followup } = await bot.next();
    await callback({ type: 6 });
    await clicked;
    await edit('@original', { content: 'later' });
    await followup({ content: 'only you', flags: 64 });
    expect(bot.discord.control.person(BEN).sees(GENERAL).trim()).toBe('later\nApprove\nonly you');
    expect(bot.discord.control.person(ANN).sees(GENERAL).trim()).toBe('later\nApprove');
  });

  it('that is disabled cannot be pressed', async () => {
    const { bot } = await posted({ content: 'a card', components: rows({ ...button, disabled: true }) });
    await using _bot = bot;
    const ben = bot.discord.control.person(BEN);
    expect(ben.offers({ text: 'Approve' })).toBe(false);
    await expect(ben.click({ text: 'Approve' })).rejects.toThrow('disabled');
  });

  it('whose app is silent fails before the eyes of whoever pressed it', async () => {
    const { bot } = await posted({ content: 'a card', components: rows(button) });
    await using _bot = bot;
    bot.discord.control.patience(20);
    const ben = bot.discord.control.person(BEN);
    expect(await ben.click({ text: 'Approve' })).toMatchObject({ error: 'operation_timeout' });
    expect(ben.sees()).toContain('This interaction failed');
  });

  it('that is not there is named with those that are', async () => {
    const { bot } = await posted({ content: 'a card', components: rows(button) });
    await using _bot = bot;
    await expect(bot.discord.control.person(BEN).click({ text: 'Reject' })).rejects.toThrow(
      '"Approve" (approve)',
    );
  });
});

describe('a menu', () => {
  it.each([
    [
      ['A', 'c'],
      ['a', 'c'],
    ],
    ['B', ['b']],
  ])('%j by value or words', async (raw, values) => {
    const { bot } = await posted({ content: 'a card', components: rows(menu) });
    await using _bot = bot;
    const chosen = bot.discord.control.person(BEN).choose({ text: 'Pick some' }, raw);
    const { interaction, callback } = await bot.next();
    expect(interaction).toMatchObject({ customId: 'pick', componentType: 3, values });
    await callback({ type: 6 });
    await chosen;
  });

  it.each([
    ['what it does not have', 'd'],
    ['more than it takes', ['a', 'b', 'c']],
    ['nothing', null],
  ])('does not take %s', async (_what, raw) => {
    const { bot } = await posted({ content: 'a card', components: rows(menu) });
    await using _bot = bot;
    await expect(bot.discord.control.person(BEN).choose({ customId: 'pick' }, raw)).rejects.toThrow(
      'does not take',
    );
  });
});

describe('a message laid out with components', () => {
  const section = (content: string, accessory: object) => ({
    type: 9,
    components: [{ type: 10, content }],
    accessory,
  });
  const card = {
    flags: IS_V2,
    components: [
      {
        type: 17,
        accent_color: 0x00aa00,
        components: [
          { type: 10, content: '## A case\nfor **Aurora**' },
          { type: 14 },
          section('Its provider', { ...button, label: 'Accept', custom_id: 'accept' }),
          { type: 1, components: [button] },
        ],
      },
    ],
  };

  it('is read in order, and its buttons work', async () => {
    const { bot } = await posted(card);
    await using _bot = bot;
    const ben = bot.discord.control.person(BEN);
    expect(ben.sees(GENERAL).trim()).toBe('A case\nfor Aurora\nIts provider\nAccept\nApprove');
    const clicked = ben.click({ text: 'Accept' });
    const { callback } = await bot.next();
    await callback({ type: 7, data: { components: [{ type: 10, content: 'done' }] } });
    await clicked;
    expect(ben.sees(GENERAL).trim()).toBe('done');
    expect(bot.discord.control.violations).toEqual([]);
  });

  it('numbers its components in reading order, past the numbers that the app has taken', async () => {
    const taken = { ...card, components: [{ ...card.components[0], id: 2 }] };
    const { bot, id } = await posted(taken);
    await using _bot = bot;
    const { body } = await rest<object>(bot.discord, `GET /channels/${GENERAL}/messages/${id}`);
    expect(body).toMatchObject({
      components: [
        {
          id: 2,
          components: [
            { id: 1 },
            { id: 3 },
            { id: 4, components: [{ id: 5 }], accessory: { id: 6 } },
            { id: 7 },
          ],
        },
      ],
    });
  });
});
