/** Rules between the provider's inputs. Each looks only at what could be read, so a half-filled draft is judged too. */
import { type Refusal, refuse } from '../../../result.ts';
import type { FieldFacts } from '../field-values.ts';
import { hasCommission, hasFixedFee } from '../pages/fees.ts';
import type { ProviderValues } from './provider-shape.ts';

type Rule = (values: ProviderValues, facts: FieldFacts) => Refusal | null;

const signedByToday: Rule = ({ contractSignedOn }, { today }) =>
  contractSignedOn !== undefined && contractSignedOn > today
    ? refuse('fields.signed-in-future', { today, typed: contractSignedOn }, 'contractSignedOn')
    : null;

const endsAfterStart: Rule = ({ contractStart, contractEnd }) =>
  contractStart !== undefined && contractEnd !== undefined && contractEnd < contractStart
    ? refuse('fields.end-before-start', { start: contractStart, end: contractEnd }, 'contractEnd')
    : null;

/** G9: the contract's dates cover the reporting period, unless that exception is asked for. */
const startsInTime: Rule = ({ contractStart, exceptionCodes }, { reportingStart }) =>
  contractStart !== undefined && contractStart > reportingStart && !exceptionCodes?.includes('EVIDENCE_DATES')
    ? refuse('fields.contract-starts-late', { start: contractStart, reportingStart }, 'contractStart')
    : null;

const lastsLongEnough: Rule = ({ contractEnd, exceptionCodes }, { reportingEnd }) =>
  contractEnd !== undefined && contractEnd < reportingEnd && !exceptionCodes?.includes('EVIDENCE_DATES')
    ? refuse('fields.contract-ends-early', { end: contractEnd, reportingEnd }, 'contractEnd')
    : null;

const fixedFeeFitsModel: Rule = ({ feeModel, fixedFee }) =>
  feeModel !== undefined && fixedFee != null && !hasFixedFee(feeModel)
    ? refuse('fields.fixed-fee-not-in-model', {}, 'fixedFee')
    : null;

const commissionFitsModel: Rule = ({ feeModel, commission }) =>
  feeModel !== undefined && commission != null && !hasCommission(feeModel)
    ? refuse('fields.commission-not-in-model', {}, 'commission')
    : null;

const guaranteeHasTarget: Rule = ({ gmvGuarantee, gmvTarget }) =>
  gmvGuarantee === true && gmvTarget === null
    ? refuse('fields.guarantee-without-target', {}, 'gmvTarget')
    : null;

const backupIsSomebodyElse: Rule = ({ accountManager, backups }) =>
  accountManager !== undefined && backups?.length === 1 && backups[0] === accountManager
    ? refuse('fields.backup-is-manager', {}, 'backups')
    : null;

const PROVIDER_RULES: readonly Rule[] = [
  signedByToday,
  endsAfterStart,
  startsInTime,
  lastsLongEnough,
  fixedFeeFitsModel,
  commissionFitsModel,
  guaranteeHasTarget,
  backupIsSomebodyElse,
  relationAndText,
  exceptionAndText,
];

export function providerRuleRefusals(values: ProviderValues, facts: FieldFacts): readonly Refusal[] {
  return PROVIDER_RULES.flatMap((rule) => rule(values, facts) ?? []);
}

export interface SharedValues {
  readonly relatedParty?: 'NONE' | 'DECLARED';
  readonly relatedPartyText?: string | null;
  readonly exceptionCodes?: readonly string[];
  readonly exceptionText?: string | null;
}

/** Both sides declare related parties; a text beside NONE says two things at once. */
export function relationAndText({ relatedParty, relatedPartyText }: SharedValues): Refusal | null {
  return relatedParty === 'NONE' && relatedPartyText != null
    ? refuse('fields.relation-not-declared', {}, 'relatedParty')
    : null;
}

export function exceptionAndText({ exceptionCodes, exceptionText }: SharedValues): Refusal | null {
  return exceptionCodes?.length === 0 && exceptionText != null
    ? refuse('fields.exception-not-chosen', {}, 'exceptionCodes')
    : null;
}
