/** What follows when a provider has won: the brand's store opens their report. */
import type { Answer, Click, FormHandler, Known } from '../../chat/conversation.ts';
import { loadDraft, saveDraft } from '../../chat/drafts/drafts.ts';
import type { FormPage } from '../../chat/form.ts';
import { typed } from '../../chat/form-values.ts';
import { permissionRefusal, permitted } from '../../people/permissions.ts';
import { FILLED_FROM } from '../../reports/chat/request/again.ts';
import { newDraftKey } from '../../reports/chat/request/pages.ts';
import { openRequest } from '../../reports/chat/request/start.ts';
import { isRefused, refuse } from '../../result.ts';
import { nameStore } from '../actions/name-store.ts';
import { unknownOpportunity } from '../actions/stale.ts';
import { findOpportunity } from '../record/read/opportunity.ts';
import { requestValues } from '../record/read/request-values.ts';
import { handleTo, NAME_STORE, OPEN_REPORT } from './handles.ts';
import { closedWith } from './show.ts';

/**
 * The store's own request form, filled in from the opportunity: what the store alone can say (its contact outside the chat,
 * related parties) is left to it, and its last page puts the draft on record.
 */
export const openReportClick: Click = {
  action: OPEN_REPORT,
  effect: 'read',
  opensForm: true,
  run: async (talk, { subject }): Promise<Answer> => {
    const opportunity = await findOpportunity(talk.app, subject);
    if (!opportunity) return unknownOpportunity(subject);
    const { state, storeId, winner } = opportunity;
    if (state !== 'WON' || storeId === null || winner === null)
      return refuse('opportunities.not-in-this-state', { opportunityState: state });
    const pair = { storeId, providerId: winner };
    const refusal = permissionRefusal(permitted('report.new', talk.person, pair));
    if (refusal) return refusal;
    const key = newDraftKey(pair);
    const draft = await loadDraft(talk.app, key);
    if (draft?.values[FILLED_FROM] !== subject) {
      const values = { ...(await requestValues(talk.app, opportunity, pair)), [FILLED_FROM]: subject };
      await saveDraft(talk.app, key, { values, editor: talk.person.principalId });
    }
    return openRequest(talk, pair);
  },
};

export const nameStoreClick: Click = {
  action: NAME_STORE,
  effect: 'read',
  opensForm: true,
  run: async (talk, { subject }) => {
    const refusal = permissionRefusal(permitted('opportunity.post', talk.person));
    return refusal ?? { kind: 'form', page: storePage(talk, subject) };
  },
};

export const nameStoreForm: FormHandler = {
  form: NAME_STORE,
  run: async (talk, { target, values }) => {
    const { app, person: actor, requestId, t } = talk;
    const opportunityId = target.subject;
    const named = await nameStore(app, { actor, requestId, opportunityId, store: typed(values, 'store') });
    return isRefused(named) ? named : closedWith(talk, opportunityId, t('opportunities.store.named'));
  },
};

const storePage = ({ t }: Known, id: string): FormPage => ({
  form: NAME_STORE,
  page: 'store',
  target: handleTo(NAME_STORE, id),
  title: t('opportunities.store.title'),
  intro: t.text('opportunities.store.intro', {
    register: { code: '/staff register' },
    invite: { code: '/staff invite' },
  }),
  fields: [{ kind: 'text', name: 'store', label: t('opportunities.fact.store'), maxLength: 120 }],
  submitLabel: t('opportunities.store.submit'),
  closeLabel: t('common.button.cancel'),
});
