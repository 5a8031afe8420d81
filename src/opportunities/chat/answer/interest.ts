import type { Answer, Click, Command, Known } from '../../../chat/conversation.ts';
import { isRefused } from '../../../result.ts';
import { decline } from '../../actions/answer/decline.ts';
import { showInterest } from '../../actions/answer/show-interest.ts';
import { DECLINE, INTEREST } from '../handles.ts';
import { shown } from '../show.ts';

/** `/opportunity interest <opportunity>`; by a provider that stands on no slate, the request for a docking seat. */
export const opportunityInterest: Command = {
  area: 'opportunity',
  verb: 'interest',
  options: [{ name: 'opportunity', kind: 'opportunity', required: true }],
  who: 'opportunity.answer',
  effect: 'change',
  run: (talk, { opportunity = '' }) => interested(talk, opportunity.trim()),
};

export const interestClick: Click = {
  action: INTEREST,
  effect: 'change',
  run: (talk, { subject }) => interested(talk, subject),
};

async function interested(talk: Known, opportunityId: string): Promise<Answer> {
  const { app, person: actor, requestId, t } = talk;
  const result = await showInterest(app, { actor, requestId, opportunityId });
  if (isRefused(result)) return result;
  const lead = t(result.ok.seat ? 'opportunities.answered.seat' : 'opportunities.answered.interested');
  return shown(talk, opportunityId, { lead, replaces: true });
}

export const declineClick: Click = {
  action: DECLINE,
  effect: 'change',
  run: async (talk, { subject: opportunityId }) => {
    const { app, person: actor, requestId, t } = talk;
    const result = await decline(app, { actor, requestId, opportunityId });
    if (isRefused(result)) return result;
    return shown(talk, opportunityId, { lead: t('opportunities.answered.declined'), replaces: true });
  },
};
