import type { App } from '../../app.ts';
import { handled } from '../../chat/requests/handled.ts';
import { owe } from '../../delivery/owe.ts';
import { permissionRefusal, permitted } from '../../people/permissions.ts';
import type { Actor } from '../../people/principal.ts';
import { Conflict } from '../../platform/database/errors.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import { toldLater } from '../../reminders/ladder/told-later.ts';
import { isRefused, ok, type Refusal, type Result, refuse } from '../../result.ts';
import { type ServiceKind, subjectOf } from '../kinds.ts';
import { type Step, stepOf } from '../lifecycle/lifecycle.ts';
import { LIFECYCLES } from '../lifecycle/lifecycles.ts';
import { type CaseOf, loadService, type ServiceCase } from '../record/case.ts';
import { peopleOf, type ServicePeople } from '../record/people.ts';
import { type OwnColumns, type StepToWrite, updateStatement } from '../record/write-step.ts';
import { oweEvents } from '../webhooks/events.ts';
import { applicationEvents } from '../webhooks/record-events.ts';
import { independence } from './independence.ts';
import { alreadyDecided } from './stale.ts';
import { inboxesOf, messagesOf } from './told.ts';
import { type Timing, writtenStep } from './written.ts';

export interface StepInput {
  readonly id: string;
  /** What the button showed; null for a typed command or the clock, which mean the case as it is now. */
  readonly stateSeq: number | null;
  readonly actor: Actor | 'clock';
  /** Marks the request done in the same transaction; null where nothing was asked by a person. */
  readonly requestId: string | null;
}

/** What a step does besides moving the state. */
export interface StepOutcome extends Timing {
  readonly set?: OwnColumns;
  readonly note?: Readonly<Record<string, unknown>>;
  /** Goes into the same transaction. */
  readonly also?: readonly Prisma.Sql[];
}

/** The circumstances in which a step is judged. */
export interface Circumstances {
  readonly people: ServicePeople;
  readonly at: Date;
}

export type StepApp = Pick<App, 'database' | 'queue' | 'clock' | 'ids' | 'log'>;
type Judge<K extends ServiceKind> = (
  found: CaseOf<K>,
  circumstances: Circumstances,
) => Result<StepOutcome> | Promise<Result<StepOutcome>>;

/** Nothing but the state moves. */
export const plainly = (): Result<StepOutcome> => ok({});

export interface Taken {
  readonly id: string;
  readonly state: string;
}

/**
 * Takes one step of one case: load, ask the rules, and write state, history, audit event, reminders and owed messages in one
 * transaction. Refuses `services.unknown`, `services.already-decided`, `services.moved-on`, `services.wrong-state`,
 * `people.*`, and whatever the judge refuses.
 */
export async function takeStep<K extends ServiceKind>(
  app: StepApp,
  input: StepInput,
  { kind, event, judge }: { readonly kind: K; readonly event: string; readonly judge: Judge<K> },
): Promise<Result<Taken>> {
  const open = await openStep(app, input, event);
  if (isRefused(open)) return open;
  const { found, step, people } = open.ok;
  if (!isOf(found, kind)) return refuse('services.unknown', { case: input.id });
  const at = app.clock.now();
  const outcome = await judge(found, { people, at });
  if (isRefused(outcome)) return outcome;
  return commit(app, input, { found, step, people, at, outcome: outcome.ok });
}

export interface OpenStep {
  readonly found: ServiceCase;
  readonly step: Step;
  readonly people: ServicePeople;
}

/** Whether the step may be taken as far as can be known before anything is typed. Refuses as {@link takeStep}. */
export async function openStep(
  app: Pick<App, 'database' | 'clock'>,
  { id, stateSeq, actor }: Omit<StepInput, 'requestId'>,
  event: string,
): Promise<Result<OpenStep>> {
  const found = await loadService(app, id);
  if (!found) return refuse('services.unknown', { case: id });
  if (stateSeq !== null && stateSeq !== found.stateSeq) return alreadyDecided(app, id, stateSeq);
  const step = stepOf(LIFECYCLES[found.kind], found.state, event);
  if (step === null) return refuse('services.wrong-state', { case: id });
  const people = (await peopleOf(app, [found.providerId]))(found.providerId);
  return mayTake(step, actor, { found, people }) ?? ok({ found, step, people });
}

const isOf = <K extends ServiceKind>(found: ServiceCase, kind: K): found is CaseOf<K> => found.kind === kind;

interface Asked {
  readonly found: ServiceCase;
  readonly people: ServicePeople;
}

function mayTake({ by }: Step, actor: Actor | 'clock', { found, people }: Asked): Refusal | null {
  if (by === 'clock' || actor === 'clock') return by === actor ? null : refuse('services.not-by-hand');
  const { providerId } = found;
  return (
    permissionRefusal(permitted(by, actor, { providerId })) ??
    (STAFF_STEPS.includes(by) ? independence(actor, providerId, people) : null)
  );
}

const STAFF_STEPS: readonly Step['by'][] = ['service.handle', 'service.revoke'];

/** An application for the API is told to the provider's own systems, too. */
function eventsFor({ kind, providerId }: ServiceCase, { id, from, to, stateSeq, at }: StepToWrite) {
  if (kind !== 'api' || from === to || from === null) return [];
  return applicationEvents({ applicationId: id, providerId, from, to, stateSeq: stateSeq + 1, at });
}

interface Judged {
  readonly found: ServiceCase;
  readonly step: Step;
  readonly people: ServicePeople;
  readonly at: Date;
  readonly outcome: StepOutcome;
}

async function commit(app: StepApp, input: StepInput, judged: Judged): Promise<Result<Taken>> {
  const { found, step, people, at, outcome } = judged;
  const { written, clock } = writtenStep(input, judged);
  const messages = messagesOf(step, { ...written, assignedTo: found.assignedTo }, people);
  const later = input.actor === 'clock' && outcome.promptly !== true;
  const redraw = [subjectOf(found), ...inboxesOf(people)];
  try {
    await app.database.change([
      updateStatement(written, clock, outcome.set ?? {}),
      ...(outcome.also ?? []),
      // What time does by itself is told when people are at work.
      ...(later ? toldLater(messages, at) : []),
      ...owe(app.queue, { messages: later ? [] : messages, redraw }, at),
      ...oweEvents(app.queue, eventsFor(found, written)),
      ...(input.requestId === null ? [] : [handled(input.requestId, at)]),
    ]);
  } catch (error) {
    if (error instanceof Conflict && error.code === 'stale')
      return alreadyDecided(app, found.id, found.stateSeq);
    throw error;
  }
  return ok({ id: found.id, state: written.to });
}
