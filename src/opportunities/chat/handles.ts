import type { HandleSpec } from '../../chat/card.ts';
import type { Opportunity } from '../need/opportunity.ts';

export const POST = 'opportunity.post';
export const PUBLISH = 'opportunity.publish';
export const SLATE = 'opportunity.slate';
export const SHOW = 'opportunity.show';
export const INTEREST = 'opportunity.interest';
export const DECLINE = 'opportunity.decline';
export const OUTCOME = 'opportunity.outcome';
export const NAME_STORE = 'opportunity.name-store';
export const OPEN_REPORT = 'opportunity.open-report';
export const OFFER_TIMES = 'opportunity.offer-times';
export const TAKE_TIME = 'opportunity.take-time';
export const CALENDAR_FILE = 'opportunity.calendar-file';
export const PROFILE = 'opportunity.profile';

/** Compared with the record when it is pressed. */
export const handleOf = (
  action: string,
  { id, stateSeq }: Pick<Opportunity, 'id' | 'stateSeq'>,
): HandleSpec => ({
  action,
  subject: id,
  revision: 0,
  stateSeq,
});

/** Opens or answers something whose state moves on by itself: nothing is compared. */
export const handleTo = (action: string, subject: string, data?: string): HandleSpec => ({
  action,
  subject,
  revision: 0,
  stateSeq: 0,
  ...(data === undefined ? {} : { data }),
});
