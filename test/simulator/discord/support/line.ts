import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { RunningDiscord } from '../../../../simulator/discord/start.ts';
import { TOKEN } from './guild.ts';
import { rest } from './rest.ts';

export interface Payload {
  readonly op: number;
  readonly t?: string;
  readonly s?: number;
  readonly d?: { readonly session_id?: string; readonly [key: string]: unknown } | boolean | null;
}

/** A gateway connection by hand: says what it is told to, and gives what it hears in order. */
export interface Line extends Disposable {
  readonly heard: readonly Payload[];
  say(payload: unknown): void;
  /** The first that fits, among what was heard and what will be. */
  hears(fits: (payload: Payload) => boolean): Promise<Payload>;
  closed(): Promise<number>;
  break(): void;
}

export async function openLine(discord: RunningDiscord): Promise<Line> {
  const { body } = await rest<{ readonly url: string }>(discord, 'GET /gateway/bot');
  const socket = new WebSocket(`${body.url}/?v=10&encoding=json`);
  const heard: Payload[] = [];
  const closing = once(socket, 'close').then(([code]) => Number(code));
  socket.on('message', (data) => heard.push(JSON.parse(String(data))));
  await once(socket, 'open');
  return {
    heard,
    say: (payload) => socket.send(JSON.stringify(payload)),
    async hears(fits) {
      for (;;) {
        const found = heard.find(fits);
        if (found) return found;
        await once(socket, 'message', { signal: AbortSignal.timeout(5_000) });
      }
    },
    closed: () => closing,
    break: () => socket.terminate(),
    [Symbol.dispose]: () => socket.terminate(),
  };
}

export const identify = (over: object = {}): object => ({
  op: 2,
  d: { token: TOKEN, intents: 1, properties: { os: 'linux', browser: 'test', device: 'test' }, ...over },
});

export const event = (name: string) => (payload: Payload) => payload.t === name;

/** A line that has identified, and the id of its session. */
export async function identified(
  discord: RunningDiscord,
  over: object = {},
): Promise<{ line: Line; session: string }> {
  const line = await openLine(discord);
  line.say(identify(over));
  const { d } = await line.hears(event('READY'));
  if (typeof d !== 'object' || !d?.session_id) throw new Error('there is no session');
  return { line, session: d.session_id };
}

export const resume = (session: string, seq: number): object => ({
  op: 6,
  d: { token: TOKEN, session_id: session, seq },
});
