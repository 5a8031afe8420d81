import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  ChannelType,
  type ChatInputCommandInteraction,
  ContainerBuilder,
  Events,
  type Interaction,
  LabelBuilder,
  type Message,
  MessageFlags,
  ModalBuilder,
  Partials,
  SlashCommandBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { startBot } from './support/bot.ts';
import { ANN, BEN, GENERAL, GUILD, STAFF_ROLE } from './support/guild.ts';

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

  it('lays a card out with components and a picture, and opens a thread under it', async () => {
    await using bot = await startBot();
    const channel = await bot.client.channels.fetch(GENERAL);
    if (channel?.type !== ChannelType.GuildText) throw new Error('not a channel of the guild');
    const card = new ContainerBuilder()
      .setAccentColor(0x00aa00)
      .addTextDisplayComponents((text) => text.setContent('## A case'))
      .addMediaGalleryComponents((gallery) =>
        gallery.addItems((item) => item.setURL('attachment://chart.png').setDescription('How it went')),
      )
      .addActionRowComponents((buttons) => buttons.setComponents(button));
    const message = await channel.send({
      components: [card],
      flags: MessageFlags.IsComponentsV2,
      files: [{ attachment: Buffer.from('png'), name: 'chart.png' }],
      allowedMentions: { parse: [] },
      nonce: 'delivery-1',
      enforceNonce: true,
    });
    expect(bot.discord.control.person(BEN).sees(GENERAL)).toContain('A case\nHow it went\nAsk');
    const thread = await message.startThread({ name: 'CR-2026-000001', autoArchiveDuration: 1440 });
    await thread.send('in the thread');
    expect(bot.discord.control.person(BEN).sees(thread.id)).toBe('in the thread\n');
    expect([...(await thread.messages.fetch()).values()].map(({ content }) => content)).toEqual([
      'in the thread',
    ]);
    expect(channel.permissionsFor(bot.client.user)?.has('ManageThreads')).toBe(true);
    expect(bot.discord.control.violations).toEqual([]);
  });

  it('puts an answer off, says more, and takes words back', async () => {
    await using bot = await startBot();
    await bot.client.application.commands.set([PING]);
    const { promise, resolve } = Promise.withResolvers<ChatInputCommandInteraction>();
    bot.on((interaction) => interaction.isChatInputCommand() && resolve(interaction));
    const ann = bot.discord.control.person(ANN);
    const ran = ann.command('/ping', GENERAL);
    const interaction = await promise;
    const response = await interaction.deferReply({ withResponse: true });
    expect(response.resource?.message?.flags.has('Loading')).toBe(true);
    await ran;
    await interaction.editReply('first');
    await interaction.followUp({ content: 'second', flags: MessageFlags.Ephemeral });
    expect((await interaction.fetchReply()).content).toBe('first');
    await interaction.deleteReply();
    expect(ann.sees(GENERAL)).toBe('second\n');
    expect(bot.discord.control.violations).toEqual([]);
  });

  it('reads whatever it asks of a guild', async () => {
    await using bot = await startBot();
    const guild = await bot.client.guilds.fetch(GUILD);
    expect((await guild.members.fetch(ANN)).user.globalName).toBe('Ann');
    expect((await guild.members.fetchMe()).permissions.has('SendMessages')).toBe(true);
    expect((await guild.roles.fetch(STAFF_ROLE))?.name).toBe('staff');
    expect((await guild.channels.fetch()).size).toBe(2);
    expect((await bot.client.application.fetch()).name).toBe('pinger');
    await expect(guild.members.fetch('42')).rejects.toThrow('Unknown Member');
  });

  it('completes an option that is being typed', async () => {
    await using bot = await startBot();
    const completed = new SlashCommandBuilder()
      .setName('show')
      .setDescription('Shows')
      .addStringOption((option) => option.setName('case').setDescription('Which').setAutocomplete(true));
    await bot.client.application.commands.set([completed]);
    bot.on(async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      await interaction.respond([{ name: `${interaction.options.getFocused()}-1`, value: 'one' }]);
    });
    expect(await bot.discord.control.person(ANN).autocomplete('/show CR')).toEqual(['CR-1']);
    expect(bot.discord.control.violations).toEqual([]);
  });

  it('hears what people write to it', async () => {
    await using bot = await startBot({}, { partials: [Partials.Channel] });
    const { promise, resolve } = Promise.withResolvers<Message>();
    bot.client.on(Events.MessageCreate, resolve);
    const ann = bot.discord.control.person(ANN);
    ann.say('a contract', { files: [ann.upload('contract.pdf', '%PDF')] });
    const { content, guildId, author, attachments } = await promise;
    expect([content, guildId, author.id]).toEqual(['a contract', null, ANN]);
    expect(attachments.first()?.toJSON()).toMatchObject({ name: 'contract.pdf', size: 4 });
  });
});
