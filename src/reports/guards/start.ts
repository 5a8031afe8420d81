import type { Refusal } from '../../result.ts';
import type { DecisionContext } from '../lifecycle/context.ts';
import { known } from '../lifecycle/facts.ts';
import { refuseReport } from '../lifecycle/refusals.ts';
import { addDays } from '../periods.ts';
import type { IsoDate, Report } from '../report.ts';
import { type Guard, hasException } from './guard.ts';

/**
 * G3: the reporting period starts today or later. Back-dating by at most 30 calendar days needs an exception and a
 * contract signed before that start. A start that passed while the case was being handled is not back-dated: the day of the
 * request counts, or a slow review would close the case by itself.
 */
export const start: Guard = {
  id: 'G3',
  facts: ['requestedOn', 'revision'],
  refusals: (report, context) => {
    const { reportingStart } = report.request;
    if (reportingStart >= context.today) return [];
    const earliest = addDays(context.today, -context.rules.backDateMaximumDays);
    if (reportingStart < earliest) return [tooFar(reportingStart, earliest, context)];
    if (reportingStart >= measuredFrom(context)) return [];
    return backDated(report, context);
  },
};

/** The day from which a start counts as back-dated: the day of the request, today while there is none yet. */
export const measuredFrom = (context: DecisionContext): IsoDate =>
  known(context.facts, 'requestedOn') ?? context.today;

function tooFar(reportingStart: IsoDate, earliest: IsoDate, { rules }: DecisionContext): Refusal {
  const data = { start: reportingStart, earliest, days: rules.backDateMaximumDays };
  return refuseReport('back-date-too-far', data, 'reportingStart');
}

function backDated(report: Report, { today, facts }: DecisionContext): readonly Refusal[] {
  const { reportingStart } = report.request;
  if (!hasException(report, 'BACK_DATED')) {
    return [refuseReport('start-in-past', { start: reportingStart, today }, 'reportingStart')];
  }
  // Before the provider has filled in the contract there is nothing to compare; G6 asks for the date itself.
  const signedOn = known(facts, 'revision').contractSignedOn;
  if (signedOn === null || signedOn < reportingStart) return [];
  const data = { signedOn, start: reportingStart };
  return [refuseReport('back-date-contract-too-late', data, 'contractSignedOn')];
}
