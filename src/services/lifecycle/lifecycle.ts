/** What the three lifecycles of the special services have in common: states with a clock, and a table of steps. */
import type { ActionName } from '../../people/policies.ts';

export type Waiter = 'provider' | 'staff' | 'nobody';

export interface StateRule {
  /** Staff are awaited only while a deadline runs. */
  readonly waitsOn: Waiter;
  /** Business minutes; null: no deadline. A step may say another time. */
  readonly slaMinutes: number | null;
}

/** provider: its administrators. queue: the staff channel, and whoever has taken the case. assignee: the latter alone. */
export type Told = 'provider' | 'queue' | 'assignee';

export interface Step<State extends string = string, Event extends string = string> {
  readonly event: Event;
  /** Empty: it begins the case. */
  readonly from: readonly State[];
  /** `same`: the state stays, and so does its clock unless the step sets another. */
  readonly to: State | 'same';
  /** A line of the policy table, or what time does. */
  readonly by: ActionName | 'clock';
  readonly tell: readonly Told[];
}

export interface Lifecycle<State extends string = string, Event extends string = string> {
  readonly states: Readonly<Record<State, StateRule>>;
  readonly steps: readonly Step<State, Event>[];
}

export const lifecycle = <const State extends string, const Event extends string>(
  states: Readonly<Record<State, StateRule>>,
  steps: readonly Step<State, Event>[],
): Lifecycle<State, Event> => ({ states, steps });

/** The step that an event is in this state; null: it is none. */
export function stepOf({ steps }: Lifecycle, state: string, event: string): Step | null {
  return steps.find((step) => step.event === event && step.from.includes(state)) ?? null;
}

/** Everything that somebody could do in a state, in the order of the table. */
export const stepsFrom = ({ steps }: Lifecycle, state: string): readonly Step[] =>
  steps.filter(({ from, by }) => by !== 'clock' && from.includes(state));

const DAY = 540;

/** Staff are on it, for so many business days. */
export const staffDays = (days: number): StateRule => ({ waitsOn: 'staff', slaMinutes: days * DAY });
export const providerDays = (days: number): StateRule => ({ waitsOn: 'provider', slaMinutes: days * DAY });
export const OVER: StateRule = { waitsOn: 'nobody', slaMinutes: null };
