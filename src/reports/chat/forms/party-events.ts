import type { Field } from '../../../chat/form.ts';
import { DECLINE_REASONS } from '../../lifecycle/reasons.ts';
import { addDays, today } from '../../periods.ts';
import type { Case } from '../../record/case.ts';
import type { IsoDate } from '../../report.ts';
import { confirmationIntro } from '../card/confirmation.ts';
import { tickLabel, ticksOf } from '../card/ticks.ts';
import { commentFields, commentsIn } from './comments.ts';
import { chosen, dateInput, type EventForms, longText, menu, type Opener } from './event-form.ts';
import { listOf, textOf } from './form-values.ts';

const lastQuestion = ({ comments }: Case): string =>
  comments.findLast(({ kind }) => kind === 'QUESTION')?.text ?? '';

/** The contract's days, or the minimum (T15). */
const noticeDays = ({ current, rules }: Case): number =>
  Math.max(current?.fields.terminationNoticeDays ?? 0, rules.noticeMinimumDays);

/** The earliest day on which a notice given today can take effect. */
const earliestEnd = ({ now }: Opener, parties: Case): IsoDate =>
  addDays(today(now, parties.store.zone), noticeDays(parties));

/** What stores and providers say when they act. */
export const PARTY_EVENT_FORMS = {
  decline: {
    fields: (opener) => [
      menu(opener, 'reasonCode', { key: 'reports.decline-reason', codes: DECLINE_REASONS }),
      longText(opener, 'text', { optional: true, help: opener.t('cases.help.decline-text') }),
    ],
    read: (values) => ({
      type: 'decline',
      reasonCode: chosen(values, 'reasonCode', DECLINE_REASONS),
      text: textOf(values, 'text'),
    }),
  },
  returnByStore: {
    intro: ({ t }, { report }) =>
      t('cases.intro.return', { round: report.rounds + 1, allowed: report.roundsAllowed }),
    fields: commentFields,
    read: (values) => ({ type: 'returnByStore', comments: commentsIn(values) }),
  },
  confirm: {
    intro: confirmationIntro,
    fields: (opener, parties) => [...tickFields(opener, parties), typedName(opener)],
    read: (values, shown) => ({
      type: 'confirm',
      clickedHash: shown,
      naTicks: listOf(values, 'naTicks'),
      typedName: textOf(values, 'typedName'),
    }),
  },
  withdraw: {
    fields: (opener) => [
      longText(opener, 'text', { optional: true, help: opener.t('cases.help.withdraw-text') }),
    ],
    read: (values) => ({ type: 'withdraw', text: textOf(values, 'text') }),
  },
  answerInformation: {
    intro: ({ t }, parties) => t('cases.intro.answer', { question: lastQuestion(parties) }),
    fields: (opener) => [longText(opener, 'answer')],
    read: (values) => ({ type: 'answerInformation', answer: textOf(values, 'answer') }),
  },
  giveNotice: {
    intro: ({ t }, parties) => t('cases.intro.notice', { days: noticeDays(parties) }),
    fields: (opener, parties) => {
      const earliest = earliestEnd(opener, parties);
      return [dateInput(opener, 'effectiveOn', opener.t('cases.help.earliest', { earliest }), earliest)];
    },
    read: (values) => ({ type: 'giveNotice', effectiveOn: textOf(values, 'effectiveOn') }),
  },
  proposeEnd: {
    fields: (opener, { store }) => [
      dateInput(opener, 'date', opener.t('cases.help.end-date'), today(opener.now, store.zone)),
    ],
    read: (values) => ({ type: 'proposeEnd', date: textOf(values, 'date') }),
  },
} as const satisfies EventForms;

function tickFields(opener: Opener, parties: Case): readonly Field[] {
  const options = ticksOf(parties).map((value) => ({ value, label: tickLabel(opener, value, parties) }));
  if (options.length === 0) return [];
  const { t } = opener;
  return [
    {
      kind: 'ticks',
      name: 'naTicks',
      label: t('cases.input.naTicks'),
      help: t('cases.help.naTicks'),
      options,
    },
  ];
}

const typedName = ({ t }: Opener): Field => ({
  kind: 'text',
  name: 'typedName',
  label: t('cases.input.typedName'),
  help: t('cases.help.typedName'),
  maxLength: 100,
});
