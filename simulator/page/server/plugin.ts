import { readFile } from 'node:fs/promises';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import { bundlePage, type PageBundle } from './bundle.ts';
import { clockRoute } from './clock-route.ts';
import { fontFiles } from './fonts.ts';
import type { PageHost } from './host.ts';
import { CONTENT_SECURITY_POLICY, pageHtml } from './html.ts';
import { streamRoute } from './stream-route.ts';

/**
 * The page at `/`, and what it asks for under `/simulator/`. The stand-ins themselves are registered by the caller,
 * under the paths that `setup.platforms` names.
 */
export const simulatorPage: FastifyPluginAsync<PageHost> = async (fastify, host) => {
  const bundle = await bundlePage(host.cacheDir);
  documentRoutes(fastify, bundle);
  fontRoute(fastify, bundle.digest, await fontFiles());
  clockRoute(fastify, host.clock, streamRoute(fastify, host));
  fastify.get('/simulator/setup', () => ({ ...host.setup, canReset: host.reset !== undefined }));
  const { reset } = host;
  if (reset) {
    fastify.post('/simulator/reset', async () => {
      await reset();
      return { ok: true };
    });
  }
};

/** For addresses that carry a digest of what they hold. */
const FOREVER = 'public, max-age=31536000, immutable';

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
      .header('cache-control', FOREVER)
      .send(body),
  );
}

function fontRoute(fastify: FastifyInstance, digest: string, files: ReadonlyMap<string, string>): void {
  fastify.get<{ Params: { file: string } }>(`/simulator/fonts/${digest}/:file`, async (request, reply) => {
    const path = files.get(request.params.file);
    if (!path) return reply.code(404).send('no such font');
    return reply
      .type('font/woff2')
      .header('cache-control', FOREVER)
      .send(await readFile(path));
  });
}
