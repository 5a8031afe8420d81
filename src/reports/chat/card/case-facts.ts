import type { Fact } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import type { Translate } from '../../../chat/messages/translate.ts';
import { day, type Text } from '../../../chat/text.ts';
import type { Case } from '../../record/case.ts';
import { nameIn } from '../../record/people.ts';
import { reviewerNow } from '../../record/stand-ins/delegations.ts';
import { shortHash } from './confirmation.ts';
import { deedName } from './deed-name.ts';

/** The head of the case. Nothing of it is confidential: it may stand where anybody reads it. */
export function caseFacts(reader: Reader, parties: Case): readonly Fact[] {
  const { t } = reader;
  const { report, items } = parties;
  const { request } = report;
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
    ...standingFacts(reader, parties),
  ];
}

function standingFacts({ t }: Reader, parties: Case): readonly Fact[] {
  const { request, notice, proposal, assignedTo, rounds, roundsAllowed } = parties.report;
  const fact = (name: string, value: Text | null): readonly Fact[] =>
    value === null ? [] : [{ label: t(`cases.fact.${name}`), value }];
  return [
    ...fact('renews', request.renewsReportId),
    ...fact('notice', notice && [day(notice.effectiveOn)]),
    ...fact('proposed', proposal?.date ? [day(proposal.date)] : null),
    ...fact('reviewer', assignedTo && reviewerName(t, parties, assignedTo)),
    ...fact('round', rounds > 0 ? `${rounds} / ${roundsAllowed}` : null),
  ];
}

/** Of whoever has the case, and of whoever does it for them now. */
function reviewerName(t: Translate, parties: Case, assignedTo: string): string {
  const now = reviewerNow(parties, assignedTo);
  return now === null || now === assignedTo
    ? nameIn(parties, assignedTo)
    : deedName(t, parties, { by: now, principal: assignedTo });
}

function scopeText({ t }: Reader, { report: { request } }: Case): string {
  const scopes = request.serviceScope
    .map((scope) => t(`fields.option.serviceScope.${scope}`))
    .join(t('common.comma'));
  return request.primaryOperator ? t('cases.primary', { scopes }) : scopes;
}

/** Which revision the card is about, as it stands on the confirmation; none before the first. */
export function revisionStamp({ t }: Pick<Reader, 't'>, { report }: Case): string | undefined {
  const { revision, revisionHash } = report;
  return revision === 0 ? undefined : t('cases.footer', { revision, hash: shortHash(revisionHash) });
}
