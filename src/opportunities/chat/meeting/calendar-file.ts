import ical, { ICalCalendarMethod } from 'ical-generator';
import type { Card } from '../../../chat/card.ts';
import type { Translate } from '../../../chat/messages/translate.ts';
import type { Meeting } from '../../record/read/meetings.ts';

/** How the brand and the bot's own words are written into the calendar. */
interface Named {
  readonly brand: string;
  readonly t: Translate;
}

const MINUTE_MS = 60_000;

/**
 * The agreed meeting as a calendar takes it (https://www.rfc-editor.org/rfc/rfc5545). A later agreement has the same UID and a
 * higher sequence, so that it takes the place of the entry that stands there.
 */
export function calendarFile(meeting: Meeting, { brand, t }: Named): NonNullable<Card['file']> | null {
  const { id, agreedTime: start, stateSeq: sequence, changedAt: stamp, minutes, place, provider } = meeting;
  if (start === null) return null;
  const calendar = ical({
    prodId: { company: 'Baobei', product: 'Baobei' },
    method: ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    ...{ id: `${id}@baobei`, sequence, stamp, start },
    end: new Date(start.getTime() + minutes * MINUTE_MS),
    summary: t('opportunities.meeting.title', { brand, provider }),
    location: place,
  });
  return {
    name: 'docking-meeting.ics',
    mediaType: 'text/calendar',
    bytes: new TextEncoder().encode(calendar.toString()),
  };
}
