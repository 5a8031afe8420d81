/** D1, merchant satisfaction (domain-rules §7.3): one voice for each store, fading with age, drawn towards the average. */
import { Decimal } from 'decimal.js';
import { decimal, sum, weightedMean } from '../decimal.ts';
import { SATISFACTION } from '../rules.ts';
import type { SurveyAnswer } from '../score/evidence.ts';
import type { Measured } from './dimension.ts';

const AGE_WEIGHTS = Array.from({ length: SATISFACTION.quarters }, (_, age) =>
  decimal(2 ** (-age / SATISFACTION.halfLifeQuarters)),
);

export function satisfaction(stores: readonly (readonly SurveyAnswer[])[]): Measured {
  const voices = stores.map(voiceOf).filter((voice) => voice !== null);
  const heard = sum(voices.map(({ weight }) => weight));
  const { priorStores, priorMean, minimumWeight } = SATISFACTION;
  const total = sum(voices.map(({ value, weight }) => value.times(weight)));
  const mean = total.plus(priorStores * priorMean).div(heard.plus(priorStores));
  return { value: mean.minus(1).times(25), evidenced: heard.gte(minimumWeight) };
}

/** Null where a store has said nothing within the window. */
function voiceOf(answers: readonly SurveyAnswer[]) {
  const weighed = answers.flatMap(({ quartersAgo, mean }) => {
    const weight = AGE_WEIGHTS[quartersAgo];
    return weight ? [{ value: decimal(mean), weight }] : [];
  });
  const value = weightedMean(weighed);
  if (value === null) return null;
  return { value, weight: Decimal.min(1, sum(weighed.map(({ weight }) => weight))) };
}
