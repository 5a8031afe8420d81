import type { Click, FormHandler } from '../../../chat/conversation.ts';
import { typed } from '../../../chat/form-values.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import { isRefused, refuse } from '../../../result.ts';
import { answerIncident, partiesOf } from '../../actions/incidents/answer-incident.ts';
import { findIncident } from '../../record/incidents/incident-record.ts';
import { ANSWER_INCIDENT, RATING } from '../handles.ts';
import { closing } from './complaint.ts';
import { accountPage } from './pages.ts';
import { shownIncident } from './show-incident.ts';

export const answerIncidentClick: Click = {
  action: ANSWER_INCIDENT,
  effect: 'read',
  opensForm: true,
  run: async ({ app, t, person }, { subject }) => {
    const incident = await findIncident(app, subject);
    if (!incident) return refuse('ratings.incident-unknown');
    const refusal = permissionRefusal(permitted('rating.answer-incident', person, partiesOf(incident)));
    if (refusal) return refusal;
    if (incident.verdict !== null) return refuse('ratings.incident-over');
    const page = accountPage(t, {
      form: ANSWER_INCIDENT,
      target: { ...RATING, action: ANSWER_INCIDENT, subject },
      title: t('ratings.incident.say'),
      intro: t('ratings.incident.say-intro', { id: subject }),
      text: { name: 'text', label: t('ratings.incident.say-text') },
      values: {},
    });
    return { kind: 'form', page };
  },
};

export const answerIncidentForm: FormHandler = {
  form: ANSWER_INCIDENT,
  run: async (talk, { target, values }) => {
    const { app, person: actor, requestId } = talk;
    const text = typed(values, 'text');
    const said = await answerIncident(app, { actor, requestId, incidentId: target.subject, text });
    return isRefused(said) ? said : closing(await shownIncident(talk, target.subject));
  },
};
