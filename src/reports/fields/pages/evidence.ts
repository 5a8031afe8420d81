import type { FormPage } from '../page.ts';
import type { Evidence } from '../revision-fields.ts';
import { namedEvidence } from '../typed/evidence.ts';
import { requiredChoice } from '../typed/field-schema.ts';
import { input } from './input.ts';

export const evidencePage: FormPage = {
  id: 'evidence',
  title: 'fields.page.evidence',
  confidential: true,
  fields: [input('evidence', 'file')],
};

export const evidenceShape = (known: readonly Evidence[]) => ({
  evidence: requiredChoice(namedEvidence(known)),
});
