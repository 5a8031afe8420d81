import { PLATFORM_ORGANISATION } from '../../people/actions/bootstrap-lead.ts';
import type { Member } from '../../people/delegation/resolve.ts';
import { receiversInRoles } from '../../people/delegation/resolve.ts';
import { rungNamed } from '../../reminders/ladder/rungs.ts';
import type { DueRung, ReminderSource, Spread } from '../../reminders/sweep/source.ts';
import type { CasePeople } from '../../reports/reminders/receivers.ts';
import { type WaitingCases, waitingCases } from '../../reports/reminders/waiting-cases.ts';
import { onCall } from '../contacts.ts';
import type { UrgentIssue } from '../issue.ts';
import { stillOpen } from '../record/issues.ts';
import { URGENT_VIEW } from '../told.ts';
import { overAgain } from './rungs.ts';

/** Urgent issues that wait for their acknowledgement: each rung reaches more of the provider, the last ones the leads. */
export const urgentReminders: ReminderSource = {
  serves: (object) => object.startsWith('urg_'),
  view: URGENT_VIEW,
  spread: async (app, due) => {
    const open = await stillOpen(app, [...new Set(due.map(({ object }) => object))]);
    if (open.length === 0) return due.map(silent);
    const waiting = await waitingCases(app, [...new Set(open.map(({ reportId }) => reportId))]);
    const byId = new Map(open.map((issue) => [issue.id, issue]));
    return due.map((rung) => spreadOne(waiting, rung, byId.get(rung.object)));
  },
};

const silent = (due: DueRung): Spread => ({ due, receivers: [], next: [] });

/** To nobody once it was acknowledged, or the cooperation is over. */
function spreadOne(
  { cases, peopleOf, calendarOf }: WaitingCases,
  due: DueRung,
  issue: UrgentIssue | undefined,
): Spread {
  const found = issue && cases.get(issue.reportId);
  if (!issue || !found) return silent(due);
  return {
    due,
    receivers: reached(due.rung, issue, peopleOf(found)),
    next: overAgain(due, calendarOf(found)),
  };
}

type Reaching = Pick<UrgentIssue, 'contacts' | 'providerId' | 'side' | 'reportedBy'>;

/** Once it is late the store that waits hears so as well: its card says how to reach the provider outside the chat. */
export function reached(
  rung: string,
  { contacts, providerId, side, reportedBy }: Reaching,
  { provider, staff, delegations }: CasePeople,
): readonly string[] {
  const at = (organisationId: string, people: readonly Member[]) =>
    receiversInRoles(
      delegations.filter((one) => one.organisationId === organisationId),
      people,
    );
  const { to, aroundTheClock } = rungNamed(rung);
  if (aroundTheClock) {
    const called = to.includes('backup') ? provider : onCall(contacts, provider);
    const waiting = rung === 'urgent-100' && side === 'store' ? [reportedBy] : [];
    return [...new Set([...at(providerId, called), ...waiting])];
  }
  const admins = provider.filter(({ role }) => role === 'PROVIDER_ADMIN');
  const leads = staff.filter(({ role }) => role === 'STAFF_LEAD');
  return [...new Set([...at(providerId, admins), ...at(PLATFORM_ORGANISATION, leads)])];
}
