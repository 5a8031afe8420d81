import type { Button, Card, Section } from '../../../chat/card.ts';
import type { Known } from '../../../chat/conversation.ts';
import { permitted } from '../../../people/permissions.ts';
import { cheapestSteps, nextLevel } from '../../explain/next-level.ts';
import type { Unmet } from '../../levels/gates.ts';
import type { RatingRecord, StoredSnapshot } from '../../record/rating-record.ts';
import { DIMENSIONS } from '../../rules.ts';
import { ratingOf } from '../../score/snapshot.ts';
import { ESCALATE, RATING } from '../handles.ts';
import { number } from '../show/rating-card.ts';
import { dimensionSection } from './dimension-section.ts';

export interface Explained {
  readonly name: string;
  readonly rating: RatingRecord;
  readonly latest: StoredSnapshot;
  /** Ids of the cases behind the deductions. */
  readonly incidents: readonly string[];
  /** Appeals that can be taken further. */
  readonly dismissed: readonly string[];
}

/** All inputs, weights and priors, what was taken off and for which cases, and what the next level needs (domain-rules §7.5). */
export function whyCard(talk: Known, explained: Explained): Card {
  const { t } = talk;
  const { name, latest } = explained;
  const { result, quarter } = latest;
  return {
    tone: 'neutral',
    title: t('ratings.why.title', { provider: name }),
    lead: t.text('ratings.why.lead', { quarter, command: { code: 'npm run -s rules -- rate' } }),
    facts: [
      { label: t('ratings.show.score'), value: number(result.score) },
      { label: t('ratings.show.published'), value: number(result.published) },
    ],
    sections: [
      ...DIMENSIONS.map((dimension) => dimensionSection(talk, dimension, latest)),
      deductionSection(talk, explained),
      ...nextSections(talk, explained),
    ],
    actions: escalations(talk, explained),
    footer: t('ratings.why.footer'),
  };
}

function escalations({ t, person }: Known, { rating, dismissed }: Explained): readonly Button[] {
  if (!permitted('rating.appeal', person, { providerId: rating.providerId }).allowed) return [];
  return dismissed.map((id) => ({
    label: `${t('ratings.appeal.further')}: ${id}`,
    tone: 'plain',
    handle: { ...RATING, action: ESCALATE, subject: id },
  }));
}

function deductionSection({ t }: Known, { latest, incidents }: Explained): Section {
  const { complaints, incidents: severe, lateFilings } = latest.result.deductions;
  const taken = [
    ['complaints', complaints],
    ['incidents', severe],
    ['late-filings', lateFilings],
  ] as const;
  const lines = taken.flatMap(([what, points]) =>
    points > 0 ? [t(`ratings.why.${what}`, { points: points.toFixed(2) })] : [],
  );
  const { combined, coverage } = latest.result;
  return {
    title: t('ratings.why.deductions'),
    list: [
      t('ratings.why.combined', { combined: number(combined), coverage }),
      ...(lines.length === 0 ? [t('ratings.why.no-deductions')] : lines),
      ...(incidents.length === 0
        ? []
        : [t('ratings.why.cases', { cases: incidents.join(t('common.comma')) })]),
    ],
  };
}

function nextSections(talk: Known, { rating, latest }: Explained): readonly Section[] {
  const { t } = talk;
  const { input, result } = latest;
  const level = rating.standing?.level ?? result.level.level;
  const next = nextLevel(level, result.published, { ...input.standing, rating: ratingOf(input) });
  if (!next) return [];
  const missing = [
    ...(next.missingPoints > 0 ? [t('ratings.why.points', { points: next.missingPoints.toFixed(2) })] : []),
    ...next.unmet.map((unmet) => gateLine(talk, unmet)),
  ];
  const steps = cheapestSteps(input.evidence).map(({ code, gain }) =>
    t('ratings.why.step', { step: t(`ratings.step.${code}`), gain: gain.toFixed(2) }),
  );
  return [
    {
      title: t('ratings.why.next', { level: t(`ratings.level.${next.level}`) }),
      list: missing.length === 0 ? [t('ratings.why.next-nothing')] : missing,
    },
    ...(steps.length === 0 ? [] : [{ title: t('ratings.why.steps'), list: steps }]),
  ];
}

function gateLine({ t }: Known, { gate, dimension, need, have }: Unmet): string {
  if (dimension === undefined) return t(`ratings.gate.${gate}`, { need, have });
  return t('ratings.gate.floor', { dimension: t(`ratings.dimension.${dimension}`), need, have });
}
