import { refuseReport } from '../refusals.ts';
import type { Need } from '../table/row.ts';

/** T6, T8: three returns, and one more for each that a lead grants (T25). */
export const aRoundIsLeft: Need = ({ report }) =>
  report.rounds < report.roundsAllowed ? null : refuseReport('no-rounds-left', { rounds: report.rounds });

/** T25: a round is granted when none is left, one at a time. */
export const noRoundIsLeft: Need = ({ report: { rounds, roundsAllowed } }) =>
  rounds >= roundsAllowed ? null : refuseReport('round-still-left', { left: roundsAllowed - rounds });
