import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { PLATFORMS } from '../../src/chat/incoming.ts';
import { postgresAvailable, postgresUrl } from '../support/database.ts';
import { journey } from './support/journey.ts';
import { en, zh } from './support/screen.ts';
import { ALL_ON, startWorld, type World } from './support/world.ts';

describe.skipIf(!(await postgresAvailable()))('a database that goes away', () => {
  let world: World;
  afterEach(async () => world[Symbol.asyncDispose]());

  it.each(PLATFORMS)(
    'is told to whoever clicks on %s, leaves nothing half written, and the same click works once it is back',
    async (platform) => {
      const databaseUrl = await postgresUrl();
      world = await startWorld({ placing: ALL_ON(platform), databaseUrl, quiet: true });
      const act = journey(world);
      await act.request();
      await act.linxiao.sees(en('reports.state.REQUESTED'));
      await cutOff(databaseUrl);
      await act.accept();
      // Without the record, the language is the one that the platform knows.
      await act.linxiao.sees(zh('chat.failed.unavailable'));
      await comeBack(databaseUrl);
      const id = await act.onlyReport();
      expect(await act.state(id)).toBe('REQUESTED');
      expect(await world.app().database.prisma.transition.count({ where: { reportId: id } })).toBe(2);
      await act.accept();
      await act.olivia.sees(en('reports.state.FILLING'));
      expect(await act.state(id)).toBe('FILLING');
    },
    60_000,
  );
});

/** No new connections, and the old ones are ended: what a restart of the server looks like from the bot. */
const cutOff = (url: string) =>
  asAdministrator(url, async (client, name) => {
    await client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS false`);
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [name]);
  });

const comeBack = (url: string) =>
  asAdministrator(url, (client, name) => client.query(`ALTER DATABASE "${name}" ALLOW_CONNECTIONS true`));

async function asAdministrator(url: string, work: (client: pg.Client, name: string) => Promise<unknown>) {
  const address = new URL(url);
  const name = address.pathname.slice(1);
  address.pathname = '/postgres';
  const client = new pg.Client({ connectionString: address.href });
  await client.connect();
  try {
    await work(client, name);
  } finally {
    await client.end();
  }
}
