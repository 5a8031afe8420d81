import { Prisma } from '../../platform/database/generated/client.ts';
import type { Report } from '../report.ts';

/** The columns that a transition may change, as the assignments of one UPDATE. */
export function changedColumns(next: Report, wakeAt: Date | null): Prisma.Sql {
  return Prisma.sql`
    state = ${next.state}, state_seq = ${next.stateSeq}, previous_state = ${next.previousState},
    state_since = ${next.stateSince}, revision = ${next.revision}, revision_hash = ${next.revisionHash},
    rounds = ${next.rounds}, rounds_allowed = ${next.roundsAllowed}, info_from = ${next.infoFrom},
    deadline_at = ${next.deadline?.at ?? null}, deadline_estimated = ${next.deadline?.estimated ?? false},
    paused_minutes = ${next.pausedMinutes}, assigned_to = ${next.assignedTo},
    proposal = ${json(next.proposal)}, notice = ${json(next.notice)},
    exceptions = ${json(next.request.exceptions)},
    revision_editors = ${[...next.revisionEditors]}, all_editors = ${[...next.allEditors]}, wake_at = ${wakeAt}`;
}

/** A parameter for a jsonb column; null stays SQL's null. */
export function json(value: unknown): Prisma.Sql {
  return value === null || value === undefined
    ? Prisma.sql`NULL::jsonb`
    : Prisma.sql`${JSON.stringify(value)}::jsonb`;
}
