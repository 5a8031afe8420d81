import type { Delegation } from '../../people/delegation/delegation.ts';
import { type Member, receiversInRoles } from '../../people/delegation/resolve.ts';
import { STAFF_CHANNEL } from '../sweep/receiver.ts';
import type { Group } from './ladder.ts';

interface Staff {
  readonly staff: readonly Member[];
  readonly delegations: readonly Delegation[];
  /** Whoever has taken the case now, or the queue. */
  readonly assignees: readonly string[];
}

/** Whom a rung reaches while staff are awaited: their backup is the channel, above them are the leads (domain-rules §12). */
export function staffGroup(group: Group, { staff, delegations, assignees }: Staff): readonly string[] {
  switch (group) {
    case 'assignee':
      return assignees;
    case 'backup':
      return [STAFF_CHANNEL];
    case 'role-lead':
    case 'admin':
      return receiversInRoles(
        delegations,
        staff.filter(({ role }) => role === 'STAFF_LEAD'),
      );
  }
}
