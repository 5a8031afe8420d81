import type { FieldValues } from '../../fields/field-values.ts';
import { STORE_EXCEPTIONS } from '../../fields/pages/exceptions.ts';
import { addDays, today } from '../../periods.ts';
import type { Case } from '../../record/case.ts';
import type { IsoDate, RequestedException } from '../../report.ts';

/** A request on record as it could have been typed: `assembleRequest` reads it back as it was. */
export function typedRequest({ report, storeDetails, offeredItems }: Case): FieldValues {
  const { request } = report;
  const offered = offeredItems.map(({ id }) => id);
  return {
    serviceItemIds: request.serviceItemIds.filter((id) => offered.includes(id)),
    serviceScope: request.serviceScope,
    primaryOperator: request.primaryOperator ? 'YES' : 'NO',
    purchaseStart: request.purchaseStart,
    purchaseMonths: String(request.purchaseMonths),
    reportingStart: request.reportingStart,
    reportingMonths: String(request.reportingMonths),
    renewsReportId: request.renewsReportId ?? '',
    ...typedDetails(storeDetails),
    ...typedExceptions(request.exceptions),
  };
}

const typedDetails = ({ contactStore, relatedParty }: Case['storeDetails']): FieldValues => ({
  contactPrincipals: contactStore?.principalIds ?? [],
  contactOutOfChat: contactStore?.outOfChat ?? '',
  relatedParty: relatedParty?.declared ? 'DECLARED' : 'NONE',
  relatedPartyText: relatedParty?.text ?? '',
});

/** Those that the store asked for; the provider asks for its own on its form. */
function typedExceptions(exceptions: readonly RequestedException[]): FieldValues {
  const own = exceptions.filter(({ code }) => STORE_EXCEPTIONS.some((known) => known === code));
  return { exceptionCodes: own.map(({ code }) => code), exceptionText: own[0]?.text ?? '' };
}

/** The same request once more, not before today (T23). */
export function copiedRequest(parties: Case, now: Date): FieldValues {
  const { reportingStart, purchaseStart } = parties.report.request;
  const from = laterOf(reportingStart, today(now, parties.store.zone));
  return {
    ...typedRequest(parties),
    purchaseStart: laterOf(purchaseStart, from),
    reportingStart: from,
    renewsReportId: '',
  };
}

/** A full new request that begins when the old report ends, and names it (§6). */
export function renewingRequest(parties: Case, now: Date): FieldValues {
  const { report, store } = parties;
  const from = laterOf(addDays(report.reportingEnd, 1), today(now, store.zone));
  const values = { ...typedRequest(parties), purchaseStart: from, reportingStart: from };
  return { ...values, renewsReportId: report.id, exceptionCodes: [], exceptionText: '' };
}

const laterOf = (one: IsoDate, other: IsoDate): IsoDate => (one < other ? other : one);
