import type { Section } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import { moment } from '../../../chat/text.ts';
import type { Opportunity } from '../../need/opportunity.ts';
import type { Meeting } from '../../record/read/meetings.ts';
import type { CloseProvider } from '../../record/read/places.ts';
import type { Situation } from './buttons.ts';
import { placeLine } from './grounds.ts';

export interface WithMeetings extends Situation {
  readonly meetings: readonly Meeting[];
}

export const detailsOf = ({ t }: Reader, { details }: Opportunity): readonly Section[] =>
  details === '' ? [] : [{ title: t('opportunities.fact.details'), body: details }];

/** Each slate with its reasons, and what was agreed on. */
export function slateSections({ t }: Reader, { places, meetings }: WithMeetings): readonly Section[] {
  const rounds = Map.groupBy(places, ({ round }) => round);
  const slates = [...rounds].map(([round, listed]) => ({
    title: t(round === 0 ? 'opportunities.slate.beside' : 'opportunities.slate.round', { round }),
    list: listed.map((place) => placeLine({ t }, place)),
  }));
  const list = meetings.map(({ provider, agreedTime, times }) =>
    agreedTime === null
      ? t('opportunities.meeting.line-offered', { provider, count: times.length })
      : t.text('opportunities.meeting.line-agreed', { provider, time: moment(agreedTime) }),
  );
  return list.length === 0 ? slates : [...slates, { title: t('opportunities.meeting.section'), list }];
}

/** Who had no place on the latest slate, and why: for staff alone. */
export function closeSections({ t }: Reader, close: readonly CloseProvider[]): readonly Section[] {
  if (close.length === 0) return [];
  const list = close.map(({ provider, match, because }) =>
    t('opportunities.close.line', {
      provider,
      match: match.toFixed(4),
      because: t(`opportunities.close.because.${because}`),
    }),
  );
  return [{ title: t('opportunities.close.title'), list }];
}
