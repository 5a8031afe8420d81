import {
  END_GROUNDS,
  REJECTION_REASONS,
  REJECTION_RULES,
  SUSPENSION_CAUSES,
} from '../../lifecycle/reasons.ts';
import { addDays, today } from '../../periods.ts';
import { actorOf, distinctPeople } from '../../record/people.ts';
import { commentFields, commentsIn } from './comments.ts';
import { chosen, dateInput, type EventForms, longText, menu } from './event-form.ts';
import { textOf } from './form-values.ts';

const SIDES = ['provider', 'store'] as const;

/** What platform staff say when they act. */
export const STAFF_EVENT_FORMS = {
  returnByStaff: {
    intro: ({ t }, { report }) =>
      t('cases.intro.return', { round: report.rounds + 1, allowed: report.roundsAllowed }),
    fields: commentFields,
    read: (values) => ({ type: 'returnByStaff', comments: commentsIn(values) }),
  },
  askInformation: {
    intro: ({ t }) => t('cases.intro.ask'),
    fields: (opener) => [
      menu(opener, 'from', { key: 'cases.side', codes: SIDES }),
      longText(opener, 'question'),
    ],
    read: (values) => ({
      type: 'askInformation',
      from: chosen(values, 'from', SIDES),
      question: textOf(values, 'question'),
    }),
  },
  reject: {
    intro: ({ t }) => t('cases.intro.reject'),
    fields: (opener, { rules }) => [
      menu(opener, 'reasonCode', { key: 'reports.rejection-reason', codes: REJECTION_REASONS }),
      menu(opener, 'ruleId', { key: 'reports.rejection-rule', codes: REJECTION_RULES }),
      longText(opener, 'text', {
        help: opener.t('cases.help.at-least', { minimum: rules.textMinimum.rejection }),
      }),
    ],
    read: (values) => ({
      type: 'reject',
      reasonCode: chosen(values, 'reasonCode', REJECTION_REASONS),
      ruleId: chosen(values, 'ruleId', REJECTION_RULES),
      text: textOf(values, 'text'),
    }),
  },
  suspend: {
    fields: (opener, { rules }) => [
      menu(opener, 'cause', { key: 'reports.suspension-cause', codes: SUSPENSION_CAUSES }),
      longText(opener, 'text', {
        help: opener.t('cases.help.at-least', { minimum: rules.textMinimum.suspension }),
      }),
    ],
    read: (values) => ({
      type: 'suspend',
      cause: chosen(values, 'cause', SUSPENSION_CAUSES),
      text: textOf(values, 'text'),
    }),
  },
  reinstate: {
    fields: (opener, { rules }) => [
      longText(opener, 'text', {
        help: opener.t('cases.help.at-least', { minimum: rules.textMinimum.cure }),
      }),
    ],
    read: (values) => ({ type: 'reinstate', text: textOf(values, 'text') }),
  },
  proposeTermination: {
    fields: (opener, { rules, store }) => [
      menu(opener, 'ground', { key: 'reports.end-ground', codes: END_GROUNDS }),
      longText(opener, 'text', {
        help: opener.t('cases.help.at-least', { minimum: rules.textMinimum.suspension }),
      }),
      dateInput(
        opener,
        'effectiveOn',
        opener.t('cases.help.platform-end', { days: rules.platformNoticeDays }),
        addDays(today(opener.now, store.zone), rules.platformNoticeDays),
      ),
    ],
    read: (values) => ({
      type: 'proposeTermination',
      ground: chosen(values, 'ground', END_GROUNDS),
      text: textOf(values, 'text'),
      effectiveOn: textOf(values, 'effectiveOn'),
    }),
  },
  assign: {
    fields: ({ t }, { staff }) => [
      {
        kind: 'choice',
        name: 'to',
        label: t('cases.input.to'),
        options: distinctPeople(staff).map(({ id, name }) => ({ value: id, label: name })),
      },
    ],
    read: (values, _shown, parties) => ({ type: 'assign', to: actorOf(parties, textOf(values, 'to')) }),
  },
} as const satisfies EventForms;
