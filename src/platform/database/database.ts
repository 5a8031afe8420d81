import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import type pg from 'pg';
import { lostRace, translate } from './errors.ts';
import { type Prisma, PrismaClient } from './generated/client.ts';
import type { AccountablePGlite } from './pglite-adapter.ts';

/** The driver under the client, for the two that must speak to it themselves: migrations and the queue. */
export type Connection =
  | { readonly kind: 'pglite'; readonly pglite: AccountablePGlite }
  | { readonly kind: 'postgres'; readonly pool: pg.Pool; readonly url: string };

/** The shared record. Read with `prisma` or `query`; everything that belongs together is written by one `change`. */
export interface Database extends AsyncDisposable {
  readonly prisma: PrismaClient;
  readonly connection: Connection;
  readonly adapterFactory: SqlMigrationAwareDriverAdapterFactory;
  /** One statement, outside of any transaction. Throws {@link DatabaseUnavailable}, `Conflict`. */
  query<T>(sql: Prisma.Sql): Promise<T[]>;
  /**
   * All statements in order, in one transaction; the rows of each. Nothing is written when one of them fails.
   * Throws `Conflict` (compare-and-set met nothing, unique or exclusion constraint) and `DatabaseUnavailable`.
   */
  change<T>(statements: readonly Prisma.Sql[]): Promise<T[][]>;
}

export interface DatabaseParts {
  readonly connection: Connection;
  readonly adapterFactory: SqlMigrationAwareDriverAdapterFactory;
  readonly close: () => Promise<void>;
}

/** A batch that lost a race is run again this often before the caller hears of it. */
const ATTEMPTS = 4;
/** Waiting for a connection, and running the whole batch. Prisma's own 2 s and 5 s give up under a burst of clicks. */
const TRANSACTION = { maxWait: 10_000, timeout: 30_000 };

/** Puts the Prisma client over a driver. Used by `openDatabase` and by the test harness. */
export function assembleDatabase({ connection, adapterFactory, close }: DatabaseParts): Database {
  const prisma = new PrismaClient({ adapter: adapterFactory, transactionOptions: TRANSACTION });
  return {
    prisma,
    connection,
    adapterFactory,
    query: (sql) => translated(() => prisma.$queryRaw(sql)),
    change: (statements) => translated(() => inOneTransaction(prisma, statements)),
    [Symbol.asyncDispose]: async () => {
      await prisma.$disconnect();
      await close();
    },
  };
}

/** A batch, never an interactive transaction: those cost a round trip of the event loop for every statement. */
async function inOneTransaction<T>(prisma: PrismaClient, statements: readonly Prisma.Sql[]): Promise<T[][]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await prisma.$transaction(statements.map((statement) => prisma.$queryRaw<T[]>(statement)));
    } catch (error) {
      if (attempt === ATTEMPTS || !lostRace(error)) throw error;
    }
  }
}

async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw translate(error);
  }
}
