import type { Button, Card } from '../../../chat/card.ts';
import type { Audience, CardView } from '../../../delivery/view.ts';
import { permitted } from '../../../people/permissions.ts';
import { CONSENT_VIEW } from '../../actions/consent/change-consent.ts';
import { type Consent, consents, pairOf } from '../../record/consent/consent.ts';
import { DIAGNOSE, GRANT, TRAINING, WITHDRAW } from '../handles.ts';

/** One store and one provider, for the store's owner to answer and for the provider to read. */
export const consentView: CardView = {
  name: CONSENT_VIEW,
  draw: async (app, audience, subject) => {
    const { storeId, providerId } = pairOf(subject);
    const { person } = audience;
    if (!person) return null;
    const owner = permitted('training.consent', person, { storeId }).allowed;
    const mine = permitted('training.task', person, { providerId }).allowed;
    if (!owner && !mine) return null;
    const [pair] = await consents(app, { stores: [storeId], providers: [providerId] });
    return pair ? [consentCard(audience, pair, owner)] : null;
  },
};

/** @param owner whether the reader may change it */
export function consentCard({ t }: Pick<Audience, 't'>, pair: Consent, owner: boolean): Card {
  const { storeName: store, providerName: provider, granted, stateSeq } = pair;
  const asked = !granted && stateSeq === 0;
  const state = granted ? 'granted' : asked ? 'asked' : 'withdrawn';
  return {
    tone: granted ? 'good' : asked ? 'waiting' : 'neutral',
    title: t('training.consent.title', { store, provider }),
    lead: t(`training.consent.${state}`, { store, provider }),
    actions: owner
      ? [consentButton(pair, t(granted ? 'training.consent.withdraw' : 'training.consent.grant'))]
      : granted
        ? [
            {
              label: t('training.consent.diagnose'),
              tone: 'primary',
              handle: { ...TRAINING, action: DIAGNOSE, subject: pair.storeId },
            },
          ]
        : [],
  };
}

export const consentButton = (
  { storeId, providerId, stateSeq, granted }: Consent,
  label: string,
): Button => ({
  label,
  tone: granted ? 'danger' : 'primary',
  handle: {
    action: granted ? WITHDRAW : GRANT,
    subject: storeId,
    revision: 0,
    stateSeq,
    data: providerId,
  },
});
