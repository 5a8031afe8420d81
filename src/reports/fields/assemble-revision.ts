/** The whole draft of the provider into the fields of a revision, at submission (T5). */
import { z } from 'zod';
import { ok, type Refusal, type Result, refuse, refuseAll } from '../../result.ts';
import type { RequestedException } from '../report.ts';
import { blanksOf } from './blanks.ts';
import type { FieldFacts, FieldValues } from './field-values.ts';
import { providerRefusals } from './reading/provider.ts';
import { providerShape } from './reading/provider-shape.ts';
import { readStandards } from './reading/standards.ts';
import type { RevisionFields } from './revision-fields.ts';
import { BLANK } from './typed/field-schema.ts';

/**
 * Refuses every blank (`fields.blank`, `standards.blank`, domain-rules §3.3 G6) and everything that `parsePage` refuses,
 * all at once, each beside its input.
 */
export function assembleRevision(raw: FieldValues, facts: FieldFacts): Result<RevisionFields> {
  const blanks = blanksOf(raw, facts.serviceScope).map(blankRefusal);
  const [first, ...others] = [...blanks, ...providerRefusals(raw, facts)];
  if (first !== undefined) return refuseAll([first, ...others]);
  const values = z.object(providerShape(raw, facts)).parse(raw);
  return ok({ ...fieldsOf(values, facts), qualityStandards: readStandards(raw, facts.serviceScope).lines });
}

/** The refusal of one blank input; the provider is told about a standard what its blank means. */
export function blankRefusal(name: string): Refusal {
  const [code = '', part] = name.split('.');
  return part === 'target' ? refuse('standards.blank', { code }, name) : refuse(BLANK, {}, name);
}

type Values = z.output<ReturnType<typeof providerObject>>;
const providerObject = (raw: FieldValues, facts: FieldFacts) => z.object(providerShape(raw, facts));

function fieldsOf(values: Values, facts: FieldFacts): Omit<RevisionFields, 'qualityStandards'> {
  const { contractNo, contractSignedOn, contractStart, contractEnd, categories, brands, evidence } = values;
  const { dataAccess, terminationNoticeDays, handoverDays, ownRemedyText } = values;
  return {
    ...{ contractNo, contractSignedOn, contractStart, contractEnd, categories, brands, evidence },
    ...{ dataAccess, terminationNoticeDays, handoverDays, ownRemedyText },
    ...feesOf(values),
    ...peopleOf(values),
    relatedParty: { declared: values.relatedParty === 'DECLARED', text: values.relatedPartyText },
    deliverables: values.deliverables ?? [],
    exceptions: exceptionsOf(values, facts.filledBy),
  };
}

function feesOf(values: Values) {
  const { feeModel, currency, settlementRoute, gmvGuarantee } = values;
  const amounts = {
    fixedFeeMinor: values.fixedFee,
    commissionBp: values.commission,
    gmvTargetMinor: values.gmvTarget,
  };
  return { feeModel, currency, settlementRoute, gmvGuarantee, ...amounts };
}

function peopleOf(values: Values) {
  const { accountManager, backups, headcountOperations, headcountCustomerService, headcountOther } = values;
  const headcount = {
    operations: headcountOperations,
    customerService: headcountCustomerService,
    other: headcountOther,
  };
  return {
    team: { accountManager, backups, headcount },
    contactProvider: { principalIds: values.contactPrincipals, outOfChat: values.contactOutOfChat },
  };
}

interface TypedExceptions {
  readonly exceptionCodes: readonly RequestedException['code'][];
  readonly exceptionText: string | null;
}

/** One text speaks for every exception that was chosen with it. */
export function exceptionsOf(
  { exceptionCodes, exceptionText }: TypedExceptions,
  requestedBy: string,
): readonly RequestedException[] {
  return exceptionCodes.map((code) => ({ code, text: exceptionText ?? '', requestedBy }));
}
