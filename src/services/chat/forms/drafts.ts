import type { Known } from '../../../chat/conversation.ts';
import { type DraftKey, saveDraft } from '../../../chat/drafts/drafts.ts';
import type { FormValues } from '../../../chat/form.ts';
import { typedAll } from '../../../chat/form-values.ts';
import { looksLikeSecret } from '../../../reports/fields/typed/secret.ts';

/** Keeps what was typed before it is judged; files stay with their platform, and what looks like a key is not kept at all. */
export function keep({ app, person }: Known, draft: DraftKey, values: FormValues): Promise<unknown> {
  const names = Object.keys(values).filter((name) => !typedAll(values, name).some(looksLikeSecret));
  const kept = Object.fromEntries(names.map((name) => [name, [...typedAll(values, name)]]));
  return saveDraft(app, draft, { values: kept, editor: person.principalId });
}

export const draftOf = ({ person }: Known, form: string, subject: string): DraftKey => ({
  form,
  subject,
  owner: person.principalId,
});
