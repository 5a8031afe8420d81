/** The line under the title: what is next, for whoever chooses and for a provider. */
import type { Reader } from '../../../chat/conversation.ts';
import { day, moment, type Text } from '../../../chat/text.ts';
import type { Opportunity } from '../../need/opportunity.ts';
import type { ListedPlace } from '../../record/read/places.ts';
import type { Situation } from './buttons.ts';

export function leadOf({ t }: Reader, { opportunity, places, now }: Situation): Text {
  const { state, wakeAt, winner, reason, rounds } = opportunity;
  if (state === 'WON') {
    const provider = places.find(({ providerId }) => providerId === winner)?.provider ?? '';
    return t(opportunity.storeId === null ? 'opportunities.lead.WON-no-store' : 'opportunities.lead.WON', {
      provider,
    });
  }
  if (state === 'LOST' || state === 'WITHDRAWN')
    return t('opportunities.lead.ended', { reason: reason ?? '' });
  if (state !== 'DRAFT' && now >= opportunity.dueAt) return t('opportunities.lead.over');
  if (wakeAt !== null && wakeAt > now)
    return t.text('opportunities.lead.first-round', { until: moment(wakeAt) });
  if (state === 'PUBLISHED' && rounds === 0) return t('opportunities.lead.nobody');
  const interested = places.filter(({ answer }) => answer === 'INTERESTED').length;
  return t(`opportunities.lead.${state}`, { interested });
}

export function providerLead(
  { t }: Reader,
  opportunity: Opportunity,
  { providerId, answer }: ListedPlace,
): Text {
  const { state, winner, answerUntil } = opportunity;
  if (state === 'WON')
    return t(winner === providerId ? 'opportunities.to-provider.won' : 'opportunities.to-provider.lost');
  if (state === 'LOST' || state === 'WITHDRAWN')
    return t(`opportunities.to-provider.${state}`, { reason: opportunity.reason ?? '' });
  return t.text(`opportunities.to-provider.${answer}`, { until: day(answerUntil) });
}
