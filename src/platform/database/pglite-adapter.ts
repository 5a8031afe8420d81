import { messages, PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import type {
  SqlDriverAdapter,
  SqlMigrationAwareDriverAdapterFactory,
  SqlQuery,
  Transaction,
} from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';
import { asDriverError } from './script-error.ts';

type Work<T> = Parameters<typeof PGlite.prototype.transaction<T>>[0];

/** Where the database is; without a directory it lives in memory. */
export interface PGliteSource {
  readonly dataDir?: string;
  /** A dump to begin from, as `dumpDataDir()` wrote it. */
  readonly loadDataDir?: Blob;
}

/** PGlite with our extensions, and with the outcome of its latest transaction for {@link CommitCheckedTransaction}. */
export class AccountablePGlite extends PGlite {
  latest: Promise<unknown> = Promise.resolve();

  constructor(source: PGliteSource) {
    super({ ...source, extensions: { btree_gist } });
  }

  override transaction<T>(work: Work<T>): Promise<T> {
    const outcome = super.transaction(work);
    this.latest = outcome;
    return outcome;
  }
}

/** The adapter swallows an error of COMMIT itself (a full disk, say); a change that was not written would look done. */
class CommitCheckedTransaction implements Transaction {
  readonly provider = 'postgres';
  readonly adapterName: string;
  readonly options: Transaction['options'];
  readonly #inner: Transaction;
  readonly #outcome: Promise<unknown>;

  constructor(inner: Transaction, outcome: Promise<unknown>) {
    this.#inner = inner;
    this.#outcome = outcome;
    this.adapterName = inner.adapterName;
    this.options = inner.options;
  }

  queryRaw = (query: SqlQuery) => this.#inner.queryRaw(query);
  executeRaw = (query: SqlQuery) => this.#inner.executeRaw(query);
  rollback = () => this.#inner.rollback();

  async commit(): Promise<void> {
    await this.#inner.commit();
    await this.#outcome.catch(rethrow);
  }
}

class PGliteAdapter implements SqlDriverAdapter {
  readonly provider = 'postgres';
  readonly adapterName: string;
  readonly #inner: SqlDriverAdapter;
  readonly #pglite: AccountablePGlite;

  constructor(inner: SqlDriverAdapter, pglite: AccountablePGlite) {
    this.#inner = inner;
    this.#pglite = pglite;
    this.adapterName = inner.adapterName;
  }

  queryRaw = (query: SqlQuery) => this.#inner.queryRaw(query);
  executeRaw = (query: SqlQuery) => this.#inner.executeRaw(query);
  dispose = () => this.#inner.dispose();
  getConnectionInfo = () => ({ supportsRelationJoins: true });

  /** The one connection runs one transaction after the other, which is stricter than any isolation level. */
  async startTransaction(): Promise<Transaction> {
    const starting = this.#inner.startTransaction();
    const outcome = this.#pglite.latest;
    return new CommitCheckedTransaction(await starting, outcome);
  }

  /** The inner adapter does not wait for its script, so a broken migration would pass for an applied one. */
  async executeScript(script: string): Promise<void> {
    await this.#pglite.exec(script).catch(rethrow);
  }
}

function rethrow(error: unknown): never {
  if (!(error instanceof messages.DatabaseError)) throw error;
  throw asDriverError(error);
}

/** Prisma's way to the embedded database. The caller owns the PGlite and closes it. */
export function pgliteAdapterFactory(pglite: AccountablePGlite): SqlMigrationAwareDriverAdapterFactory {
  const inner = new PrismaPGlite(pglite);
  return {
    provider: 'postgres',
    adapterName: inner.adapterName,
    connect: async () => new PGliteAdapter(await inner.connect(), pglite),
    connectToShadowDb: shadowDatabase,
  };
}

/** A throw-away database in memory, where the migration engine replays the migrations to compare them. */
async function shadowDatabase(): Promise<SqlDriverAdapter> {
  const pglite = new AccountablePGlite({});
  const adapter = new PGliteAdapter(await new PrismaPGlite(pglite).connect(), pglite);
  adapter.dispose = () => pglite.close();
  return adapter;
}
