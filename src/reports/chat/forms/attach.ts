import type { Known } from '../../../chat/conversation.ts';
import type { FormValues } from '../../../chat/form.ts';
import { isRefused, type Refusal } from '../../../result.ts';
import { attachEvidence } from '../../actions/attach-evidence.ts';
import { EVIDENCE_EXTENSIONS } from '../../fields/typed/evidence.ts';
import { fileRefs, textOf } from './form-values.ts';

/** What the two inputs of an evidence page hold: files, and a link. */
const EVIDENCE_INPUT = 'evidence';
export const LINK_INPUT = 'evidenceLink';

/** Attaches everything that was handed in, one after the other; the first refusal ends it, beside its input. */
export async function attachAll(talk: Known, reportId: string, values: FormValues): Promise<Refusal | null> {
  const link = textOf(values, LINK_INPUT).trim();
  const files = fileRefs(values[EVIDENCE_INPUT]).map((file) => ({ file }));
  const items = [...files, ...(link === '' ? [] : [{ link, account: talk.account }])];
  for (const [index, what] of items.entries()) {
    const requestId = index === items.length - 1 ? talk.requestId : null;
    const attached = await attachEvidence(talk.app, { reportId, actor: talk.person, requestId, what });
    if (isRefused(attached)) return besideInput(attached, 'link' in what);
  }
  return null;
}

const besideInput = (refusal: Refusal, isLink: boolean): Refusal =>
  isLink ? { ...refusal, field: LINK_INPUT } : refusal;

export const linkField = ({ t }: Pick<Known, 't'>) => ({
  kind: 'text' as const,
  name: LINK_INPUT,
  label: t('cases.fill.link'),
  help: t('cases.fill.link-help'),
  optional: true,
});

export const fileField = ({ t }: Pick<Known, 't'>) => ({
  kind: 'file' as const,
  name: EVIDENCE_INPUT,
  label: t('fields.label.evidence'),
  help: t('fields.help.evidence'),
  extensions: EVIDENCE_EXTENSIONS,
  maxFiles: 5,
  optional: true,
});
