import type { App } from '../../app.ts';
import type { FormPage, FormValues } from '../form.ts';
import type { IncomingOf } from '../incoming.ts';
import type { Reply } from '../reply.ts';
import { together } from './inputs.ts';
import { forgetPage, keepShown, keepTyped, type OpenPage, type PageKey, typedBefore } from './open-page.ts';
import { refilled, untouched } from './refill.ts';

/**
 * A page with more inputs than a platform shows at once is filled in part by part. Each part is kept as it comes, and the
 * form's own handler sees the page whole, as from any other platform; so no domain knows of parts.
 */
export interface Sent {
  readonly values: FormValues;
  /** As this person has it open; null where the platform shows pages whole. */
  readonly open: OpenPage | null;
}

type FormIncoming = IncomingOf<'form'>;
type Needs = Pick<App, 'database' | 'clock'>;

const keyOf = (principalId: string, { handle, form, page }: FormIncoming): PageKey => ({
  principalId,
  handle,
  form,
  page,
});

/** Keeps what came, and puts it together with the parts before. */
export async function taken(app: Needs, principalId: string, incoming: FormIncoming): Promise<Sent> {
  if (!incoming.inParts) return { values: incoming.values, open: null };
  const open = await keepTyped(app, keyOf(principalId, incoming), incoming.values);
  const values = together({ ...open?.typed, ...incoming.values }, open?.shown.fields ?? []);
  const rest = open && incoming.move === 'finish' ? untouched(open.shown) : {};
  return { values: { ...rest, ...values }, open };
}

/** The same page once more, with everything typed so far. */
export const shownAgain = ({ shown, typed }: OpenPage): FormPage<string> =>
  refilled(shown, together(typed, shown.fields));

/** A page about to be opened, with whatever this person typed into it and never sent whole, on whichever platform. */
export async function opened(
  app: Needs,
  { principalId, inParts }: { readonly principalId: string; readonly inParts: boolean },
  page: FormPage<string>,
): Promise<FormPage<string>> {
  const key = { principalId, handle: page.target, form: page.form, page: page.page };
  const typed = inParts ? await keepShown(app, key, page) : await typedBefore(app, key);
  return refilled(page, together(typed, page.fields));
}

/** After a page was judged: refused, it can be shown again; taken, nothing of it is kept here. */
export async function judged(
  app: Needs,
  { principalId, incoming, open }: { principalId: string; incoming: FormIncoming; open: OpenPage | null },
  reply: Reply<string> | null,
): Promise<Reply<string> | null> {
  if (reply?.kind === 'field-errors') return open ? { ...reply, page: shownAgain(open) } : reply;
  await forgetPage(app, keyOf(principalId, incoming));
  return reply;
}
