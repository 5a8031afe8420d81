import type { Card } from '../../chat/card.ts';
import { day, type Text } from '../../chat/text.ts';
import type { Audience, CardView } from '../../delivery/view.ts';
import { findProvider } from '../../directory/records/organisation.ts';
import { permitted } from '../../people/permissions.ts';
import { today } from '../../reports/periods.ts';
import { cycleDates, PROGRAMME_ZONE, quarterOf } from '../cycle/quarter.ts';
import { effectivePairs } from '../record/evidence/pairs.ts';
import { findRating, type StoredSnapshot } from '../record/rating-record.ts';
import { providerOf, RATING_NEWS, SURVEY_NEWS, storeOf } from '../reminders/news.ts';
import { RATING, WHY } from './handles.ts';
import { number } from './show/rating-card.ts';
import { choiceCard } from './survey/choice-card.ts';

/** A preview, or what was published and whether the level moved: for the provider's own people. */
export const ratingNewsView: CardView = {
  name: RATING_NEWS,
  draw: async (app, audience, subject) => {
    const providerId = providerOf(subject);
    const { person } = audience;
    if (!person || !permitted('rating.why', person, { providerId }).allowed) return null;
    const [provider, { snapshots }] = await Promise.all([
      findProvider(app, providerId),
      findRating(app, providerId),
    ]);
    const [latest] = snapshots;
    return provider && latest ? [newsCard(audience, { ...provider, id: providerId }, latest)] : null;
  },
};

interface Rated {
  readonly id: string;
  readonly name: string;
}

function newsCard({ t }: Audience, { id, name }: Rated, latest: StoredSnapshot): Card {
  const { quarter, result } = latest;
  const { movement, atRisk } = result.level;
  return {
    tone: atRisk || movement === 'DEMOTE' ? 'warning' : 'neutral',
    title: t('ratings.show.title', { provider: name }),
    lead: latest.publishedAt === null ? previewText({ t }, latest) : publishedText({ t }, latest),
    actions: [
      { label: t('ratings.show.why'), tone: 'plain', handle: { ...RATING, action: WHY, subject: id } },
    ],
    footer: t(latest.publishedAt === null ? 'ratings.news.object' : 'ratings.news.appeal', { quarter }),
  };
}

const previewText = ({ t }: Pick<Audience, 't'>, { quarter, result }: StoredSnapshot): Text =>
  t.text('ratings.show.preview', {
    quarter,
    level: t(`ratings.level.${result.level.level}`),
    score: number(result.score),
    day: day(cycleDates(quarter).publishedOn),
  });

function publishedText({ t }: Pick<Audience, 't'>, { quarter, result }: StoredSnapshot): Text {
  const { level, movement, atRisk } = result.level;
  const moved = movement === 'PROMOTE' || movement === 'DEMOTE' ? movement : atRisk ? 'AT_RISK' : 'KEEP';
  const values = { quarter, level: t(`ratings.level.${level}`), published: number(result.published) };
  return t(`ratings.news.${moved}`, values);
}

/** Asks a store's owner for its voice on whomever it works with and has not yet rated this quarter. */
export const surveyNewsView: CardView = {
  name: SURVEY_NEWS,
  draw: async (app, audience, subject) => {
    const storeId = storeOf(subject);
    const { person, t } = audience;
    if (!person || !permitted('rating.survey', person, { storeId }).allowed) return null;
    const quarter = quarterOf(today(app.clock.now(), PROGRAMME_ZONE));
    const pairs = await effectivePairs(app, [storeId], quarter);
    const open = pairs.filter(({ related, answered }) => !related && !answered);
    return open.length === 0 ? null : [choiceCard(t, open, quarter)];
  },
};
