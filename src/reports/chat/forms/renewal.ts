import type { Known } from '../../../chat/conversation.ts';
import { saveDraft } from '../../../chat/drafts/drafts.ts';
import { draftOf } from '../../fields/draft-of.ts';
import type { FieldValues } from '../../fields/field-values.ts';
import { type Case, loadCase } from '../../record/case.ts';
import { FILL_FORM } from '../../record/case-query.ts';

/** What belongs to one contract and its files; everything else is proposed again (domain-rules §6). */
const NOT_RENEWED: readonly string[] = [
  'contractNo',
  'contractSignedOn',
  'contractStart',
  'contractEnd',
  'evidence',
];

/** A renewal that nobody has begun to fill in starts with what the last report said. */
export async function startFromRenewed(talk: Known, parties: Case): Promise<Case> {
  const { report, draft } = parties;
  const { renewsReportId } = report.request;
  if (renewsReportId === null || Object.keys(draft.values).length > 0) return parties;
  const renewed = await loadCase(talk.app, renewsReportId);
  if (!renewed?.current) return parties;
  const values = renewable(draftOf(renewed.current.fields));
  const editor = talk.person.principalId;
  const key = { form: FILL_FORM, subject: report.id, owner: report.providerId };
  const { editors } = await saveDraft(talk.app, key, { values, editor });
  return { ...parties, draft: { values, editors } };
}

const renewable = (values: FieldValues): FieldValues =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !NOT_RENEWED.includes(name)));
