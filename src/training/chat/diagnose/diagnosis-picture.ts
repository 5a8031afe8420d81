import type { Translate } from '../../../chat/messages/translate.ts';
import { diagnosisChart } from '../../../pictures/charts/diagnosis.ts';
import type { Chart } from '../../../pictures/picture.ts';
import type { StoredDiagnosis } from '../../record/diagnoses/diagnoses.ts';
import { factorValue } from './factor-value.ts';

/** Null where there was nobody to compare with. */
export function diagnosisPicture(t: Translate, { result, currency }: StoredDiagnosis): Chart | null {
  const { benchmark, factors } = result;
  if (benchmark === null || currency === null) return null;
  return diagnosisChart(t, {
    stores: benchmark.stores,
    factors: factors.map(({ factor, value, median, topQuartile, ratio, weak }) => ({
      ...{ factor, ratio, weak },
      value: factorValue(t, factor, { value, currency }),
      // There is room for the currency once.
      median: factorValue(t, factor, { value: median, currency }).replace(` ${currency}`, ''),
      topRatio: median > 0 ? topQuartile / median : 1,
    })),
  });
}
