import type { Button, Fact, Tone } from '../../chat/card.ts';
import type { Known, Reader } from '../../chat/conversation.ts';
import { day } from '../../chat/text.ts';
import { permitted } from '../../people/permissions.ts';
import { categoryName } from '../categories.ts';
import type { FoundProvider } from '../search/search.ts';
import type { Standing } from '../standing.ts';

/** What a search result and a provider's own card have in common. */
export type ShownProvider = Pick<
  FoundProvider,
  'id' | 'name' | 'legalEntity' | 'categories' | 'recognisedUntil' | 'standing'
>;

export const STANDING_TONE = {
  recognised: 'neutral',
  'recognition-ended': 'warning',
  barred: 'bad',
} as const satisfies Record<Standing, Tone>;

/** Nothing of these is confidential: they may stand where anybody reads them. */
export function providerFacts({ t, locale }: Reader, provider: ShownProvider): readonly Fact[] {
  const { legalEntity, standing, recognisedUntil, categories } = provider;
  const names = categories.map((code) => categoryName(code, locale)).join(t('common.comma'));
  return [
    { label: t('directory.fact.legal-entity'), value: legalEntity },
    {
      label: t('directory.fact.recognition'),
      value: t.text(`directory.standing.${standing}`, { until: day(recognisedUntil) }),
    },
    ...(names === '' ? [] : [{ label: t('directory.fact.categories'), value: names }]),
  ];
}

/** For people of stores; none for anybody else. Shown disabled where the provider cannot be chosen (T1). */
export function requestButton(talk: Known, provider: ShownProvider, label: string): readonly Button[] {
  if (!permitted('report.new', talk.person).allowed) return [];
  const { id, standing } = provider;
  return [
    {
      label,
      tone: 'primary',
      handle: { action: 'report.new', subject: id, revision: 0, stateSeq: 0 },
      ...(standing === 'recognised'
        ? {}
        : { disabledBecause: talk.t(`directory.not-choosable.${standing}`) }),
    },
  ];
}
