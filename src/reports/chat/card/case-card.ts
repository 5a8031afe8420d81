import type { Button, Card, Fact, Section, Tone } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import { day, moment, type Text } from '../../../chat/text.ts';
import { whoseTurn } from '../../lifecycle/turns/whose-turn.ts';
import type { Case } from '../../record/case.ts';
import { nameIn } from '../../record/people.ts';
import type { ReportState } from '../../report.ts';
import { fieldLabel } from '../field-label.ts';
import { shortHash } from './confirmation.ts';
import { progressOf } from './progress.ts';
import { revisionSections } from './revision-sections.ts';

const TONES: Readonly<Partial<Record<ReportState, Tone>>> = {
  DRAFT: 'neutral',
  SCHEDULED: 'good',
  ACTIVE: 'good',
  NOTICE: 'warning',
  SUSPENDED: 'bad',
  REJECTED: 'bad',
  DECLINED: 'bad',
  LAPSED: 'bad',
  WITHDRAWN: 'neutral',
  EXPIRED: 'neutral',
  TERMINATED: 'neutral',
};

export interface CaseCardOptions {
  /** Fees, contacts and the like: for the pair and staff in private (domain-rules §4.2). */
  readonly confidential: boolean;
  /** Everything that was filed, instead of the head of the case. */
  readonly whole: boolean;
  readonly buttons: readonly Button[];
}

/** One case as it stands now: whose turn it is, until when, and what the reader can do. */
export function caseCard(reader: Reader, parties: Case, options: CaseCardOptions): Card {
  const { t } = reader;
  const { report, store, provider } = parties;
  return {
    tone: TONES[report.state] ?? 'waiting',
    title: `${report.id} · ${store.name} × ${provider.name}`,
    lead: turnLine(reader, parties),
    progress: progressOf(t, report),
    facts: caseFacts(reader, parties),
    sections: sectionsOf(reader, parties, options),
    actions: options.buttons,
    footer: t('cases.footer', {
      seq: report.stateSeq,
      revision: report.revision,
      hash: shortHash(report.revisionHash),
    }),
  };
}

/** "Waiting for the store to confirm · due 8 May 10:00". */
function turnLine({ t }: Reader, { report }: Case): Text {
  const state = t(`reports.state.${report.state}`);
  const { waitsOn } = whoseTurn(report);
  const proposal = report.proposal
    ? ` · ${t(`cases.proposal.${report.proposal.kind}`, { waitsOn: t(`reports.waiter.${waitsOn}`) })}`
    : '';
  if (!report.deadline) return `${state}${proposal}`;
  const due = t(report.deadline.estimated ? 'cases.due-estimated' : 'cases.due');
  return [`${state}${proposal} · ${due} `, moment(report.deadline.at)];
}

function caseFacts(reader: Reader, parties: Case): readonly Fact[] {
  const { t } = reader;
  const { report, items } = parties;
  const { request, notice, assignedTo } = report;
  const optional = (label: string, value: Text | null): readonly Fact[] =>
    value === null ? [] : [{ label, value }];
  return [
    {
      label: t('reports.period.reporting'),
      value: [day(request.reportingStart), ' – ', day(report.reportingEnd)],
    },
    {
      label: t('cases.fact.purchase'),
      value: [day(request.purchaseStart), ` · ${t('cases.months', { count: request.purchaseMonths })}`],
    },
    { label: t('cases.fact.items'), value: items.map(({ name }) => name).join(t('common.comma')) || '–' },
    { label: t('cases.fact.scope'), value: scopeText(reader, parties) },
    ...optional(t('cases.fact.notice'), notice && [day(notice.effectiveOn)]),
    ...optional(t('cases.fact.proposed'), report.proposal?.date ? [day(report.proposal.date)] : null),
    ...optional(t('cases.fact.reviewer'), assignedTo && nameIn(parties, assignedTo)),
    ...optional(
      t('cases.fact.round'),
      report.rounds > 0 ? `${report.rounds} / ${report.roundsAllowed}` : null,
    ),
  ];
}

function scopeText({ t }: Reader, { report: { request } }: Case): string {
  const scopes = request.serviceScope
    .map((scope) => t(`fields.option.serviceScope.${scope}`))
    .join(t('common.comma'));
  return request.primaryOperator ? t('cases.primary', { scopes }) : scopes;
}

function sectionsOf(
  reader: Reader,
  parties: Case,
  { confidential, whole }: CaseCardOptions,
): readonly Section[] {
  const { t } = reader;
  const { current, report, evidence } = parties;
  return [
    ...talkSections(reader, parties),
    ...exceptionSection(reader, parties),
    ...(confidential && current && whole ? revisionSections(reader, current.fields) : []),
    ...(whole && evidence.length > 0
      ? [{ title: t('cases.section.evidence'), list: evidence.map(({ file_name }) => file_name) }]
      : []),
    ...(report.proposal?.kind === 'APPROVE'
      ? [{ body: t('cases.first-approval', { by: nameIn(parties, report.proposal.by) }) }]
      : []),
  ];
}

/** The comments of the last return, while they are being worked on; and the open question. */
function talkSections({ t }: Reader, parties: Case): readonly Section[] {
  const { comments, report } = parties;
  const kind = report.state === 'FILLING' ? 'RETURN' : 'QUESTION';
  if (report.state !== 'FILLING' && report.state !== 'INFO_REQUESTED' && report.state !== 'STAFF_REVIEW')
    return [];
  const said = comments.filter(
    (comment) => comment.revision === report.revision && (comment.kind === kind || comment.kind === 'ANSWER'),
  );
  if (said.length === 0) return [];
  const list = said.map(
    ({ author, field, text }) =>
      `${nameIn(parties, author)}${field ? ` · ${fieldLabel(t, field)}` : ''}: ${text}`,
  );
  return [{ title: t(`cases.section.${kind}`), list }];
}

function exceptionSection({ t }: Reader, { report }: Case): readonly Section[] {
  const { exceptions } = report.request;
  if (exceptions.length === 0) return [];
  return [
    {
      title: t('cases.section.exceptions'),
      list: exceptions.map(({ code, text }) => `${t(`fields.option.exceptionCodes.${code}`)}: ${text}`),
    },
  ];
}
