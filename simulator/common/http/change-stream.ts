import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import type { Changes } from '../changes.ts';

/**
 * `<prefix>/control/stream`: server-sent events. Each says which parts changed since the last one; a burst of changes
 * becomes one event, so that the page asks for the state once.
 */
export function changeStream<Change extends string>(
  fastify: FastifyInstance,
  changes: Changes<Change>,
): void {
  const open = new Set<ServerResponse>();
  // A server waits for its open answers when it closes, and these would never end by themselves.
  fastify.addHook('preClose', async () => {
    for (const stream of open) stream.end();
  });
  fastify.get('/control/stream', (request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    reply.raw.write('event: hello\ndata: {}\n\n');
    const stop = gathered(changes, (names) => {
      reply.raw.write(`event: change\ndata: ${JSON.stringify({ changes: names })}\n\n`);
    });
    open.add(reply.raw);
    request.raw.on('close', () => {
      open.delete(reply.raw);
      stop();
    });
  });
}

function gathered<Change extends string>(
  source: Changes<Change>,
  send: (changes: Change[]) => void,
): () => void {
  const waiting = new Set<Change>();
  return source.onChange((change) => {
    if (waiting.size === 0) {
      setImmediate(() => {
        const changes = [...waiting];
        waiting.clear();
        send(changes);
      });
    }
    waiting.add(change);
  });
}
