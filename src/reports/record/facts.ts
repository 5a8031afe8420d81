import type { RevisionFields } from '../fields/revision-fields.ts';
import type { EvidenceFile, OtherReport, ReportFacts, RevisionFacts } from '../lifecycle/facts.ts';
import { today } from '../periods.ts';
import { ticksRequired } from '../quality-standards/ticks.ts';
import { SERVICE_SCOPES } from '../report.ts';
import type { Case } from './case.ts';
import { one, stateOf } from './report-row.ts';
import type { EvidenceRow, OtherReportRow } from './rows.ts';
import { lapseAt } from './waiting.ts';

/** What the provider filled in: the frozen revision, or the draft that is about to be frozen. */
export interface Filled {
  readonly fields: RevisionFields | null;
  /** Mandatory fields and standards that are blank, by name (G6). */
  readonly blanks: readonly string[];
}

/** Everything that the rules may ask about a loaded case. */
export function factsOf(parties: Case, { fields, blanks }: Filled, now: Date): ReportFacts {
  const { report, store, provider } = parties;
  const localToday = today(now, store.zone);
  return {
    provider: standing(parties, localToday),
    legalEntities: {
      store: store.legalEntity,
      provider: provider.legalEntity,
      commonControl: store.controlGroup !== null && store.controlGroup === provider.controlGroup,
    },
    otherReports: parties.others.map((other) => otherReport(other, report.storeId)),
    requestedOn: parties.requestedAt && today(parties.requestedAt, store.zone),
    revision: revisionFacts(parties, fields),
    blanks,
    mustTick: fields ? ticksRequired(fields.qualityStandards) : [],
    deposit: {
      availableMinor: parties.standing.deposit_available_minor,
      requiredMinor: parties.rules.depositRequiredMinor,
      currency: parties.standing.deposit_currency,
    },
    qualifications: parties.qualifications.map(({ kind, valid_until }) => ({
      kind,
      validUntil: valid_until,
    })),
    evidence: parties.evidence.filter(({ link }) => link === null).map((file) => evidenceFile(file, fields)),
    pairTerminatedForCause: parties.terminatedForCause,
    waiting: { lapseAt: lapseAt(parties, report), remindersDelivered: parties.remindersDelivered },
    draftReminderSent: parties.draftReminderSent,
  };
}

function standing({ standing: provider }: Case, localToday: string): ReportFacts['provider'] {
  return {
    recognisedUntil: provider.recognised_until,
    barred: provider.barred_at !== null,
    watched: provider.watched_until !== null && provider.watched_until >= localToday,
  };
}

const otherReport = (row: OtherReportRow, storeId: string): OtherReport => ({
  id: row.id,
  storeId,
  providerId: row.provider_id,
  state: stateOf(row.state),
  serviceScope: row.service_scope.map((scope) => one(SERVICE_SCOPES, scope)),
  primaryOperator: row.primary_operator,
  reportingStart: row.reporting_start,
  reportingEnd: row.reporting_end,
  noticeEffectiveOn: row.notice_effective_on,
});

function revisionFacts({ storeDetails }: Case, fields: RevisionFields | null): RevisionFacts {
  const declared = fields?.relatedParty.declared === true || storeDetails.relatedParty?.declared === true;
  return {
    contractSignedOn: fields?.contractSignedOn ?? null,
    relatedParty: declared ? 'DECLARED' : fields && 'NONE',
    gmvGuarantee: fields?.gmvGuarantee ?? false,
    ownRemedyText: fields !== null && fields.ownRemedyText !== null,
    terminationNoticeDays: fields?.terminationNoticeDays ?? 0,
  };
}

/** The contract's own dates stand for a file whose dates nobody stated. */
const evidenceFile = (row: EvidenceRow, fields: RevisionFields | null): EvidenceFile => ({
  fileName: row.file_name,
  mediaType: row.media_type,
  sizeBytes: row.size_bytes,
  sha256: row.sha256,
  scanned: row.scanned_at !== null,
  coversFrom: row.covers_from ?? fields?.contractStart ?? null,
  coversUntil: row.covers_until ?? fields?.contractEnd ?? null,
});
