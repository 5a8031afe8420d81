/** Why a provider stands where it stands (domain-rules §9.1), in words: fit parts, level, and what that rests on. */
import type { Section } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import type { Grounds, ListedPlace } from '../../record/read/places.ts';

type Words = Pick<Reader, 't'>;

const percent = (part: number): string => `${Math.round(part * 100)}%`;

/** To whom it concerns: line by line. */
export function groundsSection({ t }: Words, place: ListedPlace): Section {
  return {
    title: t('opportunities.why.title'),
    list: [
      t(`opportunities.why.because.${place.because}`, { place: place.place ?? 0 }),
      t('opportunities.why.fit', fitWords(place)),
      levelWords({ t }, place),
      t('opportunities.why.match', { match: place.match.toFixed(4) }),
    ],
  };
}

/** To whoever chooses: one line for each. */
export function placeLine({ t }: Words, place: ListedPlace): string {
  const { provider, because, answer } = place;
  const head = place.place === null ? '' : `${place.place}. `;
  return [
    `${head}${provider}`,
    levelWords({ t }, place),
    t('opportunities.why.fit', fitWords(place)),
    t('opportunities.why.match', { match: place.match.toFixed(4) }),
    ...(because === 'match' ? [] : [t(`opportunities.why.mark.${because}`)]),
    t(`opportunities.answer.${answer}`),
  ].join(' · ');
}

const fitWords = ({ fit, parts }: Grounds) => ({
  fit: fit.toFixed(4),
  category: percent(parts.category),
  scope: percent(parts.scope),
  market: percent(parts.market),
  band: percent(parts.band),
});

function levelWords({ t }: Words, { level, published, stores, storeMonths }: Grounds): string {
  if (level === 'P' || published === null) return t('opportunities.why.not-rated');
  return t('opportunities.why.level', {
    level: t(`ratings.level.${level}`),
    published: published.toFixed(2),
    stores,
    months: storeMonths,
  });
}
