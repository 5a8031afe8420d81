/** A filed revision as a draft again: what a renewal starts from, and a form whose draft was lost (domain-rules §6). */
import type { StandardLine } from '../quality-standards/line.ts';
import { CLAUSE_INPUT, standardInputs } from '../quality-standards/parse-line.ts';
import { remedyText } from '../quality-standards/remedy.ts';
import type { FieldValues } from './field-values.ts';
import type { Evidence, RevisionFields } from './revision-fields.ts';
import { currencyExponent } from './typed/money.ts';

/** Values as a person could have typed them; `assembleRevision` reads them back as they were. */
export function draftOf(fields: RevisionFields): FieldValues {
  const { contractNo, contractSignedOn, contractStart, contractEnd, categories, brands } = fields;
  return {
    ...{ contractNo, contractSignedOn, contractStart, contractEnd, categories, brands },
    exceptionCodes: fields.exceptions.map((exception) => exception.code),
    exceptionText: fields.exceptions[0]?.text ?? '',
    ...draftFees(fields),
    ...draftTeam(fields),
    dataAccess: fields.dataAccess,
    terminationNoticeDays: String(fields.terminationNoticeDays),
    handoverDays: String(fields.handoverDays),
    relatedParty: fields.relatedParty.declared ? 'DECLARED' : 'NONE',
    relatedPartyText: fields.relatedParty.text ?? '',
    ...draftStandards(fields),
    evidence: fields.evidence.map(evidenceName),
  };
}

/** How a form names a piece of evidence: the file's id, or the link itself. */
const evidenceName = (item: Evidence): string => (item.kind === 'FILE' ? item.id : item.url);

/** Minor units as a decimal in the currency's own digits, no grouping: `1200050` CNY is `12000.50`. */
export function amountText(minor: number, currency: string | null): string {
  const decimals = currency === null ? 2 : currencyExponent(currency);
  const digits = String(minor).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function draftFees({ feeModel, currency, settlementRoute, ...fees }: RevisionFields): FieldValues {
  const amount = (minor: number | null) => (minor === null ? '' : amountText(minor, currency));
  return {
    ...{ feeModel, settlementRoute, currency: currency ?? '' },
    fixedFee: amount(fees.fixedFeeMinor),
    commission: fees.commissionBp === null ? '' : String(fees.commissionBp / 100),
    gmvTarget: amount(fees.gmvTargetMinor),
    gmvGuarantee: fees.gmvGuarantee ? 'YES' : 'NO',
  };
}

function draftTeam({ team, contactProvider }: RevisionFields): FieldValues {
  return {
    accountManager: team.accountManager,
    backups: team.backups,
    headcountOperations: String(team.headcount.operations),
    headcountCustomerService: String(team.headcount.customerService),
    headcountOther: String(team.headcount.other),
    contactPrincipals: contactProvider.principalIds,
    contactOutOfChat: contactProvider.outOfChat,
  };
}

function draftStandards({
  qualityStandards,
  currency,
  deliverables,
  ownRemedyText,
}: RevisionFields): FieldValues {
  const lines = qualityStandards.flatMap((line) => Object.entries(draftLine(line, currency)));
  return {
    ...Object.fromEntries(lines),
    [CLAUSE_INPUT]: qualityStandards.find((line) => line.contractClause !== null)?.contractClause ?? '',
    deliverables,
    ownRemedyText: ownRemedyText ?? '',
  };
}

function draftLine(
  { code, target, unit, remedy, naReason }: StandardLine,
  currency: string | null,
): FieldValues {
  const names = standardInputs(code);
  if (target === null) return { [names.naReason]: naReason ?? '' };
  const typed = unit === 'MINOR_UNITS' ? amountText(target, currency) : String(target);
  return { [names.target]: typed, [names.remedy]: remedy === null ? '' : remedyText(remedy) };
}
