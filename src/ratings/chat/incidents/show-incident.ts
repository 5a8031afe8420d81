import type { Answer, Click, Known } from '../../../chat/conversation.ts';
import type { CardView } from '../../../delivery/view.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import { refuse } from '../../../result.ts';
import { partiesOf } from '../../actions/incidents/answer-incident.ts';
import { INCIDENT_VIEW } from '../../actions/incidents/told.ts';
import { findIncident } from '../../record/incidents/incident-record.ts';
import { ANSWER_INCIDENT, INCIDENT } from '../handles.ts';
import { incidentCard } from './incident-card.ts';

/** Follows its incident: what is said to it, and the verdict. */
export const incidentView: CardView = {
  name: INCIDENT_VIEW,
  offers: (action) => action === ANSWER_INCIDENT,
  draw: async ({ database, clock }, { t, person }, subject) => {
    const incident = await findIncident({ database }, subject);
    if (!incident) return null;
    const mayRead = person === null || permitted('rating.incidents', person, partiesOf(incident)).allowed;
    return mayRead ? [incidentCard({ t, person, now: clock.now() }, incident)] : null;
  },
};

export const incidentClick: Click = {
  action: INCIDENT,
  effect: 'read',
  run: (talk, { subject }) => shownIncident(talk, subject),
};

/** Refuses `ratings.incident-unknown` also to whoever it does not concern, so that a number tells nothing. */
export async function shownIncident({ app, t, person }: Known, id: string): Promise<Answer> {
  const incident = await findIncident(app, id);
  if (!incident) return refuse('ratings.incident-unknown');
  const refusal = permissionRefusal(permitted('rating.incidents', person, partiesOf(incident)));
  if (refusal) return refuse('ratings.incident-unknown');
  return { kind: 'card', card: incidentCard({ t, person, now: app.clock.now() }, incident) };
}
