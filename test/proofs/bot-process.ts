import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

/** The real program in a process of its own, so that it can be killed. */
export class BotProcess implements AsyncDisposable {
  readonly url: string;
  kills = 0;
  #child: ChildProcess | undefined;
  #errors = '';
  readonly #env: NodeJS.ProcessEnv;
  readonly #log: number;

  /** @param logFile what the process wrote, across all its lives */
  constructor(port: number, logFile: string, env: NodeJS.ProcessEnv) {
    this.url = `http://127.0.0.1:${port}`;
    this.#log = openSync(logFile, 'a');
    this.#env = { PATH: process.env.PATH, PORT: String(port), ...env };
  }

  get alive(): boolean {
    return this.#child !== undefined;
  }

  /** Resolves when the bot takes requests. */
  async start(): Promise<void> {
    const child = spawn(process.execPath, ['src/main.ts'], {
      env: this.#env,
      stdio: ['ignore', this.#log, 'pipe'],
    });
    child.stderr?.on('data', (chunk) => {
      this.#errors = `${this.#errors}${chunk}`.slice(-4_000);
    });
    child.once('exit', () => {
      if (this.#child === child) this.#child = undefined;
    });
    this.#child = child;
    while (!(await this.#ready())) {
      if (!this.alive) throw new Error(`the bot did not start: ${this.#errors}`);
      await delay(50);
    }
  }

  /** Without a word: no handler runs, nothing is flushed. */
  async kill(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    this.kills += 1;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  /** As an operator stops it. */
  async stop(): Promise<void> {
    const child = this.#child;
    if (!child) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    await gone;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.stop();
  }

  async #ready(): Promise<boolean> {
    try {
      return (await fetch(`${this.url}/readyz`)).ok;
    } catch {
      return false;
    }
  }
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (!address || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
