import type { Click, Vocabulary } from '../../chat/conversation.ts';
import { isRefused } from '../../result.ts';
import { acknowledge } from '../actions/acknowledge.ts';
import { urgentClick, urgentForm } from './report-urgent.ts';
import { ACKNOWLEDGE, urgentCard } from './urgent-card.ts';

const acknowledgeClick: Click = {
  action: ACKNOWLEDGE,
  effect: 'change',
  run: async (talk, { subject: issueId }) => {
    const { app, person: actor, requestId } = talk;
    const done = await acknowledge(app, { actor, issueId, requestId });
    if (isRefused(done)) return done;
    return { kind: 'card', card: urgentCard(talk, done.ok, app.clock.now()), replaces: true };
  },
};

/** Urgent issues of cooperations that stand (QS09); their command stands among those of reports. */
export const urgentVocabulary: Vocabulary = {
  commands: [],
  clicks: [urgentClick, acknowledgeClick],
  forms: [urgentForm],
};
