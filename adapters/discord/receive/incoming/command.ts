import {
  type APIApplicationCommandInteractionDataOption,
  type APIChatInputApplicationCommandInteraction,
  ApplicationCommandOptionType,
} from 'discord-api-types/v10';
import type { IncomingOf } from '../../../../src/chat/incoming.ts';
import { verbOf } from '../../commands/names.ts';
import { shared } from './shared.ts';

/** A slash command. One that Discord still offers from an older registration is told what there is instead. */
export function commandIncoming(
  interaction: APIChatInputApplicationCommandInteraction,
): IncomingOf<'command-options'> {
  const { name, options = [] } = interaction.data;
  return { ...shared(interaction), kind: 'command-options', ...called(name, options) };
}

interface Called {
  readonly area: string;
  readonly verb: string;
  readonly options: Readonly<Record<string, string>>;
}

type DataOption = APIApplicationCommandInteractionDataOption;

/** Area, verb and options of a command line as Discord took it apart. */
export function called(area: string, options: readonly DataOption[]): Called {
  const [first] = options;
  if (first?.type === ApplicationCommandOptionType.Subcommand) {
    return { area, verb: verbOf(area, first.name), options: valuesOf(first.options ?? []) };
  }
  return { area, verb: '', options: valuesOf(options) };
}

const valuesOf = (options: readonly DataOption[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    options.flatMap((option) => ('value' in option ? [[option.name, String(option.value)]] : [])),
  );
