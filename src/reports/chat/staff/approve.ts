import type { Card, HandleSpec } from '../../../chat/card.ts';
import type { Answer, Command, FormHandler, Known } from '../../../chat/conversation.ts';
import type { Option } from '../../../chat/form.ts';
import { refusalText } from '../../../chat/messages/refusals.ts';
import type { Text } from '../../../chat/text.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import { isRefused, refuse } from '../../../result.ts';
import { type BulkItem, type BulkOutcome, bulkApprove } from '../../actions/bulk-approve.ts';
import { DEFAULT_RULES } from '../../rules.ts';
import { shortHash } from '../card/confirmation.ts';
import { listOf } from '../forms/form-values.ts';
import { type Candidate, candidatesFor } from './candidates.ts';

const APPROVE = 'staff.approve';
const TICKED = 'ticked';

/** `/staff approve`: the cases that one person may approve and in which every check is green, to be ticked (§3.5). */
export const staffApprove: Command = {
  area: 'staff',
  verb: 'approve',
  options: [],
  who: 'staff.approve-bulk',
  effect: 'read',
  run: async (talk) => {
    const { eligible, others } = await candidatesFor(talk, DEFAULT_RULES.bulkMaximum);
    return eligible.length === 0 ? nothingToApprove(talk, others) : tickPage(talk, eligible);
  },
};

function tickPage(talk: Known, eligible: readonly Candidate[]): Answer {
  const { t, person } = talk;
  const target: HandleSpec = { action: APPROVE, subject: person.principalId, revision: 0, stateSeq: 0 };
  return {
    kind: 'form',
    page: {
      form: APPROVE,
      page: 'only',
      target,
      title: t('cases.bulk.title'),
      intro: t('cases.bulk.intro', { count: eligible.length }),
      fields: [{ kind: 'ticks', name: TICKED, label: t('cases.bulk.ticked'), options: eligible.map(option) }],
      submitLabel: t('cases.bulk.submit'),
      closeLabel: t('common.button.cancel'),
    },
  };
}

/** The tick carries what was shown, so that whatever changed since is left out. */
const option = ({ parties: { report, store, provider } }: Candidate): Option => ({
  value: `${report.id}:${report.stateSeq}:${report.revisionHash ?? ''}`,
  label: `${report.id} · ${store.name} × ${provider.name}`,
  help: `${report.request.reportingStart} – ${report.reportingEnd} · ${shortHash(report.revisionHash)}`,
});

function nothingToApprove({ t }: Known, others: readonly Candidate[]): Answer {
  const card: Card = {
    tone: 'neutral',
    title: t('cases.bulk.none'),
    lead: t('cases.bulk.none-lead'),
    ...(others.length === 0 ? {} : { sections: [{ list: others.map((each) => leftOut(t, each)) }] }),
  };
  return { kind: 'card', card };
}

const leftOut = (t: Known['t'], { parties, refusal }: Candidate): Text => [
  { strong: parties.report.id },
  ': ',
  ...(refusal ? inlineText(refusalText(t, refusal)) : []),
];

export const approveForm: FormHandler = {
  form: APPROVE,
  run: async (talk, { values }) => {
    const refusal = permissionRefusal(permitted('staff.approve-bulk', talk.person));
    if (refusal) return refusal;
    const items = listOf(values, TICKED).flatMap(itemOf);
    if (items.length === 0) return refuse('cases.nothing-ticked', {}, TICKED);
    const outcomes = await bulkApprove(talk.app, {
      items,
      actor: talk.person,
      channel: talk.account.platform,
    });
    return isRefused(outcomes) ? outcomes : { kind: 'closed', card: outcomeCard(talk, outcomes.ok) };
  },
};

function itemOf(ticked: string): readonly BulkItem[] {
  const [reportId = '', stateSeq = '', hash = ''] = ticked.split(':');
  return reportId === ''
    ? []
    : [{ reportId, stateSeq: Number(stateSeq), revisionHash: hash === '' ? null : hash }];
}

function outcomeCard({ t }: Known, outcomes: readonly BulkOutcome[]): Card {
  const approved = outcomes.filter(({ skipped }) => skipped === null).length;
  return {
    tone: approved === outcomes.length ? 'good' : 'warning',
    title: t('cases.bulk.done', { count: approved, all: outcomes.length }),
    sections: [{ list: outcomes.map((outcome) => outcomeLine(t, outcome)) }],
  };
}

const outcomeLine = (t: Known['t'], { reportId, skipped }: BulkOutcome): Text => [
  { strong: reportId },
  ': ',
  ...(skipped ? inlineText(refusalText(t, skipped)) : [t('cases.bulk.approved')]),
];

const inlineText = (text: Text) => (typeof text === 'string' ? [text] : text);
