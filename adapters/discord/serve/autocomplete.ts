import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteractionDataOption,
  InteractionResponseType,
  type InteractionType,
} from 'discord-api-types/v10';
import type { Suggestion } from '../../../src/chat/conversation.ts';
import type { SuggestionQuery } from '../../../src/chat/suggestions/suggest.ts';
import { within } from '../../shared/within.ts';
import { plainText } from '../draw/text/plain.ts';
import { LIMITS } from '../limits.ts';
import { called } from '../receive/incoming/command.ts';
import { shared } from '../receive/incoming/shared.ts';
import type { Desk } from './desk.ts';

/** Somebody is typing an option: what comes too late is not shown any more, and a failure shows nothing. */
export async function serveAutocomplete(
  desk: Desk,
  interaction: APIApplicationCommandAutocompleteInteraction,
  since: number,
): Promise<void> {
  const query = queryOf(interaction);
  if (!query) return;
  const left = desk.timing.judgeMs - (desk.timers.elapsed() - since);
  try {
    const found = await within(desk.timers, left, desk.conversations.suggest(query));
    const choices = found === 'late' ? [] : found.flatMap(choiceOf).slice(0, LIMITS.command.choices);
    await desk.api.respond(interaction, {
      type: InteractionResponseType.ApplicationCommandAutocompleteResult,
      data: { choices },
    });
  } catch (error) {
    desk.log.info({ err: error }, 'suggestions came too late or could not be looked up');
  }
}

/** A value that Discord would cut is none: it must be typed. */
function choiceOf({ value, label }: Suggestion) {
  if (value.length > LIMITS.choice.valueChars || value === '') return [];
  return [{ name: plainText(label, LIMITS.choice.nameChars), value }];
}

type DataOption = APIApplicationCommandInteractionDataOption<InteractionType.ApplicationCommandAutocomplete>;

function queryOf(interaction: APIApplicationCommandAutocompleteInteraction): SuggestionQuery | null {
  const { name, options } = interaction.data;
  const focused = focusedOf(options);
  if (!focused) return null;
  const { area, verb } = called(name, options);
  const { account, locale } = shared(interaction);
  return { account, area, verb, option: focused.name, typed: focused.value, ...(locale ? { locale } : {}) };
}

function focusedOf(
  options: readonly DataOption[],
): { readonly name: string; readonly value: string } | undefined {
  for (const option of options) {
    if ('focused' in option && option.focused) return { name: option.name, value: String(option.value) };
    const inner = 'options' in option ? focusedOf(option.options ?? []) : undefined;
    if (inner) return inner;
  }
  return undefined;
}
