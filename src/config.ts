import type { z } from 'zod';
import type { AccountRef } from './chat/incoming.ts';
import { ENVIRONMENT, type Environment } from './environment.ts';

/** The environment does not say what is needed. The message names each variable, what is wrong, and the remedy. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(problems: readonly string[]) {
    super(
      `The configuration cannot be used:\n${problems.map((line) => `  ${line}\n`).join('')}See .env.example.`,
    );
  }
}

export interface SlackSettings {
  readonly botToken: string;
  /** Set: requests come over HTTP, and this proves that Slack sent them. */
  readonly signingSecret?: string;
  /** Set: Socket Mode. */
  readonly appToken?: string;
  readonly apiUrl?: string;
  readonly staffChannel?: string;
}

export interface DiscordSettings {
  readonly token: string;
  readonly apiUrl?: string;
  readonly staffChannel?: string;
}

export interface Config {
  /** Fits `openDatabase`. */
  readonly database: { readonly databaseUrl?: string; readonly dataDir: string };
  readonly http: {
    readonly host: string;
    readonly port: number;
    readonly trustedProxies?: readonly string[];
  };
  /** Without a slash at the end; left out: where the server listens. */
  readonly publicUrl?: string;
  /** Both left out: the process runs against the simulator. */
  readonly slack?: SlackSettings;
  readonly discord?: DiscordSettings;
  readonly bootstrapLead?: AccountRef;
  readonly defaults: { readonly locale: Environment['DEFAULT_LOCALE']; readonly timeZone: string };
  readonly logLevel: Environment['LOG_LEVEL'];
}

type Given = Readonly<Record<string, string | undefined>>;

/** Reads the environment, all problems at once. A variable that is set to nothing counts as not set. */
export function loadConfig(given: Given): Config {
  const set = Object.fromEntries(Object.entries(given).filter(([, value]) => value?.trim()));
  const parsed = ENVIRONMENT.safeParse(set);
  const halves = halfSetGroups(set);
  if (!parsed.success) throw new ConfigurationError([...parsed.error.issues.map(described), ...halves]);
  if (halves.length > 0) throw new ConfigurationError(halves);
  return assembled(parsed.data);
}

function described(issue: z.core.$ZodIssue): string {
  const variable = String(issue.path[0]);
  const field = Object.entries(ENVIRONMENT.shape).find(([name]) => name === variable)?.[1];
  return `${variable}: ${issue.message}. ${field?.description ?? ''}`;
}

/** A platform that has some of its settings but not those that it needs would fail at the first message. */
function halfSetGroups(set: Given): readonly string[] {
  const problems: string[] = [];
  const missing = (name: keyof Environment, because: string) =>
    problems.push(`${name}: is not set, but ${because}. ${ENVIRONMENT.shape[name].description}`);
  const anyOf = (...names: (keyof Environment)[]) => names.find((name) => set[name] !== undefined);
  const slack = anyOf('SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN', 'SLACK_STAFF_CHANNEL', 'SLACK_API_URL');
  if (slack && !anyOf('SLACK_BOT_TOKEN')) missing('SLACK_BOT_TOKEN', `${slack} is`);
  if (anyOf('SLACK_BOT_TOKEN') && !anyOf('SLACK_SIGNING_SECRET', 'SLACK_APP_TOKEN')) {
    missing(
      'SLACK_SIGNING_SECRET',
      'SLACK_BOT_TOKEN is, and neither is SLACK_APP_TOKEN (one of the two is needed)',
    );
  }
  const discord = anyOf('DISCORD_API_URL', 'DISCORD_STAFF_CHANNEL');
  if (discord && !anyOf('DISCORD_TOKEN')) missing('DISCORD_TOKEN', `${discord} is`);
  return problems;
}

function assembled(env: Environment): Config {
  return {
    database: defined({ databaseUrl: env.DATABASE_URL, dataDir: env.DATA_DIR }),
    http: defined({ host: env.HOST, port: env.PORT, trustedProxies: env.TRUSTED_PROXIES }),
    defaults: { locale: env.DEFAULT_LOCALE, timeZone: env.DEFAULT_TIME_ZONE },
    logLevel: env.LOG_LEVEL,
    ...defined({
      publicUrl: env.PUBLIC_URL,
      bootstrapLead: env.BOOTSTRAP_LEAD,
      slack: slackSettings(env),
      discord: discordSettings(env),
    }),
  };
}

function slackSettings(env: Environment): SlackSettings | undefined {
  if (env.SLACK_BOT_TOKEN === undefined) return undefined;
  return defined({
    botToken: env.SLACK_BOT_TOKEN,
    signingSecret: env.SLACK_SIGNING_SECRET,
    appToken: env.SLACK_APP_TOKEN,
    apiUrl: env.SLACK_API_URL,
    staffChannel: env.SLACK_STAFF_CHANNEL,
  });
}

function discordSettings(env: Environment): DiscordSettings | undefined {
  if (env.DISCORD_TOKEN === undefined) return undefined;
  return defined({
    token: env.DISCORD_TOKEN,
    apiUrl: env.DISCORD_API_URL,
    staffChannel: env.DISCORD_STAFF_CHANNEL,
  });
}

type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Without the entries that are undefined: optional means absent here. */
function defined<T extends object>(entries: T): Defined<T> {
  return Object.fromEntries(Object.entries(entries).filter(([, value]) => value !== undefined)) as Defined<T>;
}
