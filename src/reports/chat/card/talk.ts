import type { Section } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import type { Case } from '../../record/case.ts';
import type { CommentRow } from '../../record/rows.ts';
import { fieldLabel } from '../field-label.ts';
import { deedName } from './deed-name.ts';

/** What was said about the case, while it matters: what to change, whether it was changed, what was asked and answered. */
export function talkSections(reader: Reader, parties: Case): readonly Section[] {
  const { report, comments } = parties;
  const section = (title: string, said: readonly CommentRow[]): readonly Section[] =>
    said.length === 0
      ? []
      : [{ title: reader.t(title), list: said.map((comment) => commentLine(reader, parties, comment)) }];
  const returned = (revision: number) =>
    comments.filter((comment) => comment.kind === 'RETURN' && comment.revision === revision);
  const discussed = comments.filter(
    ({ kind, revision }) => revision === report.revision && kind !== 'RETURN',
  );
  switch (report.state) {
    case 'FILLING':
      return section('cases.section.RETURN', returned(report.revision));
    case 'STORE_CONFIRM':
      return section('cases.section.returned', returned(report.revision - 1));
    case 'STAFF_REVIEW':
    case 'INFO_REQUESTED':
      return [
        ...section('cases.section.returned', returned(report.revision - 1)),
        ...section('cases.section.QUESTION', discussed),
      ];
    default:
      return [];
  }
}

function commentLine(
  { t }: Reader,
  parties: Case,
  { author, field, text, on_behalf_of }: CommentRow,
): string {
  const about = field ? ` · ${fieldLabel(t, field)}` : '';
  const said = deedName(t, parties, { by: author, principal: on_behalf_of });
  return t('common.labelled', { label: `${said}${about}`, text });
}
