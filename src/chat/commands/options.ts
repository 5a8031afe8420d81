import { ok, type Refusal, type Result, refuse } from '../../result.ts';
import type { Command, CommandOption } from '../conversation.ts';
import { nearest } from './nearest.ts';
import { exampleLine } from './usage.ts';
import type { Word } from './words.ts';

export type OptionValues = Readonly<Record<string, string>>;

/**
 * Options by name (`reason:late`) or in their order. The last option takes the rest of the line if it says so.
 * Refused: `commands.option-missing`, `commands.too-many-words`, `commands.not-a-choice`.
 */
export function bindWords(command: Command, line: string, typed: readonly Word[]): Result<OptionValues> {
  const values: Record<string, string> = {};
  const free = [...command.options];
  for (const [index, word] of typed.entries()) {
    const named = nameIn(word, free);
    const option = named ?? free[0];
    if (!option) return refuse('commands.too-many-words', { word: word.text, example: exampleLine(command) });
    free.splice(free.indexOf(option), 1);
    const last = option.rest === true;
    const alone = index === typed.length - 1;
    const text = last && !alone ? line.slice(word.start).trim() : word.text;
    values[option.name] = named ? afterColon(text) : text;
    if (last) break;
  }
  return checkOptions(command, values);
}

/** The same check for options that the platform has already taken apart. */
export function checkOptions(command: Command, values: OptionValues): Result<OptionValues> {
  const checked: Record<string, string> = {};
  for (const option of command.options) {
    const typed = values[option.name]?.trim() ?? '';
    if (typed === '') {
      if (option.required) return missing(command, option);
      continue;
    }
    const value = inForm(option, typed);
    if (value === undefined) return notAChoice(option, typed);
    checked[option.name] = value;
  }
  return ok(checked);
}

// Full-width colons come from Chinese keyboards.
const NAMED = /^([\w-]+)[:：]/;

function nameIn(word: Word, free: readonly CommandOption[]): CommandOption | undefined {
  const name = NAMED.exec(word.text)?.[1]?.toLowerCase();
  return free.find((option) => option.name === name);
}

const afterColon = (text: string): string => text.replace(NAMED, '').trim();

/** Undefined: not among the choices. Report ids are accepted in any case and in full-width characters. */
function inForm(option: CommandOption, typed: string): string | undefined {
  if (option.kind === 'report') return typed.normalize('NFKC').toUpperCase();
  if (option.kind !== 'choice') return typed;
  const wanted = typed.normalize('NFKC').toLowerCase();
  return option.choices?.find((choice) => choice.toLowerCase() === wanted);
}

function missing(command: Command, option: CommandOption): Refusal {
  return refuse('commands.option-missing', { option: option.name, example: exampleLine(command) });
}

function notAChoice(option: CommandOption, typed: string): Refusal {
  const choices = option.choices ?? [];
  const meant = nearest(typed, choices);
  const data = { option: option.name, typed, choices };
  return meant
    ? refuse('commands.not-a-choice-but', { ...data, meant })
    : refuse('commands.not-a-choice', data);
}
