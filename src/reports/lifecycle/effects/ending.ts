/** What notice, suspension and the several ends leave behind (T14..T21, T23 and the draft's expiry). */
import { addDays, earlierOf } from '../../periods.ts';
import type { IsoDate, Notice, NoticeKind, Side } from '../../report.ts';
import type { DecisionContext } from '../context.ts';
import { warn } from '../refusals.ts';
import { personOf, sidesOf } from '../requirements/hands.ts';
import type { Effect, Standing, Step } from '../table/row.ts';
import { decision, proposal } from './review.ts';

/** The side that somebody speaks for; one who could speak for both counts as the store until a second person joins. */
function ownSide({ report, context }: Standing): Side {
  return sidesOf(report, personOf(context))[0] ?? 'store';
}

interface FixedEnd {
  readonly kind: NoticeKind;
  readonly side: Side | null;
  readonly effectiveOn: IsoDate;
}

const fixEnd = (context: DecisionContext, end: FixedEnd): Notice => ({
  ...end,
  givenBy: personOf(context).principalId,
  at: context.now,
});

/** T15: the handover begins; if the period ends first, that is said (T14 wins). */
export const giveNotice: Effect<'giveNotice'> = (step) => {
  const { report, event, context } = step;
  const { effectiveOn } = event;
  const { reportingEnd } = report;
  const endsFirst = effectiveOn > addDays(reportingEnd, 1);
  return {
    set: { notice: fixEnd(context, { kind: 'UNILATERAL', side: ownSide(step), effectiveOn }) },
    followUps: [{ task: 'OPEN_HANDOVER' }],
    warnings: endsFirst ? [warn('ends-before-notice', { reportingEnd })] : [],
    data: { effectiveOn },
  };
};

/** T16, one side */
export const proposeEnd: Effect<'proposeEnd'> = (step) => {
  const { date } = step.event;
  const asked = { kind: 'MUTUAL_END', side: ownSide(step), date, reason: null } as const;
  return { set: { proposal: proposal(step.context, asked) }, data: { date } };
};

/** T16, both sides, for a later day: the cooperation stands until then. */
export const fixAgreedEnd: Effect<'agreeEnd'> = ({ report, event: { date }, context }) => {
  const side = report.proposal?.side ?? null;
  return {
    set: { proposal: null, notice: fixEnd(context, { kind: 'AGREED', side, effectiveOn: date }) },
    followUps: [{ task: 'OPEN_HANDOVER' }],
    data: { date },
  };
};

/** T16, both sides, for today. */
export const endByAgreement: Effect<'agreeEnd'> = ({ event: { date } }) => ({
  followUps: [{ task: 'OPEN_HANDOVER' }, { task: 'REVOKE_ACCESS' }],
  data: { date },
});

/** T17, the side that gave notice */
export const proposeToStay: Effect<'withdrawNotice'> = ({ report, context }) => {
  const side = report.notice?.side ?? null;
  return {
    set: { proposal: proposal(context, { kind: 'WITHDRAW_NOTICE', side, date: null, reason: null }) },
  };
};

/** T17, the other side */
export const liftNotice: Effect<'consentToStay'> = () => ({ set: { notice: null } });

/** T19: reasons are part of the same change, so they are never later than the effect. */
export const recordSuspension: Effect<'suspend'> = (step) => {
  const { cause, text } = step.event;
  return {
    records: [decision(withoutProposal(step), { verdict: 'SUSPENDED', ruleIds: [cause], reason: text })],
    data: { cause, text },
  };
};

/** T20: days that were lost do not extend the end. */
export const recordReinstatement: Effect<'reinstate'> = (step) => ({
  records: [decision(withoutProposal(step), { verdict: 'REINSTATED', ruleIds: [], reason: step.event.text })],
  data: { text: step.event.text },
});

// A proposal that this decision does not answer has no part in it.
const withoutProposal = ({ report, context }: Standing): Standing => ({
  report: { ...report, proposal: null },
  context,
});

/** T21, first person */
export const proposeTermination: Effect<'proposeTermination'> = ({ event, context }) => {
  const { ground, text, effectiveOn } = event;
  const asked = { kind: 'END_SUSPENDED', side: null, date: effectiveOn, reason: ground } as const;
  return { set: { proposal: proposal(context, asked) }, data: { ground, text, effectiveOn } };
};

const terminationDecided = ({ report, context }: Step<'confirmTermination'>) =>
  decision(
    { report, context },
    { verdict: 'TERMINATED', ruleIds: report.proposal?.reason ? [report.proposal.reason] : [], reason: null },
  );

/** T21, second person, at once. */
export const endByPlatform: Effect<'confirmTermination'> = (step) => ({
  records: [terminationDecided(step)],
  followUps: [{ task: 'OPEN_HANDOVER' }, { task: 'REVOKE_ACCESS' }],
});

/** T21, second person, while the notice runs; an earlier day that was already fixed stays. */
export const fixPlatformEnd: Effect<'confirmTermination'> = (step) => {
  const { report, context } = step;
  const proposed = report.proposal?.date ?? context.today;
  const effectiveOn = earlierOf(report.notice?.effectiveOn ?? proposed, proposed);
  return {
    set: { proposal: null, notice: fixEnd(context, { kind: 'PLATFORM', side: null, effectiveOn }) },
    records: [terminationDecided(step)],
    followUps: [{ task: 'OPEN_HANDOVER' }],
    data: { effectiveOn },
  };
};

/** T14 */
export const expire: Effect<'tick'> = ({ report, context: { rules } }) => ({
  followUps: [
    { task: 'REVOKE_ACCESS' },
    { task: 'FIX_RENEWAL_OUTCOME', dueOn: addDays(report.reportingEnd, rules.renewalOutcomeDays) },
  ],
});

/** T18: what is still open in the handover becomes a finding. */
export const endAfterNotice: Effect<'tick'> = () => ({
  followUps: [{ task: 'CLOSE_HANDOVER_WITH_FINDINGS' }, { task: 'REVOKE_ACCESS' }],
});

/** T23 */
export const lapse: Effect<'tick'> = () => ({ followUps: [{ task: 'OFFER_COPY_TO_NEW_REQUEST' }] });

export const remindOfDraft: Effect<'tick'> = () => ({ followUps: [{ task: 'REMIND_OF_DRAFT' }] });

export const deleteDraft: Effect<'tick'> = () => ({ followUps: [{ task: 'DELETE_DRAFT' }] });
