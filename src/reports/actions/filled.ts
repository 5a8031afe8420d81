import type { FieldFacts, FieldValues } from '../fields/field-values.ts';
import type { Evidence } from '../fields/revision-fields.ts';
import { today } from '../periods.ts';
import type { Case } from '../record/case.ts';
import type { Filled } from '../record/facts.ts';
import type { EvidenceRow } from '../record/rows.ts';

/** What has been filed: the frozen revision. It was complete when it was frozen (G6), so it has no blanks. */
export function filledOf({ current }: Case): Filled {
  return { fields: current?.fields ?? null, blanks: [] };
}

/** The draft as typed; whatever was attached is part of it without being named in the form. */
export function draftValues({ draft, evidence }: Case): FieldValues {
  const attached = evidence.filter(({ side }) => side === 'provider').map(({ id, link }) => link ?? id);
  return { ...draft.values, evidence: attached };
}

/** What the provider's inputs are judged against. `filledBy` is named on the exceptions that the draft asks for. */
export function fieldFacts(parties: Case, filledBy: string, now: Date): FieldFacts {
  const { report, provider, storeCategories, contractNosInUse, evidence } = parties;
  return {
    today: today(now, provider.zone),
    filledBy,
    serviceScope: report.request.serviceScope,
    reportingStart: report.request.reportingStart,
    reportingEnd: report.reportingEnd,
    storeCategories,
    contractNosInUse,
    contacts: provider.people.map(({ id }) => id),
    evidence: evidence.map(evidenceOf),
  };
}

const evidenceOf = (row: EvidenceRow): Evidence =>
  row.link === null
    ? {
        kind: 'FILE',
        id: row.id,
        name: row.file_name,
        mediaType: row.media_type,
        sizeBytes: row.size_bytes,
        sha256: row.sha256,
        scan: row.scanned_at === null ? 'PENDING' : 'CLEAN',
      }
    : { kind: 'LINK', url: row.link };
