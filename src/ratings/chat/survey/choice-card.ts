import type { Card } from '../../../chat/card.ts';
import type { Translate } from '../../../chat/messages/translate.ts';
import type { Quarter } from '../../cycle/quarter.ts';
import type { Pair } from '../../record/evidence/pairs.ts';
import { RATING, SURVEY } from '../handles.ts';

/** Which provider to rate. */
export const choiceCard = (t: Translate, pairs: readonly Pair[], quarter: Quarter): Card => ({
  tone: 'neutral',
  title: t('ratings.survey.which'),
  lead: t('ratings.survey.which-lead', { quarter }),
  actions: pairs.map((pair) => ({
    label: t('ratings.survey.pair', { provider: pair.providerName, store: pair.storeName }),
    tone: 'plain',
    handle: handleOf(pair),
  })),
});

export const handleOf = ({ providerId, storeId }: Pick<Pair, 'providerId' | 'storeId'>) => ({
  ...RATING,
  action: SURVEY,
  subject: providerId,
  data: storeId,
});
