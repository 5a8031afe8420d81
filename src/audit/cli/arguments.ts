import { parseArgs } from 'node:util';
import { EXPORT_FORMATS, type ExportFormat } from '../export.ts';
import type { EventFilter } from '../stored-event.ts';

export type AuditCommand =
  | { readonly verb: 'verify' }
  | { readonly verb: 'anchor' }
  | {
      readonly verb: 'export';
      readonly format: ExportFormat;
      /** A file that does not exist yet; undefined: standard output. */
      readonly out: string | undefined;
      readonly filter: EventFilter;
    };

/** What was asked cannot be understood; the message says what would be. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

const USAGE = `Usage:
  npm run audit -- verify
      Recomputes every chain and anchor, and names the first broken link.
  npm run audit -- export [--format csv|jsonl] [--from DAY] [--to DAY] [--object TYPE/ID] [--out FILE]
      Writes the events of these days (YYYY-MM-DD, UTC, both included) or of one object, such as report/CR-2026-000123.
      jsonl (the default) is exact, csv is for spreadsheets.
  npm run audit -- anchor
      Makes today's anchor and prints its hash. Keep it where the database's owner cannot write.`;

/** Reads the command line after `npm run audit --`. Throws {@link WrongUse}. */
export function auditCommand(args: readonly string[]): AuditCommand {
  const { positionals, values } = parsed(args);
  const [verb, ...rest] = positionals;
  if (rest.length > 0) throw new WrongUse(`"${rest.join(' ')}" is not understood.\n${USAGE}`);
  if (verb === 'verify' || verb === 'anchor') return { verb };
  if (verb !== 'export')
    throw new WrongUse(verb === undefined ? USAGE : `There is no command "${verb}".\n${USAGE}`);
  return { verb, format: format(values.format), out: values.out, filter: filter(values) };
}

const OPTIONS = {
  format: { type: 'string' },
  from: { type: 'string' },
  to: { type: 'string' },
  object: { type: 'string' },
  out: { type: 'string' },
} as const;

function parsed(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new WrongUse(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

function format(value = 'jsonl'): ExportFormat {
  const found = EXPORT_FORMATS.find((known) => known === value);
  if (!found) throw new WrongUse(`--format is ${EXPORT_FORMATS.join(' or ')}, not "${value}".`);
  return found;
}

interface FilterValues {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly object?: string | undefined;
}

function filter({ from, to, object }: FilterValues): EventFilter {
  const slash = object?.indexOf('/') ?? 1;
  if (slash < 1) throw new WrongUse(`--object is TYPE/ID, such as report/CR-2026-000123, not "${object}".`);
  return {
    objectType: object?.slice(0, slash),
    objectId: object?.slice(slash + 1),
    from: from === undefined ? undefined : startOfDay('--from', from),
    until: to === undefined ? undefined : dayAfter(startOfDay('--to', to)),
  };
}

function startOfDay(option: string, value: string): Date {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : undefined;
  // JavaScript reads 2026-02-30 as 2 March.
  if (day && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)) return day;
  throw new WrongUse(`${option} is a day such as 2026-05-31, not "${value}".`);
}

const dayAfter = (day: Date): Date => new Date(day.getTime() + 24 * 60 * 60 * 1_000);
