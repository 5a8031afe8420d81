import type { Answer, Click, Command, Known } from '../../../chat/conversation.ts';
import { membershipsFor } from '../../../people/permissions.ts';
import { isRefused } from '../../../result.ts';
import { askConsent } from '../../actions/consent/ask-consent.ts';
import { changeConsent } from '../../actions/consent/change-consent.ts';
import { consents } from '../../record/consent/consent.ts';
import { afterClick } from '../after-click.ts';
import { ASK_CONSENT, GRANT, WITHDRAW } from '../handles.ts';
import { consentButton, consentCard } from './consent-card.ts';

/** `/training consent`: every provider that works for one's stores, and whether it may see how they do. */
export const trainingConsent: Command = {
  area: 'training',
  verb: 'consent',
  options: [],
  who: 'training.consent',
  effect: 'read',
  run: async (talk) => {
    const stores = membershipsFor('training.consent', talk.person).map(
      ({ organisationId }) => organisationId,
    );
    return listed(talk, stores);
  },
};

async function listed({ app, t }: Known, stores: readonly string[]): Promise<Answer> {
  const pairs = await consents(app, { stores });
  if (pairs.length === 0)
    return { kind: 'card', card: { tone: 'neutral', title: t('training.consent.none') } };
  return {
    kind: 'card',
    card: {
      tone: 'neutral',
      title: t('training.consent.list'),
      lead: t('training.consent.list-lead'),
      sections: [
        {
          list: pairs.map(({ storeName: store, providerName: provider, granted }) =>
            t('training.consent.line', {
              store,
              provider,
              state: t(granted ? 'training.consent.yes' : 'training.consent.no'),
            }),
          ),
        },
      ],
      actions: pairs.map((pair) =>
        consentButton(
          pair,
          t(pair.granted ? 'training.consent.withdraw-named' : 'training.consent.grant-named', {
            provider: pair.providerName,
          }),
        ),
      ),
    },
  };
}

const changing = (action: string, grant: boolean): Click => ({
  action,
  effect: 'change',
  run: async (talk, { subject: storeId, data: providerId = '', stateSeq }) => {
    const { app, person: actor, requestId } = talk;
    const changed = await changeConsent(app, { actor, requestId, storeId, providerId, stateSeq, grant });
    return isRefused(changed) ? changed : afterClick(talk, consentCard(talk, changed.ok, true));
  },
});

export const grantClick = changing(GRANT, true);
export const withdrawClick = changing(WITHDRAW, false);

export const askConsentClick: Click = {
  action: ASK_CONSENT,
  effect: 'change',
  run: async ({ app, person: actor, requestId, t }, { subject: storeId, data: providerId = '' }) => {
    const asked = await askConsent(app, { actor, requestId, storeId, providerId });
    if (isRefused(asked)) return asked;
    const title = t('training.consent.asked-done', { store: asked.ok.storeName });
    return { kind: 'card', card: { tone: 'waiting', title }, replaces: true };
  },
};
