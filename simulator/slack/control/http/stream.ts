import type { FastifyInstance } from 'fastify';
import type { Change, Workspace } from '../../state/workspace.ts';

/**
 * `<prefix>/control/stream`: server-sent events. Each says which parts changed since the last one; a burst of changes
 * becomes one event, so that the page asks for the state once.
 */
export function changeStream(fastify: FastifyInstance, workspace: Workspace): void {
  fastify.get('/control/stream', (request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    reply.raw.write('event: hello\ndata: {}\n\n');
    const stop = gathered(workspace, (changes) => {
      reply.raw.write(`event: change\ndata: ${JSON.stringify({ changes })}\n\n`);
    });
    request.raw.on('close', stop);
  });
}

function gathered(workspace: Workspace, send: (changes: Change[]) => void): () => void {
  const waiting = new Set<Change>();
  return workspace.onChange((change) => {
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
