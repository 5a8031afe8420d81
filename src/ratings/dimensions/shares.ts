/** D5 and D6 (domain-rules §7.3): shares that a prior holds near the average until there is enough to say otherwise. */
import { decimal } from '../decimal.ts';
import { CHECKS, RENEWAL } from '../rules.ts';
import type { Checks, Renewal } from '../score/evidence.ts';
import type { Measured } from './dimension.ts';

/** D5, delivery against the filed standards. */
export function delivery({ met, measured }: Checks): Measured {
  const { priorMet, priorMeasured, minimumMeasured } = CHECKS;
  return {
    value: decimal(met)
      .plus(priorMet)
      .times(100)
      .div(measured + priorMeasured),
    evidenced: measured >= minimumMeasured,
  };
}

/** D6, renewal. */
export function renewal({ renewed, eligible }: Renewal): Measured {
  const { priorRenewed, priorEligible, minimumEligible } = RENEWAL;
  return {
    value: decimal(renewed)
      .plus(priorRenewed)
      .times(100)
      .div(eligible + priorEligible),
    evidenced: eligible >= minimumEligible,
  };
}
