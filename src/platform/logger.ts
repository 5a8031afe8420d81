import {
  type DestinationStream,
  type LevelWithSilent,
  type Logger as Pino,
  pino,
  stdSerializers,
  stdTimeFunctions,
} from 'pino';

/** What the code writes to: `log.warn({ reportId }, 'what happened')`. */
export type Logger = Pick<Pino, 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal'>;

/** Names under which secrets or people's own words travel; their values never reach the log. */
const SECRET = [
  'token',
  'botToken',
  'appToken',
  'signingSecret',
  'secret',
  'password',
  'authorization',
  'cookie',
  'codeHash',
  'databaseUrl',
  'form',
  'values',
];

/** pino's paths have no "anywhere": top level and three levels below cover what we and the platforms' clients log. */
const DEPTHS = ['', '*.', '*.*.', '*.*.*.'];

/** Inside of other text, such as the message of an error: Slack's and Discord's tokens, API keys, one-time codes, passwords in URLs. */
const IN_TEXT = [
  /xox[a-z]-[\w-]+/gi,
  /xapp-[\w-]+/gi,
  /bb_(live|test)_[0-9A-Za-z]{16,}/g,
  /whsec_[0-9A-Za-z+/]{16,}=*/g,
  /\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b/g,
  /[\w-]{23,28}\.[\w-]{6}\.[\w-]{27,}/g,
  /(?<=:\/\/[^\s:/@]+:)[^\s@]+(?=@)/g,
];

export interface LoggerOptions {
  readonly level: LevelWithSilent;
  /** Standard output unless given. */
  readonly destination?: DestinationStream;
}

/** JSON lines. Secrets, one-time codes and what people typed into forms are removed wherever they appear. */
export function createLogger({ level, destination = process.stdout }: LoggerOptions): Logger {
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: stdTimeFunctions.isoTime,
      redact: { paths: DEPTHS.flatMap((depth) => SECRET.map((name) => depth + name)), censor: '[removed]' },
      serializers: { err: essentials },
      hooks: { streamWrite: withoutTokens },
    },
    destination,
  );
}

/** Drivers hang whole connections on their errors; nobody reads those, and nobody should. */
function essentials(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { type, message, stack } = stdSerializers.err(error);
  const code = 'code' in error ? error.code : undefined;
  return { type, message, stack, code };
}

function withoutTokens(line: string): string {
  return IN_TEXT.reduce((text, secret) => text.replace(secret, '[removed]'), line);
}
