import type { Card, Fact } from '../../../chat/card.ts';
import type { Command, Reader } from '../../../chat/conversation.ts';
import { DEFAULT_RULES } from '../../rules.ts';
import { amount } from '../card/standard-text.ts';

/** `/staff rules`: the numbers that the workflow goes by. A report keeps those that stood when it was requested. */
export const staffRules: Command = {
  area: 'staff',
  verb: 'rules',
  options: [],
  who: 'staff.rules',
  effect: 'read',
  run: async (talk) => ({ kind: 'card', card: rulesCard(talk) }),
};

function rulesCard(reader: Reader): Card {
  const { t } = reader;
  return {
    tone: 'neutral',
    title: t('cases.rules.title'),
    lead: t('cases.rules.lead'),
    sections: [
      { title: t('cases.rules.waiting'), facts: waitingFacts(reader) },
      { title: t('cases.rules.periods'), facts: periodFacts(reader) },
      { title: t('cases.rules.checks'), facts: checkFacts(reader) },
    ],
    footer: t('cases.rules.footer'),
  };
}

function waitingFacts({ t }: Reader): readonly Fact[] {
  const { slaBusinessDays, lapseGraceBusinessDays } = DEFAULT_RULES;
  return [
    ...Object.entries(slaBusinessDays).map(([state, count]) => ({
      label: t(`reports.state.${state}`),
      value: t('cases.rules.business-days', { count }),
    })),
    {
      label: t('cases.rules.lapse'),
      value: t('cases.rules.business-days', { count: lapseGraceBusinessDays }),
    },
  ];
}

function periodFacts({ t }: Reader): readonly Fact[] {
  const {
    minimumMonths,
    maximumMonths,
    backDateMaximumDays,
    noticeMinimumDays,
    cureCalendarDays,
    delegationMaximumDays,
  } = DEFAULT_RULES;
  const days = (name: string, count: number): Fact => ({
    label: t(`cases.rules.${name}`),
    value: t('cases.rules.days', { count }),
  });
  return [
    {
      label: t('cases.rules.months'),
      value: t('cases.rules.from-to', { from: minimumMonths, to: maximumMonths }),
    },
    days('back-date', backDateMaximumDays),
    days('notice', noticeMinimumDays),
    days('cure', cureCalendarDays),
    days('delegation', delegationMaximumDays),
  ];
}

function checkFacts({ t, locale }: Reader): readonly Fact[] {
  const { roundsAllowed, depositRequiredMinor, bulkMaximum } = DEFAULT_RULES;
  return [
    { label: t('cases.rules.rounds'), value: String(roundsAllowed) },
    {
      label: t('cases.rules.deposit'),
      value: amount(locale, depositRequiredMinor, 'CNY') ?? '',
    },
    { label: t('cases.rules.bulk'), value: String(bulkMaximum) },
  ];
}
