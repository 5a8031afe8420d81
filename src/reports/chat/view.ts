import type { CardView } from '../../delivery/view.ts';
import { REPORT_VIEW } from '../actions/told.ts';
import { weeklyDigestView } from '../digest/chat/view.ts';
import { loadCase } from '../record/case.ts';
import { drawCase } from './draw-case.ts';
import { inboxView } from './inbox/view.ts';
import { digestView } from './reminders/digest-view.ts';
import { mayNotSee } from './who.ts';

/** A case's standing card, for one person or for the staff channel. */
const reportView: CardView = {
  name: REPORT_VIEW,
  offers: (action) => action.startsWith('report.'),
  draw: async (app, audience, subject) => {
    const parties = await loadCase(app, subject);
    if (!parties || (audience.person && mayNotSee(parties, audience.person))) return null;
    return [await drawCase(app, audience, parties)];
  },
};

/** Everything of the reporting workflow that stands in a chat and follows its subject. */
export const reportViews: readonly CardView[] = [reportView, inboxView, digestView, weeklyDigestView];
