import type { App } from '../../app.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { FormValues } from '../form.ts';

/** Whose form, about what. */
export interface DraftKey {
  /** The registered form, such as `report.fill`. */
  readonly form: string;
  readonly subject: string;
  /** A principal, or the organisation whose members share the draft. */
  readonly owner: string;
}

/** What was typed so far, on all pages. Nothing in it has been judged. */
export interface Draft {
  readonly values: FormValues;
  /** Everybody who ever typed into it, in the order of their first page. */
  readonly editors: readonly string[];
  readonly updatedAt: Date;
}

export interface DraftPage {
  /** Only the fields of this page; the others stay as they are. */
  readonly values: FormValues;
  readonly editor: string;
}

/** Null: nothing was typed yet. */
export async function loadDraft({ database }: Pick<App, 'database'>, key: DraftKey): Promise<Draft | null> {
  const [draft] = await database.query<Draft>(Prisma.sql`
    SELECT "values", editors, updated_at AS "updatedAt" FROM form_draft WHERE ${isDraft(key)}`);
  return draft ?? null;
}

/** Keeps a page as typed, and returns the whole draft with it. To be called before anything is judged. */
export async function saveDraft(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  { form, subject, owner }: DraftKey,
  { values, editor }: DraftPage,
): Promise<Draft> {
  const [draft] = await database.query<Draft>(Prisma.sql`
    INSERT INTO form_draft AS draft (form, subject, owner, "values", editors, updated_at)
    VALUES (${form}, ${subject}, ${owner}, ${storable(values)}::jsonb, ARRAY[${editor}::text], ${clock.now()})
    ON CONFLICT (form, subject, owner) DO UPDATE SET
      "values" = draft."values" || excluded."values",
      editors = CASE WHEN ${editor} = ANY(draft.editors) THEN draft.editors ELSE draft.editors || excluded.editors END,
      updated_at = excluded.updated_at
    RETURNING "values", editors, updated_at AS "updatedAt"`);
  if (!draft) throw new Error(`The draft of ${form} was not written.`);
  return draft;
}

/** For the change that the draft has become: sent forms leave none behind. */
export const deleteDraft = (key: DraftKey): Prisma.Sql =>
  Prisma.sql`DELETE FROM form_draft WHERE ${isDraft(key)}`;

const isDraft = ({ form, subject, owner }: DraftKey): Prisma.Sql =>
  Prisma.sql`form = ${form} AND subject = ${subject} AND owner = ${owner}`;

/** PostgreSQL's jsonb holds no NUL and no half of a surrogate pair; nobody means to type either. */
const storable = (values: FormValues): string =>
  JSON.stringify(values, (_key, value) =>
    typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() : value,
  );
