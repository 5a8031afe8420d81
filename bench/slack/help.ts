import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { type Measurement, perSecond } from '../support/measurement.ts';
import type { BenchServer } from '../support/postgres.ts';
import { type Carried, postCommands } from './commands.ts';
import { openSink } from './sink.ts';

const SERVED = join(import.meta.dirname, 'served.ts');
const SECRET = 'bench-signing-secret';
const CONNECTIONS = 32;
const ROUNDS = 3;
const COMMANDS = 1_000;

/** Architecture §7: a signed `/help`, answered privately, against a bare Bolt app that answers nothing. */
export async function benchHelp(server: BenchServer): Promise<readonly Measurement[]> {
  await using stack = new AsyncDisposableStack();
  const sink = stack.use(await openSink());
  const bare = await served(stack, ['bare', SECRET]);
  const bot = await served(stack, ['bot', `${sink.url}/api/`, SECRET, await server.create()]);
  const load = { secret: SECRET, connections: CONNECTIONS };
  const carried: Record<'bare' | 'bot', Carried[]> = { bare: [], bot: [] };
  for (let round = 0; round <= ROUNDS; round += 1) {
    const commands = round === 0 ? CONNECTIONS * 4 : COMMANDS;
    const one = {
      bare: await postCommands({ ...load, url: bare, commands }),
      bot: await postCommands({ ...load, url: bot, commands, sink }),
    };
    if (round === 0) continue;
    carried.bare.push(one.bare);
    carried.bot.push(one.bot);
  }
  return lines(mean(carried.bot), mean(carried.bare));
}

function mean(rounds: readonly Carried[]): Carried {
  const total = rounds.reduce((sum, { perSecond: rate }) => sum + 1 / rate, 0);
  return { perSecond: rounds.length / total, p99: Math.max(...rounds.map(({ p99 }) => p99)) };
}

function lines(bot: Carried, bare: Carried): readonly Measurement[] {
  const ratio = bot.perSecond / bare.perSecond;
  return [
    {
      what: `signed /help over HTTP, ${CONNECTIONS} connections, PostgreSQL`,
      measured: perSecond(bot.perSecond),
      peer: `bare Bolt app: ${perSecond(bare.perSecond)}`,
      ratio,
      budget: '≥ 0.6',
      met: ratio >= 0.6,
    },
    {
      what: 'its acknowledgement, 99th percentile',
      measured: `${Math.round(bot.p99)} ms`,
      peer: `bare Bolt app: ${Math.round(bare.p99)} ms`,
      ratio: null,
      budget: '≤ 250 ms',
      met: bot.p99 <= 250,
    },
  ];
}

async function served(stack: AsyncDisposableStack, parameters: readonly string[]): Promise<string> {
  const child = fork(SERVED, parameters, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  stack.defer(() => stopped(child));
  let said = '';
  for await (const part of child.stdout ?? []) {
    said += String(part);
    const url = /listening: (\S+)/.exec(said)?.[1];
    if (url) return url;
  }
  throw new Error(`${parameters[0]} ended before it listened:\n${said}`);
}

function stopped(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.disconnect();
  });
}
