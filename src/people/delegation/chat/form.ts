import type { Answer, FormHandler, Known } from '../../../chat/conversation.ts';
import { type DraftKey, deleteDraft, loadDraft, saveDraft } from '../../../chat/drafts/drafts.ts';
import type { FormValues } from '../../../chat/form.ts';
import { typed } from '../../../chat/form-values.ts';
import { reportNamed } from '../../../reports/chat/report-number.ts';
import { DEFAULT_RULES } from '../../../reports/rules.ts';
import { isRefused, ok, type Result } from '../../../result.ts';
import { permissionRefusal, permitted } from '../../permissions.ts';
import { type DelegateInput, delegate } from '../actions/delegate.ts';
import { rolesAndCandidates } from '../candidates.ts';
import { delegationPeriod } from '../period.ts';
import { delegationNamed } from '../record.ts';
import { refuseDelegation } from '../refusals.ts';
import { delegationCard } from './card.ts';
import { choiceOf, DELEGATE_FORM, delegatePage } from './page.ts';

/** Opens with whatever was typed before. */
export async function openDelegateForm(talk: Known): Promise<Answer> {
  const refusal = permissionRefusal(permitted('delegation.set', talk.person));
  if (refusal) return refusal;
  const [draft, choices] = await Promise.all([
    loadDraft(talk.app, draftOf(talk)),
    rolesAndCandidates(talk.app, talk.person.principalId),
  ]);
  return { kind: 'form', page: delegatePage(talk, choices, draft?.values ?? {}) };
}

export const delegateForm: FormHandler = {
  form: DELEGATE_FORM,
  run: async (talk, { values }) => {
    const draft = draftOf(talk);
    await saveDraft(talk.app, draft, { values, editor: talk.person.principalId });
    const delegation = await delegationTyped(talk, values);
    if (isRefused(delegation)) return delegation;
    const set = await delegate(talk.app, {
      by: talk.person,
      delegation: delegation.ok,
      reason: typed(values, 'reason'),
      draft: deleteDraft(draft),
      requestId: talk.requestId,
    });
    if (isRefused(set)) return set;
    const shown = await delegationNamed(talk.app, set.ok.id);
    return shown ? { kind: 'closed', card: delegationCard(talk, shown) } : { kind: 'closed' };
  },
};

const draftOf = ({ person: { principalId } }: Known): DraftKey => ({
  form: DELEGATE_FORM,
  subject: principalId,
  owner: principalId,
});

/** Refused beside its field: `delegation.nobody-chosen`, `report-unknown`, and as `delegationPeriod` says. */
async function delegationTyped(
  { app, zone }: Known,
  values: FormValues,
): Promise<Result<DelegateInput['delegation']>> {
  const choice = choiceOf(typed(values, 'delegate'));
  if (!choice) return refuseDelegation('nobody-chosen', {}, 'delegate');
  const period = delegationPeriod(
    { from: typed(values, 'from'), until: typed(values, 'until') },
    { zone, now: app.clock.now(), maximumDays: DEFAULT_RULES.delegationMaximumDays },
  );
  if (isRefused(period)) return period;
  const report = typed(values, 'report');
  const reportId = report === '' ? null : await reportNamed(app, report);
  if (report !== '' && reportId === null)
    return refuseDelegation('report-unknown', { typed: report }, 'report');
  return ok({ ...choice, ...period.ok, reportId });
}
