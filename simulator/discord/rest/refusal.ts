import type { JsonObject } from '../../common/json.ts';

/** https://discord.com/developers/docs/topics/opcodes-and-status-codes#json-json-error-codes */
const REFUSALS = {
  general: [404, 0, '404: Not Found'],
  unauthorized: [401, 0, '401: Unauthorized'],
  notAllowed: [405, 0, '405: Method Not Allowed'],
  unknownApplication: [404, 10002, 'Unknown Application'],
  unknownChannel: [404, 10003, 'Unknown Channel'],
  unknownGuild: [404, 10004, 'Unknown Guild'],
  unknownMember: [404, 10007, 'Unknown Member'],
  unknownMessage: [404, 10008, 'Unknown Message'],
  unknownRole: [404, 10011, 'Unknown Role'],
  unknownUser: [404, 10013, 'Unknown User'],
  unknownWebhook: [404, 10015, 'Unknown Webhook'],
  unknownInteraction: [404, 10062, 'Unknown interaction'],
  unknownCommand: [404, 10063, 'Unknown application command'],
  tooLarge: [413, 40005, 'Request entity too large'],
  alreadyAcknowledged: [400, 40060, 'Interaction has already been acknowledged.'],
  missingAccess: [403, 50001, 'Missing Access'],
  wrongChannelType: [400, 50024, 'Cannot execute action on this channel type'],
  notTheAuthor: [403, 50005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50006, 'Cannot send an empty message'],
  cannotSendToUser: [403, 50007, 'Cannot send messages to this user'],
  missingPermissions: [403, 50013, 'Missing Permissions'],
  invalidToken: [401, 50027, 'Invalid Webhook Token'],
  invalidForm: [400, 50035, 'Invalid Form Body'],
  archivedThread: [400, 50083, 'Thread is archived'],
  invalidJson: [400, 50109, 'The request body contains invalid JSON.'],
  threadExists: [400, 160004, 'A thread has already been created for this message'],
} as const satisfies Record<string, readonly [status: number, code: number, message: string]>;

type RefusalName = keyof typeof REFUSALS;

/** Where in the body, and what is wrong there. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly code: string;
  readonly message: string;
}

interface Circumstances {
  readonly problems?: readonly Problem[];
  /** Only says how the world is: the app could not have known. */
  readonly circumstance?: boolean;
}

/**
 * A refused request. Thrown, because in an HTTP API a refusal ends the request wherever it is found; the one place that
 * catches it writes the answer and the violation.
 */
export class DiscordRefusal extends Error {
  readonly status: number;
  readonly code: number;
  readonly problems: readonly Problem[];
  readonly circumstance: boolean;

  constructor(name: RefusalName, { problems = [], circumstance = false }: Circumstances = {}) {
    const [status, code, message] = REFUSALS[name];
    super(message);
    this.status = status;
    this.code = code;
    this.problems = problems;
    this.circumstance = circumstance;
  }

  /** https://discord.com/developers/docs/reference#error-messages */
  body(): JsonObject {
    const errors = this.problems.length > 0 ? { errors: nested(this.problems) } : {};
    return { message: this.message, code: this.code, ...errors };
  }

  get details(): readonly string[] {
    const problems = this.problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
    return [this.message, ...problems];
  }
}

interface Nest {
  [key: string]: Nest | { code: string; message: string }[];
}

function nested(problems: readonly Problem[]): JsonObject {
  const root: Nest = {};
  for (const { path, code, message } of problems) {
    const at = path.reduce<Nest>((nest, key) => {
      const inner = nest[key];
      const next = inner && !Array.isArray(inner) ? inner : {};
      nest[key] = next;
      return next;
    }, root);
    const errors = Array.isArray(at._errors) ? at._errors : [];
    at._errors = [...errors, { code, message }];
  }
  return JSON.parse(JSON.stringify(root));
}

/** One thing wrong with a body: code 50035. */
export function invalidForm(path: Problem['path'], code: string, message: string): DiscordRefusal {
  return new DiscordRefusal('invalidForm', { problems: [{ path, code, message }] });
}
