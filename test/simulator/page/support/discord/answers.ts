import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  MessageFlags,
  type ModalSubmitInteraction,
} from 'discord.js';
import { reportCard } from './cards.ts';
import { everyInput } from './form.ts';

const OPTION = { text: 3, subcommand: 1 } as const;

export const COMMANDS = [
  {
    name: 'inbox',
    description: 'Everything that waits for you',
    description_localizations: { 'zh-CN': '所有等您处理的事项' },
  },
  {
    name: 'provider',
    description: 'Service providers',
    options: [
      {
        type: OPTION.subcommand,
        name: 'search',
        description: 'Find providers by company name',
        options: [
          {
            ...{ type: OPTION.text, name: 'name', description: 'Company name or part of it' },
            ...{ required: true, autocomplete: true },
          },
          { type: OPTION.text, name: 'scope', description: 'What they should do' },
        ],
      },
    ],
  },
  { name: 'form', description: 'Open the form' },
  { name: 'discuss', description: 'Opens a thread' },
  { name: 'silence', description: 'Never answers' },
] as const;

/** `/inbox` posts a card, `/discuss` a thread, `/form` opens the form, `/provider search` answers privately, `/silence` never. */
export async function served(interaction: Interaction): Promise<void> {
  if (interaction.isAutocomplete()) await suggest(interaction);
  else if (interaction.isChatInputCommand()) await obey(interaction);
  else if (interaction.isButton()) await press(interaction);
  else if (interaction.isModalSubmit()) await receive(interaction);
}

async function suggest(interaction: AutocompleteInteraction): Promise<void> {
  const typed = String(interaction.options.getFocused());
  const offered = [
    { name: '杭州远帆电子商务有限公司', value: 'prv_yuanfan' },
    { name: 'BrightBridge Commerce', value: 'prv_brightbridge' },
  ];
  await interaction.respond(offered.filter(({ name }) => name.includes(typed)));
}

async function obey(interaction: ChatInputCommandInteraction): Promise<void> {
  if (interaction.commandName === 'inbox') {
    await interaction.reply({ components: [reportCard('waiting')], flags: MessageFlags.IsComponentsV2 });
  } else if (interaction.commandName === 'provider') {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    const { options } = interaction;
    const said = [options.getString('name', true), options.getString('scope') ?? 'any scope'];
    await interaction.editReply({ content: `You asked for **${said.join('** in ')}` });
  } else if (interaction.commandName === 'form') {
    await interaction.showModal(everyInput());
  } else if (interaction.commandName === 'discuss') {
    await interaction.reply({ content: 'A case' });
    const thread = await (await interaction.fetchReply()).startThread({ name: 'CR-2026-000123' });
    await thread.send('What was said about it');
  }
}

async function press(interaction: ButtonInteraction): Promise<void> {
  if (interaction.customId === 'approve') {
    await interaction.update({ components: [reportCard('approved')] });
  } else if (interaction.customId === 'reject') {
    await interaction.reply({
      content: 'Only a staff reviewer may reject.',
      flags: MessageFlags.Ephemeral,
    });
  }
}

async function receive(interaction: ModalSubmitInteraction): Promise<void> {
  const { fields } = interaction;
  const files = fields.getUploadedFiles('evidence')?.size ?? 0;
  const scope = fields.getStringSelectValues('scope').join(' and ');
  await interaction.reply({
    content: `Saved ${fields.getTextInputValue('contract')} with ${files} file for ${scope}`,
    flags: MessageFlags.Ephemeral,
  });
}
