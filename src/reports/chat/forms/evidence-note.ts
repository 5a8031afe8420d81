import type { Reader } from '../../../chat/conversation.ts';
import type { Field } from '../../../chat/form.ts';
import type { Case } from '../../record/case.ts';

/** What has been attached so far, above the input that takes more. */
export function evidenceNote({ t }: Reader, { evidence }: Case): Field {
  const names = evidence.map(({ file_name }) => `• ${file_name}`);
  const text =
    names.length === 0 ? t('cases.fill.no-evidence') : [t('cases.fill.attached'), ...names].join('\n');
  return { kind: 'note', name: 'attached', text };
}
