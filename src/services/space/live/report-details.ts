import { draftValues } from '../../../reports/actions/filled.ts';
import { blanksOf } from '../../../reports/fields/blanks.ts';
import type { Case } from '../../../reports/record/case.ts';
import type { EvidenceRow } from '../../../reports/record/rows.ts';
import type { EvidenceLine, ReportDetails } from '../space.ts';

export function detailsOf(parties: Case): ReportDetails {
  const { report, store, items, draft, evidence, comments } = parties;
  const { request } = report;
  return {
    ...{ id: report.id, state: report.state, stateSeq: report.stateSeq, revision: report.revision },
    store: { id: store.id, name: store.name },
    reportingStart: request.reportingStart,
    reportingEnd: report.reportingEnd,
    revisionHash: report.revisionHash,
    deadlineAt: report.deadline?.at ?? null,
    serviceScope: request.serviceScope,
    serviceItems: items.map(({ id, name }) => ({ id, name })),
    purchaseStart: request.purchaseStart,
    purchaseMonths: request.purchaseMonths,
    reportingMonths: request.reportingMonths,
    draft: draft.values,
    blanks: blanksNow(parties),
    evidence: evidence.filter(({ side }) => side === 'provider').map(evidenceLine),
    comments: comments
      .filter(({ kind }) => kind !== 'NOTE')
      .map(({ field, text, at }) => ({ field, text, at })),
    contacts: contactsOf(parties),
  };
}

/** What was attached fills in its input by itself. */
export const blanksNow = (parties: Case): readonly string[] =>
  blanksOf(draftValues(parties), parties.report.request.serviceScope);

export const evidenceLine = ({ id, file_name, media_type, sha256 }: EvidenceRow): EvidenceLine => ({
  ...{ id, name: file_name, mediaType: media_type, sha256 },
});

function contactsOf({ store, storeDetails: { contactStore } }: Case): ReportDetails['contacts'] {
  const ids = contactStore?.principalIds ?? [];
  const names = store.people.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
  return { names: [...new Set(names)], outOfChat: contactStore?.outOfChat ?? null };
}
