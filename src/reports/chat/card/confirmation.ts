import type { Reader } from '../../../chat/conversation.ts';
import type { Text } from '../../../chat/text.ts';
import type { Case } from '../../record/case.ts';
import { standardText } from './standard-text.ts';

/** What the store confirms: the revision by number and hash, and every standard as it was filed. */
export function confirmationIntro(reader: Reader, { report, provider, current }: Case): Text {
  const { t } = reader;
  const { qualityStandards = [], currency = null } = current?.fields ?? {};
  const lines = qualityStandards.map((line) => `• ${standardText(reader, line, currency)}`);
  return [
    t('cases.intro.confirm', { provider: provider.name, revision: report.revision }),
    ' ',
    { code: shortHash(report.revisionHash) },
    '\n',
    lines.join('\n'),
  ];
}

/** The first characters of a revision's hash: enough to tell two revisions apart by eye. */
export const shortHash = (hash: string | null): string => hash?.slice(0, 8) ?? '–';
