import type { CardView } from '../../delivery/view.ts';
import { permitted } from '../../people/permissions.ts';
import { issueNamed } from '../record/issues.ts';
import { URGENT_VIEW } from '../told.ts';
import { urgentCard } from './urgent-card.ts';

/** An urgent issue, for the people of both sides and the platform's. */
export const urgentView: CardView = {
  name: URGENT_VIEW,
  draw: async (app, { person, ...reader }, subject) => {
    const issue = await issueNamed(app, subject);
    if (!issue || !person || !permitted('report.show', person, issue).allowed) return null;
    return [urgentCard({ ...reader, person }, issue, app.clock.now())];
  },
};
