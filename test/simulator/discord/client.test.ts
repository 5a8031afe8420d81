import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  SlashCommandBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { startBot } from './support/bot.ts';
import { ANN, BEN, GENERAL } from './support/guild.ts';

const PING = new SlashCommandBuilder()
  .setName('ping')
  .setDescription('Answers')
  .addStringOption((option) => option.setName('words').setDescription('What to say').setRequired(false));

const button = new ButtonBuilder().setCustomId('ask').setLabel('Ask').setStyle(ButtonStyle.Primary);
const row = new ActionRowBuilder<ButtonBuilder>().addComponents(button);
const modal = new ModalBuilder()
  .setCustomId('form')
  .setTitle('A form')
  .addLabelComponents(
    new LabelBuilder()
      .setLabel('Why')
      .setTextInputComponent(new TextInputBuilder().setCustomId('why').setStyle(TextInputStyle.Short)),
  );

async function answer(interaction: Interaction): Promise<void> {
  if (interaction.isChatInputCommand()) {
    const words = interaction.options.getString('words') ?? 'pong';
    await interaction.reply({ content: words, components: [row], flags: MessageFlags.Ephemeral });
  } else if (interaction.isButton()) await interaction.showModal(modal);
  else if (interaction.isModalSubmit()) {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply(`because ${interaction.fields.getTextInputValue('why')}`);
  }
}

describe('a plain discord.js client', () => {
  it('logs in, answers a command, opens a form by a button, and takes the form', async () => {
    await using bot = await startBot();
    await bot.client.application.commands.set([PING]);
    bot.on(answer);
    const ann = bot.discord.control.person(ANN);
    expect(await ann.command('/ping hello there', GENERAL)).toMatchObject({ acked: true });
    expect(ann.sees(GENERAL)).toContain('hello there');
    expect(bot.discord.control.person(BEN).sees(GENERAL)).not.toContain('hello there');
    await ann.click({ text: 'Ask' });
    expect(ann.modal()?.text).toBe('A form\nWhy');
    ann.fill({ Why: 'so' });
    await ann.submit();
    await bot.discord.control.until(() => ann.finds('because so'));
    expect(ann.modal()).toBeUndefined();
    expect(bot.discord.control.violations).toEqual([]);
  });

  it('posts, edits and deletes in a channel, and writes to a person', async () => {
    await using bot = await startBot();
    const channel = await bot.client.channels.fetch(GENERAL);
    if (!channel?.isSendable()) throw new Error('not a channel to write in');
    const message = await channel.send({
      content: 'first',
      files: [{ attachment: Buffer.from('a'), name: 'a.txt' }],
    });
    expect(bot.discord.control.person(BEN).sees(GENERAL)).toBe('first\n[file a.txt]\n');
    await message.edit('second');
    expect(bot.discord.control.person(BEN).sees(GENERAL)).toBe('second\n[file a.txt]\n');
    await message.delete();
    expect(bot.discord.control.person(BEN).messages(GENERAL)).toEqual([]);
    await bot.client.users.send(ANN, 'for you');
    const ann = bot.discord.control.person(ANN);
    expect(ann.sees(ann.direct)).toContain('for you');
    expect(bot.discord.control.violations).toEqual([]);
  });
});
