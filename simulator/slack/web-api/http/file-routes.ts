import type { FastifyInstance } from 'fastify';
import type { Core } from '../../core.ts';
import { contentOf } from '../../state/files.ts';
import { bearerOf } from './routes.ts';

/** Where files go up (`<prefix>/upload/<id>`, the address is the secret) and come down (with the bot's token). */
export function fileRoutes(fastify: FastifyInstance, core: Core): void {
  fastify.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: 64 * 2 ** 20 },
      (_request, body, done) => {
        done(null, body);
      },
    );
    uploadRoute(scope, core);
  });
  downloadRoute(fastify, core);
}

function uploadRoute(fastify: FastifyInstance, { workspace, journal }: Core): void {
  fastify.post<{ Params: { id: string } }>('/upload/:id', async (request, reply) => {
    const file = workspace.state.files[request.params.id];
    const content = await bytesOf(request.body, request.headers['content-type'] ?? '');
    if (!file || file.uploaded || content.length !== file.size) {
      journal.violation('upload', 'upload_refused', [
        `${content.length} bytes came, ${file?.size ?? 0} were announced`,
      ]);
      return reply.code(400).send('upload refused');
    }
    file.content = content.toString('base64');
    file.uploaded = true;
    workspace.changed('files');
    return reply.type('text/plain').send(`OK - ${content.length}`);
  });
}

// Slack takes the bytes as they are, or as the one file of a form.
async function bytesOf(body: unknown, type: string): Promise<Buffer> {
  const raw = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
  if (!type.startsWith('multipart/form-data')) return raw;
  const form = await new Response(new Uint8Array(raw), { headers: { 'content-type': type } }).formData();
  const [file] = [...form.values()].filter((value) => value instanceof Blob);
  return file ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0);
}

function downloadRoute(fastify: FastifyInstance, { workspace, journal }: Core): void {
  fastify.get<{ Params: { id: string } }>('/files/:id/:name', (request, reply) => {
    const file = workspace.state.files[request.params.id];
    if (bearerOf(request) !== workspace.options.botToken || !workspace.scopes.includes('files:read')) {
      journal.violation('download', 'invalid_auth');
      // Slack sends whoever is not signed in to its sign-in page, with status 200.
      return reply.type('text/html').send('<!DOCTYPE html><title>Sign in</title>');
    }
    if (!file?.uploaded) return reply.code(404).send('file_not_found');
    return reply.type(file.mimetype).send(contentOf(file));
  });
}
