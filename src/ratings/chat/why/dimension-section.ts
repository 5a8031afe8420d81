import type { Section } from '../../../chat/card.ts';
import type { Known } from '../../../chat/conversation.ts';
import type { Values } from '../../../chat/messages/translate.ts';
import type { StoredSnapshot } from '../../record/rating-record.ts';
import { type Dimension, SATISFACTION, WEIGHTS } from '../../rules.ts';
import type { SnapshotInput } from '../../score/snapshot.ts';
import { number } from '../show/rating-card.ts';

/** One dimension: its score and weight, what went in and what it was drawn towards. */
export function dimensionSection(
  { t }: Known,
  dimension: Dimension,
  { input, result }: StoredSnapshot,
): Section {
  const { score, evidenced } = result.dimensions[dimension];
  const inputs = INPUTS[dimension](input.evidence, (yes) => t(`fields.option.yesNo.${yes ? 'YES' : 'NO'}`));
  return {
    title: `${dimension} · ${t(`ratings.dimension.${dimension}`)}`,
    list: [
      t('ratings.why.score', { score: number(score), weight: WEIGHTS[dimension] }),
      inputs === null ? t('ratings.why.nothing') : t(`ratings.why.${dimension}`, inputs),
      ...(evidenced ? [] : [t('ratings.why.short')]),
    ],
  };
}

type Evidence = SnapshotInput['evidence'];
type Inputs = (evidence: Evidence, yesNo: (yes: boolean) => string) => Values | null;

const INPUTS: Readonly<Record<Dimension, Inputs>> = {
  D1: ({ surveys }) => ({
    count: surveys?.length ?? 0,
    prior: SATISFACTION.priorMean,
    stores: SATISFACTION.priorStores,
  }),
  D2: ({ growth }) => ({ count: growth?.length ?? 0 }),
  D3: ({ scale }) => (scale ? { below: scale.below, group: scale.group, months: scale.storeMonths } : null),
  D4: ({ experience }) => ({
    count: experience?.length ?? 0,
    orders: Math.round((experience ?? []).reduce((total, { orders }) => total + orders, 0)),
  }),
  D5: ({ checks }) => (checks ? { met: checks.met, measured: checks.measured } : null),
  D6: ({ renewal }) => (renewal ? { renewed: renewal.renewed, eligible: renewal.eligible } : null),
  D7: ({ capability }, yesNo) =>
    capability
      ? {
          certified: `${Math.round(capability.certifiedShare * 100)} %`,
          done: capability.tasksDone,
          assigned: capability.tasksAssigned,
          api: yesNo(capability.apiHealthy),
          stores: capability.newStores,
        }
      : null,
};
