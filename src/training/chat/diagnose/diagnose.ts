import type { Answer, Click, Command, Known } from '../../../chat/conversation.ts';
import { refusalText } from '../../../chat/messages/refusals.ts';
import { findStore } from '../../../directory/records/organisation.ts';
import { permitted } from '../../../people/permissions.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { picture } from '../../../pictures/picture.ts';
import { isRefused, type Refusal, refuse } from '../../../result.ts';
import { diagnoseStore } from '../../actions/diagnosis/diagnose-store.ts';
import { ASK_CONSENT, DIAGNOSE, TRAINING } from '../handles.ts';
import { diagnosisCard } from './diagnosis-card.ts';
import { diagnosisPicture } from './diagnosis-picture.ts';
import { withStore } from './which-store.ts';

/** `/training diagnose`: the store itself, a provider that works for it, or a coach, the latter two with its consent. */
export const trainingDiagnose: Command = {
  area: 'training',
  verb: 'diagnose',
  options: [{ name: 'store', kind: 'store', required: false, rest: true }],
  who: 'training.diagnose',
  effect: 'change',
  run: (talk, { store }) => withStore(talk, store, (id) => diagnosed(talk, id)),
};

export const diagnoseClick: Click = {
  action: DIAGNOSE,
  effect: 'change',
  run: (talk, { subject }) => diagnosed(talk, subject),
};

async function diagnosed(talk: Known, storeId: OrganisationId): Promise<Answer> {
  const { app, person: actor, requestId, t } = talk;
  const found = await diagnoseStore(app, { actor, requestId, storeId });
  if (isRefused(found)) return found.refused === 'training.no-consent' ? askable(talk, found) : found;
  const store = await findStore(app, storeId);
  if (!store) return refuse('directory.store-not-found', { name: storeId });
  const chart = diagnosisPicture(t, found.ok.diagnosis);
  const card = diagnosisCard(talk, { ...found.ok, store: store.name });
  return { kind: 'card', card: chart ? { ...card, image: await picture(chart) } : card };
}

/** A missing consent can be asked for with one button. */
function askable({ t, person }: Known, refusal: Refusal): Answer {
  const { storeId, providerId } = refusal.data;
  const subject = String(storeId);
  const may = permitted('training.propose', person, { providerId: String(providerId) }).allowed;
  if (!may) return refusal;
  return {
    kind: 'card',
    card: {
      tone: 'waiting',
      title: t('training.diagnosis.title', { store: String(refusal.data.store) }),
      lead: refusalText(t, refusal),
      actions: [
        {
          label: t('training.consent.ask'),
          tone: 'primary',
          handle: { ...TRAINING, action: ASK_CONSENT, subject, data: String(providerId) },
        },
      ],
    },
  };
}
