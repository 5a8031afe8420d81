import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { expect, vi } from 'vitest';

interface Heard {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A provider's own system: calls the API with its key, and hears of changes at an address of its own. */
export interface OwnSystem extends AsyncDisposable {
  /** Asks the API; throws what it answers unless it is what was asked for. */
  readonly call: (method: string, path: string, body?: object | Uint8Array) => Promise<unknown>;
  /** Registers its address; only what is signed with the secret that it then gets is taken. */
  readonly listen: (events: readonly string[]) => Promise<void>;
  readonly hears: (data: object) => Promise<void>;
}

export async function ownSystem(apiUrl: string, key: string): Promise<OwnSystem> {
  const heard: Heard[] = [];
  let secret = '';
  let calls = 0;
  const server = http.createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    try {
      const body = Buffer.concat(parts).toString('utf8');
      heard.push(new Webhook(secret).verify(body, request.headers as Record<string, string>) as Heard);
      response.writeHead(204).end();
    } catch {
      response.writeHead(401).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const call: OwnSystem['call'] = async (method, path, body) => {
    calls += 1;
    const isFile = body instanceof Uint8Array;
    const response = await fetch(`${apiUrl}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        'idempotency-key': `own-${calls}`,
        ...(body === undefined ? {} : { 'content-type': isFile ? 'application/pdf' : 'application/json' }),
      },
      ...(body === undefined ? {} : { body: isFile ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const answer: unknown = await response.json();
    if (!response.ok) throw new Error(`${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
  return {
    call,
    listen: async (events) => {
      const added = await call('POST', '/webhooks', { url: `http://127.0.0.1:${port}/hook`, events });
      secret = (added as { secret: string }).secret;
    },
    hears: (data) =>
      vi.waitFor(
        () => expect(heard).toContainEqual(expect.objectContaining({ data: expect.objectContaining(data) })),
        {
          timeout: 20_000,
          interval: 50,
        },
      ),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
