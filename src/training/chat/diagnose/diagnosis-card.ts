import type { Button, Card, Fact } from '../../../chat/card.ts';
import type { Known } from '../../../chat/conversation.ts';
import type { Translate } from '../../../chat/messages/translate.ts';
import { day } from '../../../chat/text.ts';
import { categoryName } from '../../../directory/categories.ts';
import type { Diagnosed } from '../../actions/diagnosis/diagnose-store.ts';
import type { Diagnosis } from '../../diagnosis/diagnose.ts';
import type { StoredDiagnosis } from '../../record/diagnoses/diagnoses.ts';
import { TIERS } from '../../rules.ts';
import { proposeButton } from '../plans/propose-button.ts';
import { diagnosisSections } from './diagnosis-sections.ts';
import { grouped, moneyOf } from './factor-value.ts';

export interface Shown extends Diagnosed {
  readonly store: string;
}

/** A diagnosis for whoever may see it: nothing of it ever stands in a channel. */
export function diagnosisCard(talk: Known, { diagnosis, viewer, next, store }: Shown): Card {
  const { t } = talk;
  const { result } = diagnosis;
  const actions: readonly Button[] =
    result.main !== null && viewer.providerId !== null ? [proposeButton(t, diagnosis)] : [];
  return {
    tone: TONE[result.verdict],
    title: t('training.diagnosis.title', { store }),
    lead: verdictText(t, result),
    facts: factsOf(t, diagnosis),
    sections: diagnosisSections(t, diagnosis),
    actions,
    footer:
      next === null ? t('training.diagnosis.footer') : t.text('training.diagnosis.next', { date: day(next) }),
  };
}

const TONE = {
  INSUFFICIENT: 'neutral',
  RED_LINE: 'bad',
  WEAK_FACTOR: 'warning',
  DECLINE: 'warning',
  HEALTHY: 'good',
} as const satisfies Record<Diagnosis['verdict'], Card['tone']>;

export function verdictText(t: Translate, { verdict, main, suggestion }: Diagnosis): string {
  if (verdict === 'HEALTHY' && suggestion === null) return t('training.verdict.HEALTHY-best');
  const problem = main === null ? '' : t(`training.problem.${main}`);
  const factor = suggestion === null ? '' : t(`training.factor.${suggestion}`);
  return t(`training.verdict.${verdict}`, { problem, factor });
}

function factsOf(t: Translate, { result, month, currency }: StoredDiagnosis): readonly Fact[] {
  const { evidence, benchmark, net, recoverable } = result;
  if (evidence === null || month === null || currency === null) return [];
  const counts = { uv: grouped(evidence.uv), orders: grouped(evidence.orders) };
  const fact = (name: string, value: string | null): readonly Fact[] =>
    value === null ? [] : [{ label: t(`training.diagnosis.${name}`), value }];
  const peers = benchmark && {
    stores: benchmark.stores,
    category: categoryName(benchmark.group, t.locale),
    // People count from one.
    tier: benchmark.tier + 1,
    tiers: TIERS.length + 1,
  };
  return [
    ...fact(
      'period',
      t('training.diagnosis.period-value', { days: evidence.days, month: month.slice(0, 7) }),
    ),
    ...fact('peers', peers && t('training.diagnosis.peers-value', peers)),
    ...fact('confidence', t(`training.diagnosis.${evidence.confidence}`, counts)),
    ...fact('net', net === null ? null : moneyOf(t, net, currency)),
    ...fact('recoverable', recoverable === null ? null : moneyOf(t, recoverable, currency)),
  ];
}
