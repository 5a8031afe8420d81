import type { Answer, Click } from '../../../chat/conversation.ts';
import { isRefused, refuse } from '../../../result.ts';
import { takeTime } from '../../actions/meeting/take-time.ts';
import { CALENDAR_FILE, TAKE_TIME } from '../handles.ts';
import { drawMeeting } from './meeting-card.ts';

export const takeClick: Click = {
  action: TAKE_TIME,
  effect: 'change',
  run: async (talk, { subject: meetingId, stateSeq, data }): Promise<Answer> => {
    const { app, person: actor, requestId } = talk;
    const taken = await takeTime(app, { actor, requestId, meetingId, stateSeq, index: Number(data) });
    if (isRefused(taken)) return taken;
    const card = await drawMeeting(app, talk, meetingId);
    return card ? { kind: 'card', card, replaces: true } : refuse('opportunities.meeting-changed');
  },
};

/** The file once more, for whoever mislaid it or reads on another device. */
export const calendarClick: Click = {
  action: CALENDAR_FILE,
  effect: 'read',
  run: async (talk, { subject }): Promise<Answer> => {
    const card = await drawMeeting(talk.app, talk, subject);
    if (!card?.file) return refuse('opportunities.meeting-changed');
    const { file, actions: _, ...told } = card;
    return { kind: 'file', ...file, card: told };
  },
};
