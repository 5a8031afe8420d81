/** What every handle of a rating has in common: it shows or opens, so nothing is compared. */
export const RATING = { revision: 0, stateSeq: 0 } as const;

export const SHOW = 'rating.show';
export const WHY = 'rating.why';
export const SIMULATE = 'rating.simulate';
export const SURVEY = 'rating.survey';
export const APPEAL = 'rating.appeal';
export const HEAR = 'rating.hear';
export const ESCALATE = 'rating.escalate';
export const IMPORT = 'rating.import';
export const INCIDENT = 'rating.incident';
/** Also what a choice among several reports stands for: `report.` and the verb. */
export const COMPLAIN = 'report.complain';
export const RECORD_INCIDENT = 'rating.record-incident';
export const ANSWER_INCIDENT = 'rating.answer-incident';
export const DECIDE_INCIDENT = 'rating.decide-incident';
/** What a choice among several reports stands for, too. */
export const CHECKS = 'report.checks';
export const ENTER_CHECKS = 'rating.enter-checks';
export const EXEMPT_CHECK = 'rating.exempt-check';
export const CAPABILITY = 'rating.capability';
export const SUSPEND = 'rating.suspend';
export const LIFT = 'rating.lift';
