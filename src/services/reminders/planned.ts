/** Which reminders a case has ahead of it when a wait begins. Pure. */
import { addBusinessMinutes } from '../../reminders/calendar/arithmetic.ts';
import { type PlannedRung, plannedLadder } from '../../reminders/ladder/planned.ts';
import type { ServiceKind } from '../kinds.ts';
import { waiterOf } from '../lifecycle/lifecycles.ts';
import { type Asker, calendarOf } from '../record/case.ts';

export interface Wait {
  readonly kind: ServiceKind;
  readonly state: string;
  readonly slaMinutes: number;
  readonly provider: Pick<Asker, 'country' | 'timeZone'>;
  readonly since: Date;
}

export const deadlineOf = ({ kind, state, slaMinutes, provider, since }: Wait): Date =>
  addBusinessMinutes(calendarOf(kind, state, provider), since, slaMinutes).at;

/** The ladder; a case of the provider's does not lapse by it, so that the last notices before a lapse have no place here. */
export function plannedRungs(wait: Wait): readonly PlannedRung[] {
  const { kind, state, slaMinutes, provider, since } = wait;
  const waitsOn = waiterOf({ kind, state, deadlineAt: deadlineOf(wait) });
  return plannedLadder({
    ladder: waitsOn === 'provider' ? 'party' : 'staff',
    calendar: calendarOf(kind, state, provider),
    clock: { since, slaMinutes, remainingMinutes: slaMinutes },
    lapseGraceBusinessDays: 0,
  }).filter(({ rung }) => !rung.startsWith('last-'));
}
