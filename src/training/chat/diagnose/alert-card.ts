import type { CardView } from '../../../delivery/view.ts';
import { findStore } from '../../../directory/records/organisation.ts';
import { permitted } from '../../../people/permissions.ts';
import { ALERT_VIEW } from '../../actions/diagnosis/alert-red-lines.ts';
import { consents } from '../../record/consent/consent.ts';
import { diagnosisById } from '../../record/diagnoses/diagnoses.ts';
import { idOf } from '../../subjects.ts';
import { DIAGNOSE, TRAINING } from '../handles.ts';
import { verdictText } from './diagnosis-card.ts';

/** A red line, for the provider's own people while the store lets them in; the figures stand behind the button. */
export const alertView: CardView = {
  name: ALERT_VIEW,
  draw: async (app, { t, person }, subject) => {
    const found = await diagnosisById(app, idOf(subject));
    if (!found?.providerId || !person) return null;
    const { storeId, providerId, result } = found;
    if (!permitted('training.task', person, { providerId }).allowed) return null;
    const [pair] = await consents(app, { stores: [storeId], providers: [providerId] });
    const store = await findStore(app, storeId);
    if (!store || !pair?.granted) return null;
    return [
      {
        tone: 'bad',
        title: t('training.diagnosis.title', { store: store.name }),
        lead: verdictText(t, result),
        actions: [
          {
            label: t('training.consent.diagnose'),
            tone: 'primary',
            handle: { ...TRAINING, action: DIAGNOSE, subject: storeId },
          },
        ],
        footer: t('training.diagnosis.alert'),
      },
    ];
  },
};
