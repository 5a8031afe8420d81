import type { CardView } from '../../delivery/view.ts';
import { MEETING_VIEW, OPPORTUNITY_VIEW } from '../told.ts';
import { drawOpportunity } from './cards/opportunity-card.ts';
import { DECLINE, INTEREST, POST, PUBLISH, SLATE, TAKE_TIME } from './handles.ts';
import { drawMeeting } from './meeting/meeting-card.ts';

const ON_OPPORTUNITIES = [POST, PUBLISH, SLATE, INTEREST, DECLINE];

/** An opportunity to whomever it concerns: the card follows it until it has ended. */
export const opportunityView: CardView = {
  name: OPPORTUNITY_VIEW,
  offers: (action) => ON_OPPORTUNITIES.includes(action),
  draw: async (app, audience, subject) => {
    const card = await drawOpportunity(app, audience, subject);
    return card && [card];
  },
};

/** A docking meeting to both of its sides. */
export const meetingView: CardView = {
  name: MEETING_VIEW,
  offers: (action) => action === TAKE_TIME,
  draw: async (app, audience, subject) => {
    const card = await drawMeeting(app, audience, subject);
    return card && [card];
  },
};
