import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../../../src/app.ts';
import { isRefused, type Result, refuse } from '../../../src/result.ts';
import type { KeyHolder } from '../../../src/services/access/actions/authenticate.ts';
import {
  claimWrite,
  giveUpWrite,
  keepAnswer,
  type Write,
} from '../../../src/services/access/record/writes.ts';
import { Refused } from '../problems/errors.ts';

const HEADER = 'idempotency-key';
/** A write whose process died may be tried again after this. */
const ABANDONED_AFTER_MS = 60_000;

export interface Answered {
  readonly status: number;
  readonly body: unknown;
}

export interface OnceParts {
  readonly app: App;
  readonly holder: KeyHolder;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** What makes two requests the same; the bytes of a file where there is one. */
  readonly body: unknown;
}

/**
 * Carries a write out once for its idempotency key. Sent again, it gets the same answer; with another body, and while the
 * first is at work, it is refused. What was refused has changed nothing and may be sent again, corrected or not.
 */
export async function once(
  { app, holder, request, reply, body }: OnceParts,
  carryOut: (requestId: string) => Promise<Result<Answered>>,
): Promise<void> {
  const key = request.headers[HEADER];
  if (typeof key !== 'string' || !/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new Refused(refuse('access.idempotency-missing', {}, 'Idempotency-Key'));
  }
  const { applicationId, mode } = holder;
  const write: Write = { applicationId, mode, key, requestHash: hashOf(request, body) };
  const found = await claimWrite(app, write, ABANDONED_AFTER_MS);
  if (found === 'busy') throw new Refused(refuse('access.idempotency-busy'));
  if (found === 'other') throw new Refused(refuse('access.idempotency-other'));
  if (found !== 'claimed') {
    reply.header('idempotency-replayed', 'true');
    reply.code(found.status).send(JSON.parse(found.answer));
    return;
  }
  try {
    const done = await carryOut(`api:${holder.keyId}:${request.id}`);
    if (isRefused(done)) throw new Refused(done);
    await keepAnswer(app, write, done.ok);
    reply.code(done.ok.status).send(done.ok.body);
  } catch (error) {
    await giveUpWrite(app, write);
    throw error;
  }
}

function hashOf({ method, url }: FastifyRequest, body: unknown): string {
  const hash = createHash('sha256').update(`${method} ${url}\n`);
  return hash.update(body instanceof Uint8Array ? body : JSON.stringify(body ?? null)).digest('hex');
}
