import type { Card } from '../../chat/card.ts';
import type { Command, Known, Suggestions } from '../../chat/conversation.ts';
import { day, type Text } from '../../chat/text.ts';
import { categoryName } from '../../directory/categories.ts';
import { type ListedOpportunity, listedFor } from '../record/read/listing.ts';
import { handleTo, SHOW } from './handles.ts';

/** `/opportunity list`: what concerns whoever asks and has not ended, the nearest deadline first. */
export const opportunityList: Command = {
  area: 'opportunity',
  verb: 'list',
  options: [],
  who: 'opportunity.list',
  effect: 'read',
  run: async (talk) => ({ kind: 'card', card: listCard(talk, await listedFor(talk.app, talk.person)) }),
};

function listCard(talk: Known, found: readonly ListedOpportunity[]): Card {
  const { t } = talk;
  if (found.length === 0) return { tone: 'neutral', title: t('opportunities.list.none') };
  return {
    tone: 'neutral',
    title: t('opportunities.list.title'),
    sections: [{ list: found.map((each) => line(talk, each)) }],
    actions: found.map((each) => ({
      label: nameFor(talk, each),
      tone: 'plain' as const,
      handle: handleTo(SHOW, each.id),
    })),
  };
}

const line = (talk: Known, each: ListedOpportunity): Text =>
  talk.t.text('opportunities.list.line', {
    brand: nameFor(talk, each),
    state: talk.t(
      each.answer === null ? `opportunities.state.${each.state}` : `opportunities.answer.${each.answer}`,
    ),
    until: day(each.answerUntil),
    id: { code: each.id },
  });

/** A confidential brand has no name before a provider has shown interest. */
function nameFor({ t, locale }: Pick<Known, 't' | 'locale'>, each: ListedOpportunity): string {
  const hidden = each.confidential && each.answer !== null && each.answer !== 'INTERESTED';
  const brand = hidden ? t('opportunities.confidential-brand') : each.brand;
  return `${brand} · ${categoryName(each.category, locale)}`;
}

/** What one could mean by an opportunity. */
export const suggestOpportunities: Suggestions = async (talk, typed) => {
  const found = await listedFor(talk.app, talk.person);
  const wanted = typed.toLowerCase();
  return found
    .map((each) => ({ value: each.id, label: nameFor(talk, each) }))
    .filter(({ value, label }) => `${value} ${label}`.toLowerCase().includes(wanted));
};
