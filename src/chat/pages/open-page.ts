import type { App } from '../../app.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { looksLikeSecret } from '../../reports/fields/typed/secret.ts';
import type { FormPage, FormValues } from '../form.ts';

/** One page of a form as somebody has it open, about one thing in one state. */
export interface PageKey {
  readonly principalId: string;
  /** The opaque id of the form's target. */
  readonly handle: string;
  readonly form: string;
  readonly page: string;
}

export interface OpenPage {
  /** As it was shown. */
  readonly shown: FormPage<string>;
  readonly typed: FormValues;
}

interface Row {
  /** JSON knows no instants, so the page is kept as text and read back with them. */
  readonly shown: string;
  readonly typed: FormValues;
}

/** Keeps a page that is being shown in parts; what was typed into it before stays. */
export async function keepShown(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  key: PageKey,
  shown: FormPage<string>,
): Promise<FormValues> {
  const [row] = await database.query<Row>(Prisma.sql`
    INSERT INTO open_page (principal_id, handle, form, page, shown, typed, updated_at)
    VALUES (${key.principalId}, ${key.handle}, ${key.form}, ${key.page}, ${JSON.stringify(shown)}, '{}', ${clock.now()})
    ON CONFLICT (principal_id, handle, form, page) DO UPDATE
      SET shown = excluded.shown, updated_at = excluded.updated_at
    RETURNING shown, typed`);
  return row?.typed ?? {};
}

/** What was typed into a page that was never sent whole. */
export async function typedBefore({ database }: Pick<App, 'database'>, key: PageKey): Promise<FormValues> {
  const [row] = await database.query<Row>(
    Prisma.sql`SELECT shown, typed FROM open_page WHERE ${isPage(key)}`,
  );
  return row?.typed ?? {};
}

/** Adds what was typed into some of its inputs, nothing judged. Null: this person has no such page open. */
export async function keepTyped(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  key: PageKey,
  values: FormValues,
): Promise<OpenPage | null> {
  const [row] = await database.query<Row>(Prisma.sql`
    UPDATE open_page SET typed = typed || ${JSON.stringify(withoutSecrets(values))}::jsonb, updated_at = ${clock.now()}
    WHERE ${isPage(key)} RETURNING shown, typed`);
  return row ? { shown: withInstants(row.shown), typed: row.typed } : null;
}

export async function forgetPage({ database }: Pick<App, 'database'>, key: PageKey): Promise<void> {
  await database.query(Prisma.sql`DELETE FROM open_page WHERE ${isPage(key)}`);
}

/** Nobody comes back to a page after a month, and its button is stale by then. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

export const forgetOldPages = (now: Date): Prisma.Sql =>
  Prisma.sql`DELETE FROM open_page WHERE updated_at < ${new Date(now.getTime() - KEPT_MS)}`;

const isPage = ({ principalId, handle, form, page }: PageKey): Prisma.Sql =>
  Prisma.sql`principal_id = ${principalId} AND handle = ${handle} AND form = ${form} AND page = ${page}`;

/** What looks like a password or key is kept nowhere (domain-rules §4.2); the form refuses it when it is sent whole. */
const withoutSecrets = (values: FormValues): FormValues =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => typeof value !== 'string' || !looksLikeSecret(value)),
  );

const withInstants = (shown: string): FormPage<string> =>
  JSON.parse(shown, (name, value: unknown) =>
    name === 'instant' && typeof value === 'string' ? new Date(value) : value,
  );
