import { PLATFORM_ORGANISATION } from '../../people/actions/bootstrap-lead.ts';
import { chainsTo } from '../../people/delegation/resolve.ts';
import { type Actor, ROLE_ORGANISATION } from '../../people/principal.ts';
import type { PlannedRung } from '../../reminders/ladder/planned.ts';
import type { Step } from '../lifecycle/lifecycle.ts';
import { LIFECYCLES } from '../lifecycle/lifecycles.ts';
import type { ServiceCase } from '../record/case.ts';
import type { ServicePeople } from '../record/people.ts';
import type { Clock, StepToWrite } from '../record/write-step.ts';
import { deadlineOf, plannedRungs } from '../reminders/planned.ts';

/** What a step says of the clock; where it says nothing, the state does. */
export interface Timing {
  /** Business minutes of the wait that begins; null: nobody is awaited any more. */
  readonly slaMinutes?: number | null;
  /** When time next has something to do; null: never. */
  readonly wakeAt?: Date | null;
  /** Further reminders of the wait that begins. */
  readonly rungs?: readonly PlannedRung[];
  /** The clock's step that somebody is waiting to see: told at once. */
  readonly promptly?: boolean;
}

interface StepTaken {
  readonly found: ServiceCase;
  readonly step: Step;
  readonly people: ServicePeople;
  readonly at: Date;
  readonly outcome: Timing & { readonly note?: Readonly<Record<string, unknown>> };
}

interface By {
  readonly actor: Actor | 'clock';
  readonly requestId: string | null;
}

/** The step as it goes on record, and the clock of the state that it leads to. */
export function writtenStep({ actor, requestId }: By, taken: StepTaken) {
  const { found, step, at, outcome } = taken;
  const { id, kind, providerId, state, stateSeq } = found;
  const to = step.to === 'same' ? state : step.to;
  const { clock, rungs } = clockAfter(taken, to);
  const written: StepToWrite = {
    ...{ id, kind, providerId, stateSeq, to, at, requestId, rungs },
    event: step.event,
    from: state,
    actor: actor === 'clock' ? 'clock' : actor.principalId,
    onBehalfOf: actor === 'clock' ? null : principalOf(taken, actor),
    org: actor === 'clock' ? null : step.by === 'service.request' ? providerId : orgOf(step, providerId),
    note: outcome.note ?? {},
  };
  return { written, clock };
}

const orgOf = ({ by }: Step, providerId: string): string =>
  by === 'service.respond' ? providerId : PLATFORM_ORGANISATION;

/** Of whose case a stand-in takes care; null: in their own name. */
function principalOf({ found, people }: StepTaken, { principalId }: Actor): string | null {
  const { assignedTo } = found;
  if (assignedTo === null || assignedTo === principalId) return null;
  const atPlatform = people.delegations.filter(({ role }) => ROLE_ORGANISATION[role] === 'PLATFORM');
  const chains = chainsTo(atPlatform, principalId);
  return chains.flat().some(({ delegator }) => delegator === assignedTo) ? assignedTo : null;
}

function clockAfter(
  { found, step, at, outcome }: StepTaken,
  to: string,
): { readonly clock: Clock; readonly rungs: readonly PlannedRung[] | null } {
  const { kind, stateSince, slaMinutes, deadlineAt, wakeAt, provider } = found;
  if (step.to === 'same' && outcome.slaMinutes === undefined) {
    const kept = { stateSince, slaMinutes, deadlineAt };
    return {
      clock: { ...kept, wakeAt: outcome.wakeAt === undefined ? wakeAt : outcome.wakeAt },
      rungs: null,
    };
  }
  return clockFrom({ kind, state: to, provider, since: at }, outcome);
}

interface Begins {
  readonly kind: ServiceCase['kind'];
  readonly state: string;
  readonly provider: ServiceCase['provider'];
  readonly since: Date;
}

/** The clock of a state that begins, and its reminders. */
export function clockFrom(begins: Begins, timing: Timing) {
  const { kind, state, since } = begins;
  const ruled = LIFECYCLES[kind].states[state]?.slaMinutes ?? null;
  const slaMinutes = timing.slaMinutes === undefined ? ruled : timing.slaMinutes;
  const wait = slaMinutes === null ? null : { ...begins, slaMinutes };
  const deadlineAt = wait && deadlineOf(wait);
  return {
    clock: { stateSince: since, slaMinutes, deadlineAt, wakeAt: timing.wakeAt ?? null },
    rungs: [...(wait ? plannedRungs(wait) : []), ...(timing.rungs ?? [])],
  };
}
