import type { CardView } from '../../../delivery/view.ts';
import { permitted } from '../../../people/permissions.ts';
import { PLATFORM_CALENDAR } from '../../record/case.ts';
import { WEEKLY_DIGEST_VIEW, weekOfSubject } from '../actions/owe-digest.ts';
import { digestOf } from '../digest.ts';
import { drawDigest } from './digest-card.ts';

/** The digest of one week in the staff channel; what is open, as it is when the card is drawn. */
export const weeklyDigestView: CardView = {
  name: WEEKLY_DIGEST_VIEW,
  draw: async (app, audience, subject) => {
    const week = weekOfSubject(subject, PLATFORM_CALENDAR.zone);
    if (!week || (audience.person && !permitted('staff.digest', audience.person).allowed)) return null;
    return [await drawDigest(audience, await digestOf(app, week), app.clock.now())];
  },
};
