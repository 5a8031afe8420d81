import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { inParallel } from '../support/in-parallel.ts';
import type { Sink } from './sink.ts';

export interface Load {
  /** Where signed commands go. */
  readonly url: string;
  readonly secret: string;
  /** Given: the next command of a connection waits for the answer of the one before, as a person would. */
  readonly sink?: Sink;
  readonly connections: number;
  readonly commands: number;
}

export interface Carried {
  readonly perSecond: number;
  /** Milliseconds from sending to the acknowledgement that 99 of 100 stayed under. */
  readonly p99: number;
}

let sent = 0;

/** Slash commands as Slack signs and posts them, each with a trigger of its own. */
export async function postCommands(load: Load): Promise<Carried> {
  const agent = new Agent({ keepAlive: true, maxSockets: load.connections });
  const waits: number[] = [];
  const each = Array.from({ length: load.commands }, () => load.sink?.expect());
  const seconds = await inParallel(each, load.connections, async (answer) => {
    const start = performance.now();
    const status = await post(load, agent, bodyOf(answer?.responseUrl ?? ''));
    if (status !== 200) throw new Error(`${load.url} answered ${status}`);
    waits.push(performance.now() - start);
    await answer?.answered;
  });
  agent.destroy();
  const p99 = waits.toSorted((a, b) => a - b)[Math.floor(waits.length * 0.99)] ?? Number.NaN;
  return { perSecond: load.commands / seconds, p99 };
}

function bodyOf(responseUrl: string): string {
  sent += 1;
  return new URLSearchParams({
    command: '/help',
    text: '',
    team_id: 'T1',
    team_domain: 'bench',
    channel_id: 'D1',
    user_id: 'U1',
    user_name: 'bench',
    api_app_id: 'A1',
    response_url: responseUrl,
    trigger_id: `1.1.${process.pid}-${sent}`,
  }).toString();
}

/** https://docs.slack.dev/authentication/verifying-requests-from-slack/ */
function post({ url, secret }: Load, agent: Agent, body: string): Promise<number | undefined> {
  const time = Math.floor((performance.timeOrigin + performance.now()) / 1_000);
  const signature = createHmac('sha256', secret).update(`v0:${time}:${body}`).digest('hex');
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': Buffer.byteLength(body),
    'x-slack-request-timestamp': String(time),
    'x-slack-signature': `v0=${signature}`,
  };
  return new Promise((resolve, reject) => {
    request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode));
    })
      .once('error', reject)
      .end(body);
  });
}
