import { permissionRefusal, permitted } from '../../people/permissions.ts';
import type { OrganisationId } from '../../people/principal.ts';
import { ok, type Refusal, type Result, refuseAll } from '../../result.ts';
import { entrance } from '../guards/entrance.ts';
import { standingRefused } from '../guards/recognition.ts';
import { reportingEnd } from '../periods.ts';
import type { EntryChannel, Report, ReportId, ReportRequest } from '../report.ts';
import type { Change } from './change.ts';
import type { DecisionContext } from './context.ts';
import { known } from './facts.ts';
import { personOf } from './requirements/hands.ts';

export interface NewReport {
  readonly id: ReportId;
  readonly storeId: OrganisationId;
  readonly providerId: OrganisationId;
  /** The route that the person took; anything but REPORT is refused before there is a draft (G1). */
  readonly entryChannel: EntryChannel;
  readonly request: ReportRequest;
}

/**
 * T1: a store person opens a draft with a provider that is recognised today and not barred. Refused with people.*,
 * reports.wrong-entrance, or reports.provider-*. The draft starts at state_seq 1.
 */
export function openDraft(input: NewReport, context: DecisionContext): Result<Change> {
  const notPermitted = permissionRefusal(
    permitted('report.new', personOf(context), { storeId: input.storeId }),
  );
  if (notPermitted !== null) return notPermitted;
  const draft = draftOf(input, context);
  const [first, ...others] = refusalsAtT1(draft, context);
  return first === undefined ? ok(opened(draft)) : refuseAll([first, ...others]);
}

function refusalsAtT1(draft: Report, context: DecisionContext): readonly Refusal[] {
  const wrongEntrance = entrance.refusals(draft, context);
  if (wrongEntrance.length > 0) return wrongEntrance;
  return standingRefused(known(context.facts, 'provider'), context.today);
}

function draftOf({ request, ...identity }: NewReport, context: DecisionContext): Report {
  return {
    ...identity,
    ...EMPTY,
    request,
    reportingEnd: reportingEnd(request.reportingStart, request.reportingMonths),
    roundsAllowed: context.rules.roundsAllowed,
    stateSince: context.now,
    createdAt: context.now,
    allEditors: [personOf(context).principalId],
  };
}

const EMPTY = {
  state: 'DRAFT',
  stateSeq: 1,
  previousState: null,
  revision: 0,
  revisionHash: null,
  rounds: 0,
  infoFrom: null,
  deadline: null,
  pausedMinutes: null,
  assignedTo: null,
  proposal: null,
  notice: null,
  revisionEditors: [],
} as const satisfies Partial<Report>;

const opened = (next: Report): Change => ({
  transition: 'T1',
  from: null,
  next,
  clock: { do: 'stop' },
  records: [],
  followUps: [],
  warnings: [],
  tell: [],
  data: {},
});
