import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from 'discord-api-types/v10';
import type { Registry } from '../../../src/chat/commands/registry.ts';
import { commandKey, summary } from '../../../src/chat/commands/usage.ts';
import type { Command, CommandOption } from '../../../src/chat/conversation.ts';
import type { Translate } from '../../../src/chat/messages/translate.ts';
import type { Translators } from '../../../src/chat/messages/translators.ts';
import { plainText } from '../draw/text/plain.ts';
import { LIMITS } from '../limits.ts';
import { subcommandOf } from './names.ts';

type Definition = RESTPostAPIChatInputApplicationCommandsJSONBody;

/**
 * The registry as Discord's slash commands: an area is a command, its verbs are subcommands. Names stay as they are in
 * every language, since people tell each other what to type; descriptions are localised. Throws when Discord would not
 * take them.
 */
export function definitions(registry: Registry, translators: Translators): readonly Definition[] {
  const { perApp, options: most } = LIMITS.command;
  if (registry.areas.length > perApp) {
    throw new Error(
      `Discord takes ${perApp} commands, and there are ${registry.areas.length}: join some areas.`,
    );
  }
  return registry.areas.map((area) => {
    const commands = registry.inArea(area);
    if (commands.length > most)
      throw new Error(`Discord takes ${most} verbs, and /${area} has ${commands.length}.`);
    return definition(area, commands, translators);
  });
}

function definition(area: string, commands: readonly Command[], translators: Translators): Definition {
  const [only, ...others] = commands;
  const alone = only?.verb === '' && others.length === 0 ? only : undefined;
  return {
    type: ApplicationCommandType.ChatInput,
    name: area,
    ...described(translators, (t) => aboutArea(t, area, commands)),
    options: alone
      ? optionsOf(alone, translators)
      : commands.map((command) => subcommand(command, translators)),
    // Where a person is alone with somebody else, the bot has no business.
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    integration_types: [ApplicationIntegrationType.GuildInstall],
  };
}

/** An area may have words of its own under `commands.<area>.about`; else its verbs speak for it. */
function aboutArea(t: Translate, area: string, commands: readonly Command[]): string {
  const own = commandKey({ area, verb: '' }, 'about');
  return t.has(own) ? t(own) : commands.map((command) => summary(t, command)).join(' · ');
}

const subcommand = (command: Command, translators: Translators): APIApplicationCommandOption => ({
  type: ApplicationCommandOptionType.Subcommand,
  name: subcommandOf(command.area, command.verb),
  ...described(translators, (t) => summary(t, command)),
  options: [...optionsOf(command, translators)],
});

// Discord wants the required ones first.
const optionsOf = (command: Command, translators: Translators): APIApplicationCommandBasicOption[] =>
  [...command.options]
    .sort((a, b) => Number(b.required) - Number(a.required))
    .map((option) => drawOption(command, option, translators));

function drawOption(
  command: Command,
  { name, kind, required, choices = [] }: CommandOption,
  translators: Translators,
): APIApplicationCommandBasicOption {
  const base = {
    type: ApplicationCommandOptionType.String as const,
    name,
    required,
    ...described(translators, (t) => t(commandKey(command, name))),
  };
  const fewChoices = kind === 'choice' && choices.length <= LIMITS.command.choices;
  if (fewChoices) return { ...base, choices: choices.map((choice) => ({ name: choice, value: choice })) };
  return kind === 'text' ? base : { ...base, autocomplete: true };
}

function described({ en, zh }: Translators, words: (t: Translate) => string) {
  const { descriptionChars } = LIMITS.command;
  return {
    description: plainText(words(en), descriptionChars),
    description_localizations: {
      'zh-CN': plainText(words(zh), descriptionChars),
      'zh-TW': plainText(words(zh), descriptionChars),
    },
  };
}
