import Fastify, { type FastifyInstance, type InjectOptions } from 'fastify';
import { keysPage } from '../../../adapters/api/keys-page/plugin.ts';
import { providerApi } from '../../../adapters/api/plugin.ts';
import type { App } from '../../../src/app.ts';
import { createTranslators } from '../../../src/chat/messages/translators.ts';
import type { Actor } from '../../../src/people/principal.ts';
import type { KeyOffer } from '../../../src/services/access/grant.ts';
import { givenGrant, givenKey, givenLevel } from '../../services/access/given.ts';
import { type TestClock, testApp, testClock } from '../../support/app.ts';
import { type CaseDriver, caseDriver } from '../../support/case-driver.ts';
import { type Cast, seedCast } from '../../support/cast.ts';
import { testDatabase } from '../../support/database.ts';

let requests = 0;

interface Asking {
  readonly body?: NonNullable<InjectOptions['payload']>;
  /** Idempotency key. */
  readonly once?: string;
  readonly from?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** One caller's way of asking: writes get an idempotency key of their own unless one is given. */
const callerOf =
  (server: FastifyInstance, key: string) =>
  (method: Method, url: string, more: Asking = {}) => {
    requests += 1;
    return server.inject({
      method,
      url: `/api/v1${url}`,
      ...(more.body === undefined ? {} : { payload: more.body }),
      ...(more.from === undefined ? {} : { remoteAddress: more.from }),
      headers: {
        authorization: `Bearer ${key}`,
        ...(method === 'GET' ? {} : { 'idempotency-key': more.once ?? `test-${requests}` }),
        ...more.headers,
      },
    });
  };

export type Caller = ReturnType<typeof callerOf>;

export interface ApiRig extends AsyncDisposable {
  readonly app: App;
  readonly clock: TestClock;
  readonly cast: Cast;
  readonly driver: CaseDriver;
  readonly server: FastifyInstance;
  /** With a live key of the cast's administrator. */
  readonly call: Caller;
  /** With another key, of a grant that differs in this. */
  readonly as: (grant: Partial<KeyOffer>, by?: Actor) => Promise<Caller>;
  readonly with: (key: string) => Caller;
}

export interface RigOptions {
  readonly limits?: { readonly perKey: number; readonly perAddress: number };
  readonly database?: Awaited<ReturnType<typeof testDatabase>>;
}

/** The API on a server that listens nowhere, over a record with one store and one provider of level 4. */
export async function apiRig({ limits, database: given }: RigOptions = {}): Promise<ApiRig> {
  await using stack = new AsyncDisposableStack();
  const database = stack.use(given ?? (await testDatabase()));
  const clock = testClock('2026-05-04T02:00:00Z');
  const app = stack.use(await testApp(database, clock));
  const cast = await seedCast(database);
  const { providerId } = cast;
  await givenLevel(database, providerId, '4');
  const defaults = { locale: 'en' as const, zone: 'Asia/Shanghai', translators: createTranslators() };
  const server = Fastify();
  stack.defer(() => server.close());
  await server.register(providerApi, { prefix: '/api', app, defaults, ...(limits ? { limits } : {}) });
  await server.register(keysPage, { app, defaults });
  const as = async (grant: Partial<KeyOffer>, actor: Actor = cast.admin) => {
    const applicationId = app.ids.next('app');
    await givenGrant({ database, clock }, { providerId, applicationId, ...grant });
    const mode = grant.mode ?? 'LIVE';
    return callerOf(server, await givenKey({ ...app, clock }, { actor, applicationId, mode }));
  };
  const call = await as({});
  const owned = stack.move();
  return {
    ...{ app, clock, cast, server, call, as },
    driver: caseDriver(app, cast),
    with: (key) => callerOf(server, key),
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** The store's only report that is on its way: it waits for the provider to fill it in. */
export async function givenFilling({ app, driver, cast }: ApiRig): Promise<string> {
  const open = { storeId: cast.storeId, state: { in: ['REQUESTED', 'FILLING', 'STORE_CONFIRM'] } };
  for (const { id } of await app.database.prisma.report.findMany({ where: open })) {
    await driver.apply(id, cast.owner, { type: 'withdraw' });
  }
  const id = await driver.draft();
  await driver.apply(id, cast.owner, { type: 'request' });
  await driver.apply(id, cast.admin, { type: 'accept' });
  return id;
}
