import type { Fact } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import { day } from '../../../chat/text.ts';
import { categoryName } from '../../../directory/categories.ts';
import type { Opportunity } from '../../need/opportunity.ts';

/** What is looked for: the same for every reader. */
export function needFacts({ t, locale }: Reader, need: Opportunity): readonly Fact[] {
  const all = (codes: readonly string[], key: string) =>
    codes.map((code) => t(`${key}.${code}`)).join(t('common.comma'));
  const fact = (name: string, value: Fact['value']): Fact => ({
    label: t(`opportunities.fact.${name}`),
    value,
  });
  return [
    fact('category', categoryName(need.category, locale)),
    fact('scopes', all(need.scopes, 'fields.option.serviceScope')),
    ...(need.markets.length === 0 ? [] : [fact('markets', all(need.markets, 'opportunities.market'))]),
    ...(need.languages.length === 0
      ? []
      : [fact('languages', all(need.languages, 'opportunities.language'))]),
    fact('band', t(`opportunities.band.${need.band}`)),
    fact('starts-on', [day(need.startsOn)]),
    fact('answer-until', [day(need.answerUntil)]),
  ];
}
