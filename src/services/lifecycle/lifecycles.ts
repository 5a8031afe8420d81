import { APPLICATION } from '../application/lifecycle.ts';
import { CONSULTATION } from '../consultation/lifecycle.ts';
import type { ServiceKind } from '../kinds.ts';
import { LOAN } from '../loan/lifecycle.ts';
import type { Lifecycle, Waiter } from './lifecycle.ts';

export const LIFECYCLES: Readonly<Record<ServiceKind, Lifecycle>> = {
  consultation: CONSULTATION,
  loan: LOAN,
  api: APPLICATION,
};

interface Waiting {
  readonly kind: ServiceKind;
  readonly state: string;
  readonly deadlineAt: Date | null;
}

/** Whose turn it is. */
export function waiterOf({ kind, state, deadlineAt }: Waiting): Waiter {
  const waitsOn = LIFECYCLES[kind].states[state]?.waitsOn ?? 'nobody';
  return waitsOn === 'staff' && deadlineAt === null ? 'nobody' : waitsOn;
}

/** States of a kind in which somebody may be awaited. */
export const statesWaitingOn = (kind: ServiceKind, waiter: Waiter): readonly string[] =>
  Object.entries(LIFECYCLES[kind].states).flatMap(([state, { waitsOn }]) =>
    waitsOn === waiter ? [state] : [],
  );
