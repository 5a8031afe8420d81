import type { Role } from '../../../people/principal.ts';
import { type Report, type ReportState, type Side, TERMINAL_STATES } from '../../report.ts';
import { otherSide } from '../requirements/hands.ts';

export type Waiter = Side | 'staff' | 'calendar' | 'nobody';

export interface Turn {
  readonly waitsOn: Waiter;
  /** Any of these; empty where no person is awaited. */
  readonly roles: readonly Role[];
}

const STORE: Turn = { waitsOn: 'store', roles: ['STORE_OWNER'] };
const PROVIDER: Turn = { waitsOn: 'provider', roles: ['PROVIDER_ADMIN'] };
const STAFF: Turn = { waitsOn: 'staff', roles: ['STAFF_REVIEWER', 'STAFF_LEAD'] };
const LEAD: Turn = { waitsOn: 'staff', roles: ['STAFF_LEAD'] };
const CALENDAR: Turn = { waitsOn: 'calendar', roles: [] };
const NOBODY: Turn = { waitsOn: 'nobody', roles: [] };

const TURN_BY_STATE: Readonly<Partial<Record<ReportState, Turn>>> = {
  DRAFT: STORE,
  REQUESTED: PROVIDER,
  FILLING: { waitsOn: 'provider', roles: ['PROVIDER_ADMIN', 'PROVIDER_MEMBER'] },
  STORE_CONFIRM: STORE,
  STAFF_REVIEW: STAFF,
  SUSPENDED: PROVIDER,
};

const turnOf = (side: Side): Turn => (side === 'store' ? STORE : PROVIDER);

/** Who is awaited (domain-rules §3.1). A proposal waits on whoever must join in; a running cooperation on the calendar. */
export function whoseTurn({
  state,
  proposal,
  infoFrom,
}: Pick<Report, 'state' | 'proposal' | 'infoFrom'>): Turn {
  if (TERMINAL_STATES.includes(state)) return NOBODY;
  if (proposal !== null)
    return proposal.side === null ? secondPerson(proposal.role) : turnOf(otherSide(proposal.side));
  if (state === 'INFO_REQUESTED' && infoFrom !== null) return turnOf(infoFrom);
  return TURN_BY_STATE[state] ?? CALENDAR;
}

// One of two must be a lead: after a reviewer only a lead can be the second.
const secondPerson = (first: Role): Turn => (first === 'STAFF_LEAD' ? STAFF : LEAD);
