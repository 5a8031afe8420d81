import { holds } from '../../../people/principal.ts';
import { refuseReport } from '../refusals.ts';
import type { Check, Need } from '../table/row.ts';
import { independence, personOf } from './hands.ts';

export const notAlreadyMine: Need = ({ report, context }) =>
  report.assignedTo === personOf(context).principalId ? refuseReport('already-assigned', {}) : null;

/** A case goes to staff who could also decide it: a reviewer with a conflict would only pass it on (SOD-2). */
export const assigneeMayDecide: Check<'assign'> = ({ report, event: { to } }) => {
  if (to.principalId === report.assignedTo) return [refuseReport('already-assigned', {}, 'to')];
  if (!holds(to, 'STAFF_REVIEWER') && !holds(to, 'STAFF_LEAD'))
    return [refuseReport('assignee-not-staff', {}, 'to')];
  return independence(report, to, []) === null ? [] : [refuseReport('assignee-not-independent', {}, 'to')];
};
