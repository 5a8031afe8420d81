import type { Answer, Click, Command, Known } from '../../chat/conversation.ts';
import { moment } from '../../chat/text.ts';
import { permissionRefusal, permitted } from '../../people/permissions.ts';
import { isRefused } from '../../result.ts';
import { makeSlate } from '../actions/slate/make-slate.ts';
import { type Published, publish } from '../actions/slate/publish.ts';
import { PUBLISH, SLATE } from './handles.ts';
import { shown } from './show.ts';

/** `/opportunity slate <opportunity>`: who stands on it and why, who came close, and the next one. */
export const opportunitySlate: Command = {
  area: 'opportunity',
  verb: 'slate',
  options: [{ name: 'opportunity', kind: 'opportunity', required: true }],
  who: 'opportunity.slate',
  effect: 'read',
  run: (talk, { opportunity = '' }) => shown(talk, opportunity.trim()),
};

export const publishClick: Click = {
  action: PUBLISH,
  effect: 'change',
  run: async (talk, { subject: opportunityId, stateSeq }) => {
    const { app, person: actor, requestId } = talk;
    const published = await publish(app, { actor, requestId, opportunityId, stateSeq });
    if (isRefused(published)) return published;
    return shown(talk, opportunityId, { lead: publishedLead(talk, published.ok), replaces: true });
  },
};

function publishedLead({ t }: Known, { firstRound, slate }: Published) {
  if (firstRound)
    return t.text('opportunities.published.first-round', {
      count: firstRound.invited,
      until: moment(firstRound.until),
    });
  return slate
    ? t('opportunities.published.slate', { count: slate.places })
    : t('opportunities.published.nobody');
}

export const slateClick: Click = {
  action: SLATE,
  effect: 'change',
  run: async (talk, { subject: opportunityId, stateSeq }): Promise<Answer> => {
    const { app, person, requestId, t } = talk;
    const refusal = permissionRefusal(permitted('opportunity.post', person));
    if (refusal) return refusal;
    const made = await makeSlate(app, { opportunityId, stateSeq, by: person.principalId, requestId });
    if (isRefused(made)) return made;
    const lead = t('opportunities.slate.made', { round: made.ok.round, count: made.ok.places });
    return shown(talk, opportunityId, { lead, replaces: true });
  },
};
