import type { Click } from '../../../chat/conversation.ts';
import { moment } from '../../../chat/text.ts';
import { isRefused } from '../../../result.ts';
import { escalateAppeal } from '../../actions/appeal/escalate-appeal.ts';
import { ESCALATE } from '../handles.ts';

/** From the page of one's rating, where an appeal was dismissed. */
export const escalateClick: Click = {
  action: ESCALATE,
  effect: 'change',
  run: async ({ app, person: actor, requestId, t }, { subject: appealId }) => {
    const escalated = await escalateAppeal(app, { actor, requestId, appealId });
    if (isRefused(escalated)) return escalated;
    const lead = t.text('ratings.appeal.escalated-lead', { due: moment(escalated.ok.dueAt) });
    return { kind: 'card', card: { tone: 'waiting', title: t('ratings.appeal.further'), lead } };
  },
};
