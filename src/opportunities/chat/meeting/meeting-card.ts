import { DateTime } from 'luxon';
import type { App } from '../../../app.ts';
import type { Button, Card } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import { moment } from '../../../chat/text.ts';
import type { Audience } from '../../../delivery/view.ts';
import { isRefused } from '../../../result.ts';
import { sideOf } from '../../actions/meeting/sides.ts';
import { can } from '../../lifecycle/table.ts';
import type { Opportunity } from '../../need/opportunity.ts';
import { findMeeting, type Meeting, type MeetingSide } from '../../record/read/meetings.ts';
import { findOpportunity } from '../../record/read/opportunity.ts';
import { CALENDAR_FILE, handleTo, OFFER_TIMES, TAKE_TIME } from '../handles.ts';
import { calendarFile } from './calendar-file.ts';

/** A docking meeting for one of its sides; null for anybody else. */
export async function drawMeeting(
  app: Pick<App, 'database'>,
  audience: Audience,
  id: string,
): Promise<Card | null> {
  const meeting = audience.person && (await findMeeting(app, id));
  const opportunity = meeting && (await findOpportunity(app, meeting.opportunityId));
  if (!audience.person || !meeting || !opportunity) return null;
  const side = sideOf(audience.person, opportunity, meeting.providerId);
  return isRefused(side) ? null : meetingCard(audience, { meeting, opportunity, side: side.ok });
}

interface Shown {
  readonly meeting: Meeting;
  readonly opportunity: Opportunity;
  readonly side: MeetingSide;
}

function meetingCard(reader: Reader, shown: Shown): Card {
  const { t } = reader;
  const { meeting, opportunity } = shown;
  const { provider, place, minutes, agreedTime, times } = meeting;
  const { brand } = opportunity;
  const file = calendarFile(meeting, { brand, t });
  const offered = agreedTime === null;
  return {
    tone: offered ? 'waiting' : 'good',
    title: t('opportunities.meeting.title', { brand, provider }),
    lead: leadOf(reader, shown),
    facts: [
      { label: t('opportunities.meeting.place'), value: place },
      { label: t('opportunities.meeting.length'), value: t('opportunities.meeting.minutes', { minutes }) },
    ],
    ...(offered ? { sections: [{ list: times.map((time) => [moment(time)]) }] } : {}),
    actions: can(opportunity.state, 'meet') ? buttons(reader, shown) : [],
    ...(file ? { file } : {}),
  };
}

function leadOf({ t }: Reader, { meeting, side }: Shown) {
  const { agreedTime, offeredBy } = meeting;
  if (agreedTime !== null) return t.text('opportunities.meeting.agreed', { time: moment(agreedTime) });
  return t(
    side === offeredBy ? 'opportunities.meeting.waits' : `opportunities.meeting.offered-by.${offeredBy}`,
  );
}

function buttons(reader: Reader, { meeting, side }: Shown): readonly Button[] {
  const { t } = reader;
  const { id, stateSeq, agreedTime, offeredBy, times, opportunityId, providerId } = meeting;
  const takes = agreedTime === null && side !== offeredBy;
  return [
    ...(takes ? times : []).map(
      (time, index): Button => ({
        label: t('opportunities.meeting.take', { time: written(reader, time) }),
        tone: 'primary',
        handle: { action: TAKE_TIME, subject: id, revision: 0, stateSeq, data: String(index) },
      }),
    ),
    ...(agreedTime === null
      ? []
      : [
          {
            label: t('opportunities.meeting.calendar'),
            tone: 'plain' as const,
            handle: handleTo(CALENDAR_FILE, id),
          },
        ]),
    {
      label: t('opportunities.meeting.other-times'),
      tone: 'plain',
      handle: handleTo(OFFER_TIMES, opportunityId, providerId),
    },
  ];
}

/** A button holds plain text only, so the time is written out on its reader's clock. */
const written = ({ zone, locale }: Reader, time: Date): string =>
  DateTime.fromJSDate(time, { zone })
    .setLocale(locale)
    .toFormat(locale === 'zh' ? 'M月d日 ccc HH:mm' : 'ccc d LLL HH:mm');
