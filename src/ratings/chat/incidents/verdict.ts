import type { Click, FormHandler } from '../../../chat/conversation.ts';
import { typed } from '../../../chat/form-values.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import { isRefused } from '../../../result.ts';
import { decideIncident } from '../../actions/incidents/decide-incident.ts';
import type { IncidentVerdict } from '../../incidents.ts';
import { DECIDE_INCIDENT, RATING } from '../handles.ts';
import { closing } from './complaint.ts';
import { accountPage } from './pages.ts';
import { shownIncident } from './show-incident.ts';

export const decideIncidentClick: Click = {
  action: DECIDE_INCIDENT,
  effect: 'read',
  opensForm: true,
  run: async ({ t, person }, { subject, data }) => {
    const refusal = permissionRefusal(permitted('rating.record', person));
    if (refusal) return refusal;
    const verdict = verdictOf(data);
    const page = accountPage(t, {
      form: DECIDE_INCIDENT,
      target: { ...RATING, action: DECIDE_INCIDENT, subject, data: verdict },
      title: t(`ratings.incident.decide.${verdict}`),
      intro: t('ratings.incident.decide-intro', { id: subject }),
      text: { name: 'basis', label: t('ratings.incident.basis') },
      values: {},
    });
    return { kind: 'form', page };
  },
};

export const decideIncidentForm: FormHandler = {
  form: DECIDE_INCIDENT,
  run: async (talk, { target, values }) => {
    const { app, person: actor, requestId } = talk;
    const decided = await decideIncident(app, {
      ...{ actor, requestId, incidentId: target.subject },
      ...{ verdict: verdictOf(target.data), basis: typed(values, 'basis') },
    });
    return isRefused(decided) ? decided : closing(await shownIncident(talk, target.subject));
  },
};

const verdictOf = (data: string | undefined): IncidentVerdict => (data === 'UPHELD' ? 'UPHELD' : 'DISMISSED');
