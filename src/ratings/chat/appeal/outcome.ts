import type { Button, Card } from '../../../chat/card.ts';
import type { Translate } from '../../../chat/messages/translate.ts';
import { moment } from '../../../chat/text.ts';
import type { CardView } from '../../../delivery/view.ts';
import { permitted } from '../../../people/permissions.ts';
import type { Actor } from '../../../people/principal.ts';
import { APPEAL_VIEW } from '../../actions/appeal/told.ts';
import { appealsUntil } from '../../appeals.ts';
import { findAppeal, type HeardAppeal } from '../../record/appeals/appeal-record.ts';
import { ESCALATE, RATING, WHY } from '../handles.ts';
import { hearingButtons } from './hearing.ts';

/** That an objection or an appeal waits, for the staff channel; how it ended, also for whoever raised it. */
export const appealView: CardView = {
  name: APPEAL_VIEW,
  draw: async (app, { t, person }, subject) => {
    const appeal = await findAppeal(app, subject);
    if (!appeal) return null;
    if (person === null) return [channelCard(t, appeal)];
    const { providerId } = appeal;
    if (!permitted('rating.why', person, { providerId }).allowed) return null;
    return [outcomeCard({ t, person, now: app.clock.now() }, appeal)];
  },
};

interface Reads {
  readonly t: Translate;
  readonly person: Actor;
  readonly now: Date;
}

/** That one waits, or how it ended; what was said stays between the provider and whoever hears it. */
function channelCard(t: Translate, appeal: HeardAppeal): Card {
  const { id, verdict, dueAt } = appeal;
  const card = { title: t('ratings.appeal.channel', { id }) };
  if (verdict !== null) return { ...card, tone: 'good', lead: t(`ratings.appeal.heard.${verdict}`) };
  const lead = t.text('ratings.appeal.opened', { id: { code: id }, due: moment(dueAt) });
  return { ...card, tone: 'waiting', lead, actions: hearingButtons(t, id) };
}

function outcomeCard(reads: Reads, appeal: HeardAppeal): Card {
  const { t } = reads;
  const { id, quarter, datum, verdict, reason, dueAt } = appeal;
  return {
    tone: verdict === null ? 'waiting' : verdict === 'UPHELD' ? 'good' : 'neutral',
    title: t('ratings.appeal.outcome', { datum, quarter }),
    lead:
      verdict === null
        ? t.text('ratings.appeal.opened', { id: { code: id }, due: moment(dueAt) })
        : t(`ratings.appeal.heard.${verdict}`),
    ...(verdict === null || reason === null
      ? {}
      : { sections: [{ title: t('ratings.appeal.reason-given'), body: reason }] }),
    actions: buttons(reads, appeal),
  };
}

function buttons({ t, person, now }: Reads, appeal: HeardAppeal): readonly Button[] {
  const { id, providerId, verdict, kind, escalated, decidedAt } = appeal;
  const why: Button = {
    label: t('ratings.show.why'),
    tone: 'plain',
    handle: { ...RATING, action: WHY, subject: providerId },
  };
  const further =
    verdict === 'DISMISSED' &&
    kind === 'APPEAL' &&
    !escalated &&
    decidedAt !== null &&
    now <= appealsUntil(decidedAt);
  if (!further || !permitted('rating.appeal', person, { providerId }).allowed) return [why];
  return [
    why,
    {
      label: t('ratings.appeal.further'),
      tone: 'plain',
      handle: { ...RATING, action: ESCALATE, subject: id },
    },
  ];
}
