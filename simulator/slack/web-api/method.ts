import * as z from 'zod';
import type { Journal } from '../../common/journal.ts';
import type { JsonObject } from '../../common/json.ts';
import type { Workspace } from '../state/workspace.ts';
import { argumentProblems } from './arguments.ts';
import { WebApiRefusal } from './refusal.ts';

/** What a method may touch besides its arguments. */
export interface Servers {
  /** The method that is being called. */
  readonly name: string;
  readonly workspace: Workspace;
  readonly journal: Journal;
  readonly emitEvent: (event: JsonObject) => void;
  readonly sockets: { issueTicket(): string | undefined };
}

/** Ready to be called with whatever came over the wire. */
export interface Method {
  readonly token: 'bot' | 'app';
  /** All of them are needed. Methods that need one by kind of conversation ask for it themselves. */
  readonly scopes: readonly string[];
  call(raw: JsonObject, servers: Servers): JsonObject;
}

interface Definition<Shape extends z.ZodRawShape> {
  readonly token?: 'bot' | 'app';
  readonly scopes?: readonly string[];
  readonly args: Shape;
  readonly run: (args: z.output<z.ZodObject<Shape>>, servers: Servers) => JsonObject;
}

/** One Web API method: its arguments, the scopes that it needs, what it does. */
export function method<Shape extends z.ZodRawShape>(definition: Definition<Shape>): Method {
  const schema = z.object(definition.args);
  return {
    token: definition.token ?? 'bot',
    scopes: definition.scopes ?? [],
    call(raw, servers) {
      const parsed = schema.safeParse(raw, { reportInput: true });
      if (!parsed.success) throw new WebApiRefusal('invalid_arguments', argumentProblems(parsed.error));
      reportUnknown(raw, definition.args, servers);
      return definition.run(parsed.data, servers);
    },
  };
}

/** Every method takes these; SDKs add the team for apps that are installed in a whole organisation. */
const COMMON = new Set(['token', 'team_id']);

// Slack ignores arguments that it does not know; a caller that sends one believes something that is not so.
function reportUnknown(raw: JsonObject, known: z.ZodRawShape, { journal, name: where }: Servers): void {
  const unknown = Object.keys(raw).filter((name) => !COMMON.has(name) && !(name in known));
  if (unknown.length > 0) journal.violation(where, 'unknown_argument', unknown);
}

/** Refuses with `missing_scope`, naming what is needed and what was granted. */
export function requireScope({ workspace }: Servers, needed: string): void {
  if (workspace.scopes.includes(needed)) return;
  throw new WebApiRefusal('missing_scope', [], { needed, provided: workspace.scopes.join(',') });
}
