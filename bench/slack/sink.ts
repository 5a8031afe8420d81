import { createServer } from 'node:http';

export interface Sink extends AsyncDisposable {
  readonly url: string;
  /** A response_url that was never given out, and when its answer comes. */
  expect(): { readonly responseUrl: string; readonly answered: Promise<void> };
}

/** As much of Slack as an answered command needs: it takes everything at once and remembers nothing. */
export async function openSink(): Promise<Sink> {
  const waiting = new Map<string, () => void>();
  const server = createServer((request, response) => {
    request.resume().once('end', () => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(WORKSPACE);
      waiting.get(request.url ?? '')?.();
      waiting.delete(request.url ?? '');
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  let given = 0;
  return {
    url,
    expect() {
      given += 1;
      const path = `/respond/${given}`;
      const { promise, resolve } = Promise.withResolvers<void>();
      waiting.set(path, resolve);
      return { responseUrl: url + path, answered: promise };
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Fits `auth.test` and `users.info`, the only methods that are asked. */
const WORKSPACE = JSON.stringify({
  ok: true,
  team_id: 'T1',
  user_id: 'UBOT',
  bot_id: 'B1',
  user: { locale: 'en-US' },
});
