import pg from 'pg';
import { applyMigrations } from '../../prisma/migrate.ts';
import { openDatabase } from '../../src/platform/database/open.ts';

/** Hands out databases of one server, each a copy of a migrated one, and drops them in the end. */
export class PostgresDatabases implements AsyncDisposable {
  readonly #adminUrl: string;
  readonly #prefix: string;
  readonly #made: string[] = [];
  #queue: Promise<unknown> = Promise.resolve();
  #template: string | undefined;

  constructor(adminUrl: string) {
    this.#adminUrl = adminUrl;
    this.#prefix = `baobei_test_${process.pid}_${Date.now().toString(36)}`;
  }

  /** URL of a database that nobody else has; an empty one on request, otherwise migrated. */
  create({ empty = false } = {}): Promise<string> {
    // CREATE DATABASE refuses a template that another copy is being made of.
    const made = this.#queue.then(async () => this.#make(empty ? 'template0' : await this.#migrated()));
    this.#queue = made.catch(() => {});
    return made;
  }

  async #migrated(): Promise<string> {
    if (this.#template !== undefined) return this.#template;
    const url = await this.#make('template0');
    await using database = await openDatabase({ databaseUrl: url, dataDir: '', poolSize: 2 });
    await applyMigrations(database);
    this.#template = new URL(url).pathname.slice(1);
    return this.#template;
  }

  async #make(template: string): Promise<string> {
    const name = `${this.#prefix}_${this.#made.length}`;
    await this.#asAdmin(`CREATE DATABASE "${name}" TEMPLATE "${template}"`);
    this.#made.push(name);
    const url = new URL(this.#adminUrl);
    url.pathname = name;
    return url.href;
  }

  async #asAdmin(sql: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.#adminUrl });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const name of this.#made) await this.#asAdmin(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  }
}
