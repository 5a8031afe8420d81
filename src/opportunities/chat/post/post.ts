import type { Answer, Click, Command, FormHandler, Known, Submission } from '../../../chat/conversation.ts';
import { type DraftKey, deleteDraft, loadDraft, saveDraft } from '../../../chat/drafts/drafts.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import { isRefused, refuse } from '../../../result.ts';
import { postOpportunity } from '../../actions/post-opportunity.ts';
import { changedMeanwhile, unknownOpportunity } from '../../actions/stale.ts';
import { can } from '../../lifecycle/table.ts';
import { findOpportunity } from '../../record/read/opportunity.ts';
import { handleOf, handleTo, POST } from '../handles.ts';
import { closedWith } from '../show.ts';
import { needPage, needValues, typedNeed } from './need-page.ts';

/** `/opportunity post`: a brand's need, as a draft that nobody else sees. */
export const opportunityPost: Command = {
  area: 'opportunity',
  verb: 'post',
  options: [],
  who: 'opportunity.post',
  effect: 'read',
  run: async (talk) => {
    const target = handleTo(POST, NEW);
    const draft = await loadDraft(talk.app, draftOf(talk, NEW));
    return { kind: 'form', page: needPage(talk, target, draft?.values ?? {}) };
  },
};

/** The subject of a form whose opportunity is not on record yet. */
const NEW = 'new';

export const editClick: Click = {
  action: POST,
  effect: 'read',
  opensForm: true,
  run: async (talk, { subject, stateSeq }): Promise<Answer> => {
    const refusal = permissionRefusal(permitted('opportunity.post', talk.person));
    if (refusal) return refusal;
    const opportunity = await findOpportunity(talk.app, subject);
    if (!opportunity) return unknownOpportunity(subject);
    if (opportunity.stateSeq !== stateSeq) return changedMeanwhile(talk.app, subject);
    if (!can(opportunity.state, 'edit'))
      return refuse('opportunities.not-in-this-state', { opportunityState: opportunity.state });
    const draft = await loadDraft(talk.app, draftOf(talk, subject));
    const values = { ...needValues(opportunity), ...draft?.values };
    return { kind: 'form', page: needPage(talk, handleOf(POST, opportunity), values) };
  },
};

export const postForm: FormHandler = {
  form: POST,
  run: async (talk, submission) => {
    const refusal = permissionRefusal(permitted('opportunity.post', talk.person));
    return refusal ?? saved(talk, submission);
  },
};

async function saved(talk: Known, { target, values }: Submission): Promise<Answer> {
  const { app, person: actor, requestId, t } = talk;
  const key = draftOf(talk, target.subject);
  const draft = await saveDraft(app, key, { values, editor: actor.principalId });
  const posted = await postOpportunity(app, {
    ...{ actor, requestId, typed: typedNeed(draft.values), draft: deleteDraft(key) },
    edits: target.subject === NEW ? null : { id: target.subject, stateSeq: target.stateSeq },
  });
  return isRefused(posted) ? posted : closedWith(talk, posted.ok.id, t('opportunities.post.saved'));
}

const draftOf = ({ person }: Known, subject: string): DraftKey => ({
  form: POST,
  subject,
  owner: person.principalId,
});
