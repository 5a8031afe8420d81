import type { App } from '../../app.ts';
import { handled } from '../../chat/requests/handled.ts';
import { owe } from '../../delivery/owe.ts';
import { stillActive } from '../../people/delegation/still-active.ts';
import type { Actor, PrincipalId } from '../../people/principal.ts';
import { toldLater } from '../../reminders/ladder/told-later.ts';
import { isRefused, ok, type Result, refuse } from '../../result.ts';
import { relationshipEnds } from '../../services/application/record/wake.ts';
import { oweEvents, type WebhookEvent } from '../../services/webhooks/events.ts';
import { reportEvent } from '../../services/webhooks/record-events.ts';
import type { Change } from '../lifecycle/change.ts';
import type { DecisionContext } from '../lifecycle/context.ts';
import { decide } from '../lifecycle/decide.ts';
import type { EventType, ReportEvent } from '../lifecycle/events.ts';
import { today } from '../periods.ts';
import { type Case, loadCase } from '../record/case.ts';
import { clockAfter, ownMinutes, staffMinutesUsed } from '../record/clock.ts';
import { type Filled, factsOf } from '../record/facts.ts';
import { type StandIn, standInOn } from '../record/stand-ins/stand-in.ts';
import { wakeAt } from '../record/wake.ts';
import { type ChangeToWrite, changeStatement } from '../record/write-change.ts';
import type { RecordSources } from '../record/write-records.ts';
import { rungsAfter } from '../reminders/planned.ts';
import type { Report } from '../report.ts';
import { DEFAULT_RULES } from '../rules.ts';
import { filledOf } from './filled.ts';
import { firstTasks } from './first-tasks.ts';
import { refusedAfterAll } from './refused-after-all.ts';
import { alreadyDecided } from './stale.ts';
import { inboxesOf, messagesOf } from './told.ts';

export interface ApplyInput {
  readonly reportId: string;
  /** What the button showed; null for a typed command or the clock, which mean the case as it is now. */
  readonly stateSeq: number | null;
  readonly actor: Actor | 'clock';
  /** Marks the request done in the same transaction; null where nothing was asked by a person. */
  readonly requestId: string | null;
  /** The platform on which it was clicked. */
  readonly channel: string;
}

/** What a decision needs of the loaded case: who decides by which rule, what is filed, what is to be frozen. */
export interface Prepared {
  readonly event: EventType;
  readonly decideBy: (report: Report, context: DecisionContext) => Result<Change>;
  /** The case as the event finds it, where a draft adds to what is on record. */
  readonly report?: Report;
  readonly filled: Filled;
  readonly frozen: RecordSources['frozen'];
}

export interface Applied {
  readonly change: Change;
  /** The case as it stands after the change. */
  readonly report: Report;
  readonly parties: Case;
  /** For whom it was done, nearest first; empty: in the actor's own name. */
  readonly onBehalfOf: readonly PrincipalId[];
}

type Needs = Pick<App, 'database' | 'queue' | 'clock' | 'ids' | 'metrics'>;

/**
 * Applies one event to one case: load, ask the rules, and write state, history, audit event, owed messages and
 * redrawings in one transaction (domain-rules §3.6). Refused with `reports.already-decided` (who, what, when) when the
 * button is of an older state, and with whatever the lifecycle refuses.
 */
export function applyEvent(app: Needs, input: ApplyInput, event: ReportEvent): Promise<Result<Applied>> {
  return applyPrepared(app, input, (parties) =>
    ok({
      event: event.type,
      decideBy: (report, context) => decide(report, event, context),
      filled: filledOf(parties),
      frozen: null,
    }),
  );
}

/** The same, where the event depends on what the case holds, as a submission does. */
export async function applyPrepared(
  app: Needs,
  input: ApplyInput,
  prepare: (parties: Case) => Result<Prepared>,
): Promise<Result<Applied>> {
  const parties = await loadCase(app, input.reportId);
  if (!parties) return refuse('reports.unknown', { report: input.reportId });
  if (input.stateSeq !== null && input.stateSeq !== parties.report.stateSeq) {
    return alreadyDecided(app, input.reportId, input.stateSeq);
  }
  const prepared = prepare(parties);
  if (isRefused(prepared)) return prepared;
  const { actor } = input;
  const standIn = actor === 'clock' ? null : standInOn(parties, actor, prepared.ok.event);
  const decided = decideNow(app, { actor, standIn }, parties, prepared.ok);
  if (isRefused(decided)) return decided;
  return commit(app, input, parties, { change: decided.ok, frozen: prepared.ok.frozen, standIn });
}

interface Hands {
  readonly actor: ApplyInput['actor'];
  /** Null: the clock stands in for nobody. */
  readonly standIn: StandIn | null;
}

function decideNow(app: Needs, { actor, standIn }: Hands, parties: Case, prepared: Prepared): Result<Change> {
  const now = app.clock.now();
  const { decideBy, filled, report = parties.report } = prepared;
  return decideBy(report, {
    ...standIn,
    now,
    today: today(now, parties.store.zone),
    actor,
    // A draft follows the rules in force; from T2 on a case keeps its own.
    rules: report.state === 'DRAFT' ? DEFAULT_RULES : parties.rules,
    facts: factsOf(parties, filled, now),
  });
}

interface Decided {
  readonly change: Change;
  readonly frozen: RecordSources['frozen'];
  readonly standIn: StandIn | null;
}

async function commit(
  app: Needs,
  input: ApplyInput,
  parties: Case,
  decided: Decided,
): Promise<Result<Applied>> {
  const { change, standIn } = decided;
  const onBehalfOf = standIn?.onBehalfOf ?? [];
  const at = app.clock.now();
  const next: Report = { ...change.next, ...clockAfter(parties, change, at) };
  const redraw = [next.id, ...inboxesOf(parties)];
  const messages = messagesOf(parties, change, actorId(input));
  try {
    await app.database.change([
      ...stillActive(standIn?.restsOn ?? [], at),
      changeStatement(toWrite(app, input, parties, { ...decided, next, at })),
      // What time does by itself happens at midnight: it is told when people are at work.
      ...(input.actor === 'clock' ? toldLater(messages, at) : []),
      ...owe(app.queue, { messages: input.actor === 'clock' ? [] : messages, redraw }, at),
      ...firstTasks(parties, next, { messages, at }),
      ...oweEvents(app.queue, eventsFor(parties, change, at)),
      ...relationshipEnds(change, at),
      ...(input.requestId === null ? [] : [handled(input.requestId, at)]),
    ]);
  } catch (error) {
    return refusedAfterAll(app, { parties, onBehalfOf }, error);
  }
  app.metrics.transitions.inc({ transition: change.transition });
  return ok({ change, report: next, parties, onBehalfOf });
}

const actorId = ({ actor }: ApplyInput): string => (actor === 'clock' ? 'clock' : actor.principalId);

function toWrite(
  app: Needs,
  input: ApplyInput,
  parties: Case,
  { change, frozen, standIn, next, at }: Decided & { next: Report; at: Date },
): ChangeToWrite {
  return {
    before: parties.report,
    change,
    next,
    wakeAt: wakeAt({ ...parties, draftReminderSent: hasReminded(parties, change) }, next),
    ownMinutes: ownMinutes(parties, next, at),
    rungs: rungsAfter(parties, change, next, at),
    actor: actorId(input),
    onBehalfOf: standIn?.onBehalfOf ?? [],
    org: orgOf(input, parties),
    requestId: input.requestId,
    at,
    sources: {
      frozen,
      items: parties.items,
      channel: input.channel,
      slaUsedMinutes: staffMinutesUsed(parties, at),
      newId: () => app.ids.next('cmt'),
    },
  };
}

/** For the provider's own systems; what a store has not sent yet is none of their business. */
function eventsFor({ webhooks }: Case, { from, next }: Change, at: Date): readonly WebhookEvent[] {
  if (!webhooks || from === next.state || (from === 'DRAFT' && next.state !== 'REQUESTED')) return [];
  const { id: reportId, providerId, state: to, stateSeq } = next;
  return [reportEvent({ reportId, providerId, from, to, stateSeq, at })];
}

/** Of a draft that has just been spoken of nothing but its end is ahead. */
const hasReminded = ({ draftReminderSent }: Case, { transition }: Change): boolean =>
  draftReminderSent || transition === 'draft.reminded';

/** The party that the actor acted for; null for staff and the clock. */
function orgOf({ actor }: ApplyInput, { report }: Case): string | null {
  if (actor === 'clock') return null;
  const mine = actor.memberships.map(({ organisationId }) => organisationId);
  return [report.storeId, report.providerId].find((id) => mine.includes(id)) ?? null;
}
