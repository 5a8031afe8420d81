import type { FastifyInstance } from 'fastify';
import type { Core } from '../../core.ts';
import { signatureOf } from '../../objects/message.ts';
import { contentOf } from '../../state/files.ts';

interface Signed {
  readonly Params: { readonly id: string };
  readonly Querystring: { readonly ex?: string; readonly hm?: string };
}

/** Where attachments come down from. The address is the secret, and it serves for a day. */
export function cdnRoutes(fastify: FastifyInstance, { servers, journal }: Core): void {
  for (const folder of ['attachments', 'ephemeral-attachments']) {
    fastify.get<Signed>(`/cdn/${folder}/:channel/:id/:name`, (request, reply) => {
      const file = servers.state.files[request.params.id];
      const { ex = '0', hm } = request.query;
      const expired = Number.parseInt(ex, 16) * 1_000 < servers.wireMs();
      if (file && !expired && hm === signatureOf(file.id))
        return reply.type(file.contentType).send(contentOf(file));
      journal.violation('cdn', expired ? 'expired_url' : 'unknown_file');
      return reply.code(404).type('text/plain').send('This content is no longer available.');
    });
  }
}
