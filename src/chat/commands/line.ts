import { isRefused, ok, type Result } from '../../result.ts';
import type { Command } from '../conversation.ts';
import { bindWords, checkOptions, type OptionValues } from './options.ts';
import type { Registry } from './registry.ts';
import { unknownArea, unknownVerb } from './unknown.ts';
import { type Word, words } from './words.ts';

export interface CommandCall {
  readonly command: Command;
  readonly options: OptionValues;
}

/**
 * A typed line, such as `show CR-2026-000123` in the area `report`. Refused: `commands.unknown-area`,
 * `commands.unknown-verb`, `commands.verb-missing`, and what `bindWords` refuses.
 */
export function parseLine(registry: Registry, area: string, line: string): Result<CommandCall> {
  const commands = registry.inArea(area);
  if (commands.length === 0) return unknownArea(registry, area);
  const typed = words(line);
  const [first, ...others] = typed;
  const named = first && registry.command(area, first.text.normalize('NFKC').toLowerCase());
  if (named) return call(named, line, others);
  const whole = registry.command(area, '');
  return whole ? call(whole, line, typed) : unknownVerb(area, commands, first?.text);
}

/** A command whose options the platform has already taken apart. */
export function parseCall(registry: Registry, name: { area: string; verb: string }, options: OptionValues) {
  const command = registry.command(name.area, name.verb);
  if (!command) return unknownVerb(name.area, registry.inArea(name.area), name.verb);
  return callWith(command, checkOptions(command, options));
}

const call = (command: Command, line: string, typed: readonly Word[]) =>
  callWith(command, bindWords(command, line, typed));

function callWith(command: Command, options: Result<OptionValues>): Result<CommandCall> {
  return isRefused(options) ? options : ok({ command, options: options.ok });
}
