/** What the staff's decisions leave behind (T8..T12, T25). */
import { holds } from '../../../people/principal.ts';
import type { Proposal, Side } from '../../report.ts';
import type { ChangeRecord } from '../change.ts';
import { type DecisionContext, representedIds } from '../context.ts';
import { warn } from '../refusals.ts';
import { personOf } from '../requirements/hands.ts';
import { secondApprovalReasons } from '../second-approval.ts';
import type { Effect, Step } from '../table/row.ts';
import { authored } from './authored.ts';

type Decision = Extract<ChangeRecord, { readonly record: 'DECISION' }>;
type Judgement = Pick<Decision, 'verdict' | 'ruleIds' | 'reason'>;

/** One decision, with the first of the two persons where the report already waits for a second. */
export function decision(
  { report, context }: Pick<Step, 'report' | 'context'>,
  judgement: Judgement,
): Decision {
  const firstActor = report.proposal?.side === null ? report.proposal.by : null;
  const { revision, revisionHash: hash } = report;
  return { record: 'DECISION', ...authored(context), ...judgement, revision, hash, firstActor };
}

/** What one person puts forward for a second one to join in. */
export function proposal(
  context: DecisionContext,
  what: Pick<Proposal, 'kind' | 'date' | 'reason'> & { readonly side: Side | null },
): Proposal {
  const { onBehalfOf, at } = authored(context);
  const by = personOf(context).principalId;
  const carries = representedIds(context);
  return {
    ...what,
    ...{ by, onBehalfOf, role: roleOf(context, what.side), at },
    ...(carries.length === 0 ? {} : { carries }),
  };
}

function roleOf(context: DecisionContext, side: Side | null): Proposal['role'] {
  if (side !== null) return side === 'store' ? 'STORE_OWNER' : 'PROVIDER_ADMIN';
  return holds(personOf(context), 'STAFF_LEAD') ? 'STAFF_LEAD' : 'STAFF_REVIEWER';
}

const reasonsOf = ({ report, event, context }: Step<'approve'>): readonly string[] =>
  secondApprovalReasons({ report, context, unsure: event.unsure === true });

/** T9: the staff clock stands still while the named side answers. */
export const askOneSide: Effect<'askInformation'> = ({ report, event, context }) => ({
  set: { infoFrom: event.from },
  records: [
    {
      record: 'COMMENTS',
      ...authored(context),
      kind: 'QUESTION',
      revision: report.revision,
      comments: [{ field: '', text: event.question }],
    },
  ],
  data: { from: event.from },
});

/** T9, back */
export const recordAnswer: Effect<'answerInformation'> = ({ report, event, context }) => ({
  records: [
    {
      record: 'COMMENTS',
      ...authored(context),
      kind: 'ANSWER',
      revision: report.revision,
      comments: [{ field: '', text: event.answer }],
    },
  ],
});

/** §3.4: the first of two; the case stays where it is until somebody else joins in. */
export const awaitSecondApproval: Effect<'approve'> = (step) => {
  const reasons = reasonsOf(step);
  const asked = { kind: 'APPROVE', side: null, date: null, reason: reasons.join(' ') } as const;
  return {
    set: { proposal: proposal(step.context, asked) },
    records: [decision(step, { verdict: 'FIRST_APPROVAL', ruleIds: reasons, reason: null })],
    warnings: [warn('second-approval', { reasons })],
    data: { reasons },
  };
};

/** T10, T11 */
export const recordApproval: Effect<'approve'> = (step) => ({
  records: [
    decision(step, {
      verdict: 'APPROVED',
      ruleIds: step.report.proposal?.reason?.split(' ') ?? reasonsOf(step),
      reason: null,
    }),
  ],
});

/** T12: the statement of reasons goes to both parties. */
export const recordRejection: Effect<'reject'> = (step) => {
  const { reasonCode, text, ruleId } = step.event;
  return {
    records: [
      decision(
        { ...step, report: { ...step.report, proposal: null } },
        { verdict: 'REJECTED', ruleIds: [ruleId], reason: text },
      ),
    ],
    data: { reasonCode, text, ruleId },
  };
};

/** T25 */
export const allowOneRound: Effect<'grantRound'> = ({ report }) => ({
  set: { roundsAllowed: report.roundsAllowed + 1 },
});

export const takeCase: Effect<'claim'> = ({ context }) => {
  const assignedTo = personOf(context).principalId;
  return { set: { assignedTo }, data: { to: assignedTo } };
};

export const handCase: Effect<'assign'> = ({ report, event: { to } }) => ({
  set: { assignedTo: to.principalId },
  data: { to: to.principalId, from: report.assignedTo },
});
