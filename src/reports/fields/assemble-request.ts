/** The store's draft into a request (T2); the guards G1-G5 judge what it asks for. */
import { z } from 'zod';
import { ok, type Result, refuseAll } from '../../result.ts';
import { blankRefusal, exceptionsOf } from './assemble-revision.ts';
import { requestBlanksOf } from './blanks.ts';
import type { FieldValues, RequestFacts } from './field-values.ts';
import { requestRefusals, wholeRequestShape } from './reading/request.ts';
import type { RequestFields } from './revision-fields.ts';

/** Refuses every blank (`fields.blank`) and everything that `parseRequestPage` refuses, each beside its input. */
export function assembleRequest(raw: FieldValues, facts: RequestFacts): Result<RequestFields> {
  const blanks = requestBlanksOf(raw).map(blankRefusal);
  const [first, ...others] = [...blanks, ...requestRefusals(raw, facts)];
  if (first !== undefined) return refuseAll([first, ...others]);
  const values = z.object(wholeRequestShape(facts)).parse(raw);
  const { contactPrincipals, contactOutOfChat, relatedParty, relatedPartyText, ...rest } = values;
  const { exceptionCodes, exceptionText, ...request } = rest;
  return ok({
    ...request,
    exceptions: exceptionsOf({ exceptionCodes, exceptionText }, facts.filledBy),
    contactStore: { principalIds: contactPrincipals, outOfChat: contactOutOfChat },
    relatedParty: { declared: relatedParty === 'DECLARED', text: relatedPartyText },
  });
}
