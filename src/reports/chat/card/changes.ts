import type { Section } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import type { Text } from '../../../chat/text.ts';
import type { Case } from '../../record/case.ts';
import { nameIn } from '../../record/people.ts';
import type { RevisionBefore } from '../../record/revision-before.ts';
import { diffRevisions } from '../../revision.ts';
import { changeLabel } from '../field-label.ts';
import { filedText } from './filed-text.ts';

/** What is new against the revision before, or against what is being renewed; unchanged fields are left out. */
export function changesSection(
  reader: Reader,
  { renewed, fields: before }: RevisionBefore,
  parties: Case,
): readonly Section[] {
  const after = parties.current?.fields;
  if (!after) return [];
  const { t } = reader;
  const nameOf = (id: string) => nameIn(parties, id);
  const lines = diffRevisions(before, after).map(
    (change): Text => [
      { strong: changeLabel(t, change.field) },
      ': ',
      filedText(reader, { name: change.field, value: change.before, fields: before, nameOf }),
      ' → ',
      filedText(reader, { name: change.field, value: change.after, fields: after, nameOf }),
    ],
  );
  const title = renewed
    ? t('cases.section.changes-renewed', { report: renewed })
    : t('cases.section.changes');
  const list = lines.length === 0 ? [t('cases.no-changes')] : lines;
  // Nothing on record measures the filed standards, and silence would read as if they had been met.
  return [{ title, list: renewed ? [...list, t('cases.attainment-not-measured')] : list }];
}
