import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { PLATFORM_KINDS } from '../setup.ts';
import type { PageHost } from './host.ts';

/** Says something to every page that is open. */
export type Tell = (event: string, data: object) => void;

/**
 * `GET /simulator/stream`: server-sent events for everything that a page follows: `clock` with the time, at once and after
 * every move, and a platform's kind when its stand-in changed. One stream for all of it, because a browser opens six
 * connections to a server and no more.
 */
export function streamRoute(fastify: FastifyInstance, { clock, changes }: PageHost): Tell {
  const open = new Set<ServerResponse>();
  const tell: Tell = (event, data) => {
    for (const stream of open) write(stream, event, data);
  };
  const stops = PLATFORM_KINDS.map((kind) => changes[kind].onChange(once(() => tell(kind, {}))));
  // A server waits for its open answers when it closes, and these would never end by themselves.
  fastify.addHook('preClose', async () => {
    for (const stop of stops) stop();
    for (const stream of open) stream.end();
  });
  fastify.get('/simulator/stream', (request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    write(reply.raw, 'clock', { now: clock.now().toISOString() });
    open.add(reply.raw);
    request.raw.on('close', () => open.delete(reply.raw));
  });
  return tell;
}

function write(stream: ServerResponse, event: string, data: object): void {
  stream.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
}

/** A burst of calls is one, so that a page asks once. */
function once(act: () => void): () => void {
  let isWaiting = false;
  return () => {
    if (isWaiting) return;
    isWaiting = true;
    setImmediate(() => {
      isWaiting = false;
      act();
    });
  };
}
