import { createServer, type Server } from 'node:http';
import type { TestProject } from 'vitest/node';
import { generateClient } from '../../prisma/generate.ts';
import type { PostgresDatabases } from './postgres-databases.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** File that every embedded test database begins from. */
    readonly databaseTemplate: string;
    /** Where a test file asks for a PostgreSQL database: `GET /migrated`, `/empty`, or only whether there is one. */
    readonly postgresDesk: string;
  }
}

interface Desk extends AsyncDisposable {
  readonly url: string;
}

/** Runs once, before all test files. PostgreSQL starts only when a file asks for it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await generateClient();
  const { migratedTemplate } = await import('./template.ts');
  project.provide('databaseTemplate', await migratedTemplate());
  const desk = await openDesk();
  project.provide('postgresDesk', desk.url);
  return async () => desk[Symbol.asyncDispose]();
}

/** Test files run in processes of their own that end before the run does, so the server belongs to this one. */
async function openDesk(): Promise<Desk> {
  const resources = new AsyncDisposableStack();
  let databases: Promise<PostgresDatabases | string> | undefined;
  const server = createServer((request, response) => {
    databases ??= startDatabases(resources);
    answer(databases, request.url).then(
      // A connection kept alive is closed under a test that comes back to it after five seconds.
      ({ status, body }) => response.writeHead(status, { connection: 'close' }).end(body),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
  const url = await listen(server);
  resources.defer(() => void server.close());
  return { url, [Symbol.asyncDispose]: () => resources.disposeAsync() };
}

async function answer(starting: Promise<PostgresDatabases | string>, path: string | undefined) {
  const databases = await starting;
  if (typeof databases === 'string') return { status: 503, body: databases };
  if (path === '/available') return { status: 200, body: '' };
  return { status: 200, body: await databases.create({ empty: path === '/empty' }) };
}

async function startDatabases(resources: AsyncDisposableStack): Promise<PostgresDatabases | string> {
  const { startPostgres } = await import('./postgres-server.ts');
  const server = await startPostgres();
  if ('missing' in server) {
    process.stderr.write(
      `\nSKIPPED: everything on PostgreSQL: ${server.missing}; or set TEST_DATABASE_URL.\n`,
    );
    return server.missing;
  }
  resources.defer(server.stop);
  const { PostgresDatabases } = await import('./postgres-databases.ts');
  return resources.use(new PostgresDatabases(server.adminUrl));
}

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`);
    });
  });
}
