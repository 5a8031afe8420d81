import type { Card, Section } from '../../../chat/card.ts';
import type { Command } from '../../../chat/conversation.ts';
import type { Translate } from '../../../chat/messages/translate.ts';
import { day, type Text } from '../../../chat/text.ts';
import { today } from '../../../reports/periods.ts';
import { cycleDates, PROGRAMME_ZONE, type Quarter, quarterOf, shifted } from '../../cycle/quarter.ts';
import { NOTICE_DAYS, nextRuleSet, ruleSetOf } from '../../cycle/rule-sets.ts';
import { type AppealStatistics, appealStatistics } from '../../record/appeals/statistics.ts';

/** The quarter whose cycle runs or comes next, and so many more: a year ahead. */
const AHEAD = 5;

/** `/rating calendar`: the dates of the coming year, the rules that apply, and what became of appeals. */
export const ratingCalendar: Command = {
  area: 'rating',
  verb: 'calendar',
  options: [],
  who: 'rating.calendar',
  effect: 'read',
  run: async ({ app, t }) => {
    const current = quarterOf(today(app.clock.now(), PROGRAMME_ZONE));
    return { kind: 'card', card: calendarCard(t, current, await appealStatistics(app)) };
  },
};

const calendarCard = (t: Translate, current: Quarter, appeals: readonly AppealStatistics[]): Card => ({
  tone: 'neutral',
  title: t('ratings.calendar.title'),
  lead: t('ratings.calendar.lead'),
  sections: [
    {
      title: t('ratings.calendar.dates'),
      list: Array.from({ length: AHEAD + 1 }, (_, index) => cycleLine(t, shifted(current, index - 1))),
    },
    rulesSection(t, current),
    appealsSection(t, appeals),
  ],
  footer: t('ratings.show.footer'),
});

function cycleLine(t: Translate, quarter: Quarter): Text {
  const { frozenOn, previewUntil, objectionsFrom, objectionsUntil, publishedOn } = cycleDates(quarter);
  return t.text('ratings.calendar.cycle', {
    quarter,
    frozen: day(frozenOn),
    until: day(previewUntil),
    from: day(objectionsFrom),
    end: day(objectionsUntil),
    day: day(publishedOn),
  });
}

function rulesSection(t: Translate, quarter: Quarter): Section {
  const next = nextRuleSet(quarter);
  return {
    title: t('ratings.calendar.rules'),
    list: [
      t('ratings.calendar.version', { version: ruleSetOf(quarter).version, quarter }),
      next?.announcedOn
        ? t.text('ratings.calendar.next', {
            version: next.version,
            quarter: next.from,
            date: day(next.announcedOn),
          })
        : t('ratings.calendar.no-change', { days: NOTICE_DAYS }),
    ],
  };
}

function appealsSection(t: Translate, appeals: readonly AppealStatistics[]): Section {
  const lines = appeals.map(({ medianDays, ...counts }) =>
    medianDays === null
      ? t('ratings.calendar.line', { ...counts })
      : t('ratings.calendar.line-days', { ...counts, days: medianDays }),
  );
  return {
    title: t('ratings.calendar.appeals'),
    list: lines.length === 0 ? [t('ratings.calendar.none')] : lines,
  };
}
