import type { Button, Card, Fact, Section } from '../../../chat/card.ts';
import type { Known } from '../../../chat/conversation.ts';
import { day, type Text } from '../../../chat/text.ts';
import { categoryName } from '../../../directory/categories.ts';
import { permitted } from '../../../people/permissions.ts';
import { today } from '../../../reports/periods.ts';
import { cycleDates, PROGRAMME_ZONE } from '../../cycle/quarter.ts';
import { BENEFITS, benefitLevel } from '../../ladder/benefits.ts';
import type { Badge } from '../../record/badges.ts';
import type { RatingRecord, StoredSnapshot } from '../../record/rating-record.ts';
import { APPEAL, RATING, SIMULATE, WHY } from '../handles.ts';

export interface RatedProvider {
  readonly id: string;
  readonly name: string;
}

export interface ShownRating extends RatingRecord {
  /** Of the quarter that was published last. */
  readonly badges: readonly Badge[];
}

/** Everybody sees the level with its date and what it rests on; the provider and the staff also see scores and what is to come. */
export function ratingCard(talk: Known, provider: RatedProvider, rating: ShownRating): Card {
  const { t } = talk;
  const inside = permitted('rating.why', talk.person, { providerId: provider.id }).allowed;
  const published = rating.snapshots.find(({ publishedAt }) => publishedAt !== null);
  const level = t(`ratings.level.${rating.standing?.level ?? 'P'}`);
  const suspended = rating.standing?.suspended === true;
  return {
    tone: suspended ? 'bad' : published?.result.level.atRisk ? 'warning' : 'neutral',
    title: t('ratings.show.title', { provider: provider.name }),
    lead: suspended ? t('ratings.show.suspended') : published ? badge(talk, published, level) : level,
    facts: inside && published ? scores(talk, published) : [],
    sections: [
      ...(suspended ? [] : specialist(talk, rating)),
      ...(inside ? waiting(talk, rating) : []),
      ...(inside ? trend(talk, rating) : []),
      ...(published ? [benefits(talk, rating)] : []),
    ],
    actions: inside && rating.snapshots.length > 0 ? buttons(talk, provider.id) : [],
    footer: t('ratings.show.footer'),
  };
}

const badge = ({ t }: Known, { quarter, input, result }: StoredSnapshot, level: string): string =>
  [
    t('ratings.show.lead', {
      level,
      quarter,
      stores: input.standing.stores,
      months: input.standing.storeMonths,
    }),
    ...result.level.flags.map((flag) => `(${t(`ratings.flag.${flag}`)})`),
  ].join(' ');

function scores({ t }: Known, { input, result }: StoredSnapshot): readonly Fact[] {
  const voices = (input.evidence.surveys ?? []).flat();
  const mean = voices.reduce((total, voice) => total + voice.mean, 0) / voices.length;
  return [
    { label: t('ratings.show.score'), value: number(result.score) },
    { label: t('ratings.show.published'), value: number(result.published) },
    ...(voices.length === 0
      ? []
      : [
          {
            label: t('ratings.show.voices'),
            value: t('ratings.show.voices-value', { mean: mean.toFixed(2), count: voices.length }),
          },
        ]),
  ];
}

/** In which categories, with the quarter and what it rests on; never the score, which is the provider's own to see. */
function specialist({ t, locale }: Known, { badges }: ShownRating): readonly Section[] {
  if (badges.length === 0) return [];
  const list = badges.map(({ category, quarter, stores, storeMonths }) =>
    t('ratings.show.specialist-line', {
      category: categoryName(category, locale),
      quarter,
      stores,
      months: storeMonths,
    }),
  );
  return [{ title: t('ratings.show.specialist'), list }];
}

/** What is not yet published, and what waits for an appeal. */
function waiting({ t }: Known, { standing, snapshots }: RatingRecord): readonly Section[] {
  const preview = snapshots.find(({ publishedAt }) => publishedAt === null);
  const lines: readonly Text[] = [
    ...(preview
      ? [
          t.text('ratings.show.preview', {
            quarter: preview.quarter,
            level: t(`ratings.level.${preview.result.level.level}`),
            score: number(preview.result.score),
            day: day(cycleDates(preview.quarter).publishedOn),
          }),
        ]
      : []),
    ...(standing?.stayedLevel
      ? [t('ratings.show.stayed', { level: t(`ratings.level.${standing.stayedLevel}`) })]
      : []),
  ];
  return lines.length === 0 ? [] : [{ list: lines }];
}

function trend({ t }: Known, { snapshots }: RatingRecord): readonly Section[] {
  const published = snapshots.filter(({ publishedAt }) => publishedAt !== null);
  if (published.length < 2) return [];
  const list = published.map(({ quarter, result }) =>
    t('ratings.show.trend-line', {
      quarter,
      level: t(`ratings.level.${result.level.level}`),
      published: number(result.published),
    }),
  );
  return [{ title: t('ratings.show.trend'), list }];
}

function benefits({ t, app }: Known, { standing }: RatingRecord): Section {
  const held = standing ?? { level: 'P' as const, benefitsLevel: null, benefitsUntil: null };
  const level = benefitLevel(held, today(app.clock.now(), PROGRAMME_ZONE));
  const { openBids, consultationMinutes, reviewMinutes } = BENEFITS[level];
  const until = held.benefitsUntil;
  return {
    title: t('ratings.show.benefits'),
    list: [
      t('ratings.show.open-bids', { count: openBids }),
      t('ratings.show.consultation', { hours: consultationMinutes / 60 }),
      t('ratings.show.review', { hours: reviewMinutes / 60 }),
      ...(level !== held.level && until !== null
        ? [t.text('ratings.show.until-end', { level: t(`ratings.level.${level}`), until: day(until) })]
        : []),
    ],
  };
}

function buttons({ t, person }: Known, providerId: string): readonly Button[] {
  const button = (label: string, action: string): Button => ({
    label: t(`ratings.show.${label}`),
    tone: 'plain',
    handle: { ...RATING, action, subject: providerId },
  });
  const mayAppeal = permitted('rating.appeal', person, { providerId }).allowed;
  return [
    button('why', WHY),
    button('try-it', SIMULATE),
    ...(mayAppeal ? [button('appeal-it', APPEAL)] : []),
  ];
}

export const number = (score: number | null): string => (score === null ? '–' : score.toFixed(2));
