import type { Section } from '../../../chat/card.ts';
import type { Translate } from '../../../chat/messages/translate.ts';
import type { Missing } from '../../diagnosis/evidence.ts';
import { FACTORS } from '../../diagnosis/factors.ts';
import { subCausesOf } from '../../diagnosis/sub-causes.ts';
import type { StoredDiagnosis } from '../../record/diagnoses/diagnoses.ts';
import { factorValue, grouped, moneyOf, signedPercent } from './factor-value.ts';

/** What stands under the verdict, each part only where there is something to say. */
export function diagnosisSections(t: Translate, { result, currency }: StoredDiagnosis): readonly Section[] {
  const { redLines, secondary, good, main, missing } = result;
  const of = (name: string, list: readonly string[]): readonly Section[] =>
    list.length === 0 ? [] : [{ title: t(`training.diagnosis.${name}`), list }];
  const crossed = redLines.map(({ code, severity }) =>
    t('training.diagnosis.red-line', {
      problem: t(`training.problem.${code}`),
      percent: Math.round(severity * 100),
    }),
  );
  return [
    ...of(
      'missing',
      missing.map((each) => missingText(t, each)),
    ),
    ...of('red-lines', crossed),
    ...of('factors', currency === null ? [] : factorLines(t, result.factors, currency)),
    ...of(
      'secondary',
      secondary.map((problem) => t(`training.problem.${problem}`)),
    ),
    ...of(
      'good',
      good.map((factor) => t(`training.factor.${factor}`)),
    ),
    ...of('change', currency === null ? [] : changeLines(t, result.change, currency)),
    ...of(
      'ask',
      subCausesOf(main).map((question) => t(`training.question.${question}`)),
    ),
  ];
}

function factorLines(t: Translate, factors: StoredDiagnosis['result']['factors'], currency: string) {
  return factors.map(({ factor, value, median, topQuartile }) => {
    const shown = (each: number) => factorValue(t, factor, { value: each, currency });
    return t('training.diagnosis.factor-line', {
      factor: t(`training.factor.${factor}`),
      value: shown(value),
      median: shown(median),
      top: shown(topQuartile),
    });
  });
}

/** A store that moved as its peers did has no news. */
const WORTH_TELLING = 0.01;

function changeLines(t: Translate, change: StoredDiagnosis['result']['change'], currency: string) {
  if (change === null || Math.abs(change.own - change.peers) < WORTH_TELLING) return [];
  const { own, peers, shares } = change;
  return [
    t('training.diagnosis.change-line', { own: signedPercent(own), peers: signedPercent(peers) }),
    ...FACTORS.filter((factor) => Math.round(shares[factor]) !== 0).map((factor) =>
      t('training.diagnosis.share-line', {
        factor: t(`training.factor.${factor}`),
        amount: moneyOf(t, shares[factor], currency),
      }),
    ),
  ];
}

const missingText = (t: Translate, missing: Missing): string =>
  'have' in missing
    ? t(`training.diagnosis.missing-${missing.what}`, {
        have: grouped(missing.have),
        need: grouped(missing.need),
      })
    : t(`training.diagnosis.missing-${missing.what}`);
