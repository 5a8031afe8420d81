import type { HandleSpec } from '../../../chat/card.ts';
import type { Answer, Click, FormHandler, Known, Submission } from '../../../chat/conversation.ts';
import { type DraftKey, deleteDraft, loadDraft, saveDraft } from '../../../chat/drafts/drafts.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import { isRefused, ok, type Refusal, type Result, refuse } from '../../../result.ts';
import { editDraft } from '../../actions/edit-request.ts';
import { alreadyDecided } from '../../actions/stale.ts';
import type { FieldValues } from '../../fields/field-values.ts';
import { storableValues } from '../../fields/typed/clean.ts';
import { type Case, loadCase } from '../../record/case.ts';
import { type Counterparts, loadCounterparts } from '../../record/counterparts.ts';
import { handleOf } from '../card/handle.ts';
import { redrawnIfStale } from '../clicks/stale.ts';
import { typedValues } from '../forms/form-values.ts';
import { EDIT_REQUEST, firstPage, requestPage } from './pages.ts';
import { turned } from './request-form.ts';
import { savedDraftCard } from './saved.ts';
import { typedRequest } from './typed-request.ts';

export const editRequestClick: Click = {
  action: EDIT_REQUEST,
  effect: 'read',
  opensForm: true,
  run: async (talk, handle) => redrawnIfStale(talk, handle.subject, await opened(talk, handle)),
};

async function opened(talk: Known, handle: HandleSpec): Promise<Answer> {
  const loaded = await editable(talk, handle.subject);
  if (isRefused(loaded)) return loaded;
  const { parties, counterparts } = loaded.ok;
  if (parties.report.stateSeq !== handle.stateSeq)
    return alreadyDecided(talk.app, handle.subject, handle.stateSeq);
  const draft = await loadDraft(talk.app, editDraftKey(parties));
  const values = { ...typedRequest(parties), ...draft?.values };
  const target = handleOf(parties.report, 'edit');
  return { kind: 'form', page: requestPage(talk, { page: firstPage, target, counterparts, values }) };
}

/** The draft of a store, changed page by page; the last page writes it. */
export const editRequestForm: FormHandler = { form: EDIT_REQUEST, run: submitted };

async function submitted(talk: Known, submission: Submission): Promise<Answer> {
  const reportId = submission.target.subject;
  const loaded = await editable(talk, reportId);
  if (isRefused(loaded)) return loaded;
  const { parties, counterparts } = loaded.ok;
  const key = editDraftKey(parties);
  const typed = storableValues(typedValues(submission.values));
  const draft = await saveDraft(talk.app, key, { values: typed, editor: talk.person.principalId });
  const whole: FieldValues = { ...typedRequest(parties), ...typedValues(draft.values) };
  const next = await turned(talk, submission, { counterparts, typed, whole });
  if (next) return next;
  const { person: actor, requestId } = talk;
  const edited = await editDraft(talk.app, { reportId, values: whole, actor, requestId });
  if (isRefused(edited)) return edited;
  await talk.app.database.query(deleteDraft(key));
  return savedDraftCard(talk, reportId);
}

const editDraftKey = ({ report }: Case): DraftKey => ({
  form: EDIT_REQUEST,
  subject: report.id,
  owner: report.storeId,
});

interface Editable {
  readonly parties: Case;
  readonly counterparts: Counterparts;
}

/** Refused: `reports.unknown`, `people.*`, and `reports.not-in-this-state` once the request has been sent. */
async function editable(talk: Known, reportId: string): Promise<Result<Editable>> {
  const parties = await loadCase(talk.app, reportId);
  if (!parties) return refuse('reports.unknown', { report: reportId });
  const { report } = parties;
  const refusal: Refusal | null = permissionRefusal(permitted('report.draft', talk.person, report));
  if (refusal) return refusal;
  const { state } = report;
  if (state !== 'DRAFT') return refuse('reports.not-in-this-state', { state, states: ['DRAFT'] });
  const counterparts = await loadCounterparts(talk.app, report.storeId, report.providerId);
  return counterparts ? ok({ parties, counterparts }) : refuse('reports.unknown-party', {});
}
