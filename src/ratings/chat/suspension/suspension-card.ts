import type { Button, Card } from '../../../chat/card.ts';
import type { Translate } from '../../../chat/messages/translate.ts';
import { moment } from '../../../chat/text.ts';
import type { CardView } from '../../../delivery/view.ts';
import { findProvider } from '../../../directory/records/organisation.ts';
import { permitted } from '../../../people/permissions.ts';
import type { Actor } from '../../../people/principal.ts';
import { SUSPENSION_VIEW } from '../../actions/suspension/told.ts';
import { appealsUntil } from '../../appeals.ts';
import { findSuspension, type Suspension } from '../../record/suspensions.ts';
import { APPEAL, RATING } from '../handles.ts';

/** That a rating is suspended, why, and what can be done about it; or that it stands again. */
export const suspensionView: CardView = {
  name: SUSPENSION_VIEW,
  draw: async (app, { t, person }, subject) => {
    const suspension = await findSuspension(app, subject);
    if (!suspension || !person) return null;
    const { providerId } = suspension;
    if (!permitted('rating.why', person, { providerId }).allowed) return null;
    const provider = await findProvider(app, providerId);
    return provider ? [suspensionCard({ t, person, now: app.clock.now() }, provider.name, suspension)] : null;
  },
};

interface Reads {
  readonly t: Translate;
  readonly person: Actor;
  readonly now: Date;
}

/** For the provider's people and the staff. */
export function suspensionCard(reads: Reads, provider: string, suspension: Suspension): Card {
  const { t } = reads;
  const { cause, reason, suspendedAt, liftedAt, liftReason } = suspension;
  const lifted = liftedAt !== null && liftReason !== null;
  return {
    tone: lifted ? 'good' : 'bad',
    title: t(`ratings.suspension.${lifted ? 'lifted-title' : 'title'}`, { provider }),
    lead: lifted
      ? t.text('ratings.suspension.lifted-lead', { at: moment(liftedAt) })
      : t.text('ratings.suspension.lead', { until: moment(appealsUntil(suspendedAt)) }),
    facts: [{ label: t('ratings.suspension.cause'), value: t(`ratings.suspension.causes.${cause}`) }],
    sections: [
      { title: t('ratings.suspension.reason'), body: reason },
      ...(lifted ? [{ title: t('ratings.suspension.lift-reason'), body: liftReason }] : []),
    ],
    actions: lifted ? [] : appealButton(reads, suspension),
  };
}

/** While there is time for it, for whoever may appeal. */
function appealButton({ t, person, now }: Reads, suspension: Suspension): readonly Button[] {
  const { id, providerId, suspendedAt } = suspension;
  if (now > appealsUntil(suspendedAt) || !permitted('rating.appeal', person, { providerId }).allowed)
    return [];
  const handle = { ...RATING, action: APPEAL, subject: providerId, data: id };
  return [{ label: t('ratings.incident.appeal'), tone: 'primary', handle }];
}
