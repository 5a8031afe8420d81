/** What stands between a person and an event before its content matters: their role, and whose turn it is. */
import { permissionRefusal, permitted, rolesFor } from '../../../people/permissions.ts';
import type { ActionName } from '../../../people/policies.ts';
import { type Actor, type OrganisationKind, ROLE_ORGANISATION } from '../../../people/principal.ts';
import { refusePerson } from '../../../people/refusals.ts';
import type { Refusal } from '../../../result.ts';
import { type Report, type ReportState, TERMINAL_STATES } from '../../report.ts';
import type { EventType } from '../events.ts';
import { refuseReport } from '../refusals.ts';
import { TRANSITIONS } from '../table/transitions.ts';
import { type Waiter, whoseTurn } from './whose-turn.ts';

/** The states between the store's first draft and the staff's decision, in which the case waits on one side after another. */
const FILING_STATES: readonly ReportState[] = [
  'DRAFT',
  'REQUESTED',
  'FILLING',
  'STORE_CONFIRM',
  'STAFF_REVIEW',
  'INFO_REQUESTED',
];

/** Refused with people.role-needed, people.not-your-organisation, or one of {@link stateBarrier}. */
export function barrier(type: EventType, report: Report, actor: Actor | 'clock'): Refusal | null {
  return roleBarrier(type, report, actor) ?? stateBarrier(type, report);
}

/** Whether this is somebody who takes such actions at all; rows of one event agree on that. */
export function roleBarrier(type: EventType, report: Report, actor: Actor | 'clock'): Refusal | null {
  const action = actionOf(type);
  if (actor === 'clock') return clockBarrier(type, action);
  if (action === 'clock') return refuseReport('only-the-clock', {});
  return permissionRefusal(permitted(action, actor, report));
}

/** The line of the policy table that an event asks; the clock has none. */
export const actionOf = (type: EventType): ActionName | 'clock' => TRANSITIONS[type][0]?.by ?? 'clock';

function clockBarrier(type: EventType, action: ActionName | 'clock'): Refusal | null {
  const clockMay = action === 'clock' || TRANSITIONS[type].some((row) => row.clockToo === true);
  return clockMay ? null : refusePerson('role-needed', { rolesNeeded: rolesFor(action) });
}

/** The states that an event can be applied in. */
export const statesFor = (type: EventType): readonly ReportState[] => [
  ...new Set(TRANSITIONS[type].flatMap((row) => row.from)),
];

/**
 * Refused with reports.case-closed, reports.not-your-turn (who is awaited) or reports.not-in-this-state (when instead);
 * the clock, which asks of any case, with reports.nothing-due.
 */
export function stateBarrier(type: EventType, report: Report): Refusal | null {
  const { state } = report;
  const states = statesFor(type);
  if (states.includes(state)) return null;
  if (actionOf(type) === 'clock') return refuseReport('nothing-due', {});
  if (TERMINAL_STATES.includes(state)) return refuseReport('case-closed', { state });
  const { waitsOn } = whoseTurn(report);
  const isAwaited = waitersOf(type).includes(waitsOn);
  const passesBetweenSides =
    FILING_STATES.includes(state) && states.every((one) => FILING_STATES.includes(one));
  if (passesBetweenSides && !isAwaited) return refuseReport('not-your-turn', { waitsOn, state });
  return refuseReport('not-in-this-state', { state, states });
}

const WAITER: Readonly<Record<OrganisationKind, Waiter>> = {
  STORE: 'store',
  PROVIDER: 'provider',
  PLATFORM: 'staff',
};

function waitersOf(type: EventType): readonly Waiter[] {
  const action = actionOf(type);
  return action === 'clock' ? ['calendar'] : rolesFor(action).map((role) => WAITER[ROLE_ORGANISATION[role]]);
}
