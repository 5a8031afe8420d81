import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { bundlePage, type PageBundle } from './bundle.ts';
import { clockRoutes } from './clock-routes.ts';
import type { PageHost } from './host.ts';
import { CONTENT_SECURITY_POLICY, pageHtml } from './html.ts';

/**
 * The page at `/`, and what it asks for under `/simulator/`. The stand-ins themselves are registered by the caller,
 * under the paths that `setup.platforms` names.
 */
export const simulatorPage: FastifyPluginAsync<PageHost> = async (fastify, host) => {
  const bundle = await bundlePage(host.cacheDir);
  documentRoutes(fastify, bundle);
  clockRoutes(fastify, host.clock);
  fastify.get('/simulator/setup', () => ({ ...host.setup, canReset: host.reset !== undefined }));
  const { reset } = host;
  if (reset) {
    fastify.post('/simulator/reset', async () => {
      await reset();
      return { ok: true };
    });
  }
};

function documentRoutes(fastify: FastifyInstance, { digest, script, style }: PageBundle): void {
  const html = pageHtml(digest);
  fastify.get('/', (_request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', CONTENT_SECURITY_POLICY)
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'no-referrer')
      .header('cache-control', 'no-cache')
      .send(html),
  );
  asset(fastify, `/simulator/assets/page-${digest}.js`, { type: 'text/javascript', body: script });
  asset(fastify, `/simulator/assets/page-${digest}.css`, { type: 'text/css', body: style });
}

function asset(fastify: FastifyInstance, url: string, { type, body }: { type: string; body: string }): void {
  fastify.get(url, (_request, reply) =>
    reply
      .type(`${type}; charset=utf-8`)
      .header('x-content-type-options', 'nosniff')
      .header('cache-control', 'public, max-age=31536000, immutable')
      .send(body),
  );
}
