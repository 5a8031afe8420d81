import { STANDING_VIEW } from '../../directory/reminders/standing-card.ts';
import { DIGEST_VIEW } from '../../reminders/sweep/carry-out.ts';
import { REPORT_VIEW } from '../actions/told.ts';

/** What draws the card of a subject that a message is about. */
export function viewOfSubject(subject: string): string {
  if (subject.startsWith('digest:')) return DIGEST_VIEW;
  return subject.startsWith('CR-') ? REPORT_VIEW : STANDING_VIEW;
}
