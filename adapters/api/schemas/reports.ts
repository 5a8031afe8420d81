import { z } from 'zod';
import type { Translate } from '../../../src/chat/messages/translate.ts';
import type { FieldValues } from '../../../src/reports/fields/field-values.ts';
import { providerPages } from '../../../src/reports/fields/forms.ts';
import type { PageField } from '../../../src/reports/fields/page.ts';
import { REPORT_STATES, SERVICE_SCOPES } from '../../../src/reports/report.ts';
import type { ReportDetails, ReportSummary, SavedDraft } from '../../../src/services/space/space.ts';
import { fieldProblems } from '../problems/problem.ts';
import { day, id, instant } from './common.ts';

const SEVERAL: readonly PageField['kind'][] = ['choices', 'people'];
const text = z.string().max(20_000);

function inputOf({ kind, options }: PageField) {
  const value = SEVERAL.includes(kind) ? z.array(z.string().max(500)).max(100) : text;
  const among = options === undefined ? '' : ` One of: ${options.map((option) => option.value).join(', ')}.`;
  return value.optional().describe(`As it would be typed into the form: ${kind}.${among}`);
}

/** Every input of the cooperation information, whichever service scope asks for it; files are uploaded as evidence. */
const INPUTS = providerPages(SERVICE_SCOPES).flatMap(({ fields }) =>
  fields.filter(({ kind }) => kind !== 'file'),
);

export const draftBody = z
  .strictObject(Object.fromEntries(INPUTS.map((field) => [field.name, inputOf(field)])))
  .meta({ id: 'ReportDraft', description: 'Inputs that are left out stay as they are' });

const draft = z.record(z.string(), z.union([z.string(), z.array(z.string())]));

const SUMMARY = {
  id,
  state: z.enum(REPORT_STATES),
  stateSeq: z
    .number()
    .int()
    .describe('Grows with every change; a submission names the one that it was made from'),
  store: z.object({ id, name: z.string() }),
  reportingStart: day,
  reportingEnd: day.describe('Last day, inclusive'),
  revision: z.number().int(),
  revisionHash: z.string().nullable(),
  deadlineAt: instant.nullable(),
};

export const reportSummary = z.object(SUMMARY).meta({ id: 'ReportSummary' });

export const evidence = z
  .object({ id, name: z.string(), mediaType: z.string(), sha256: z.string() })
  .meta({ id: 'Evidence' });

export const reportDetails = z
  .object({
    ...SUMMARY,
    serviceScope: z.array(z.string()),
    serviceItems: z.array(z.object({ id, name: z.string() })),
    purchaseStart: day,
    purchaseMonths: z.number().int(),
    reportingMonths: z.number().int(),
    draft,
    blanks: z.array(z.string()).describe('Mandatory inputs that are still blank'),
    evidence: z.array(evidence),
    comments: z.array(z.object({ field: z.string().nullable(), text: z.string(), at: z.string() })),
    contacts: z
      .object({ names: z.array(z.string()), outOfChat: z.string().nullable() })
      .optional()
      .describe('Of the store; only with the scope contacts:read'),
  })
  .meta({ id: 'Report' });

export const savedDraft = z
  .object({
    draft,
    blanks: z.array(z.string()),
    problems: z
      .array(z.object({ field: z.string(), code: z.string(), detail: z.string() }))
      .describe('Kept, but cannot be submitted so'),
  })
  .meta({ id: 'SavedDraft' });

export const submission = z
  .strictObject({ stateSeq: z.number().int().min(0).max(2_147_483_647) })
  .meta({ id: 'Submission' });

export const shownSummary = ({ deadlineAt, ...rest }: ReportSummary): z.infer<typeof reportSummary> => ({
  ...rest,
  deadlineAt: deadlineAt?.toISOString() ?? null,
});

const plainValues = (values: FieldValues): z.infer<typeof draft> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'string' ? value : [...value]]),
  );

export function shownReport(
  { contacts, draft: values, ...report }: ReportDetails,
  withContacts: boolean,
): z.infer<typeof reportDetails> {
  return {
    ...report,
    draft: plainValues(values),
    deadlineAt: report.deadlineAt?.toISOString() ?? null,
    ...{ serviceScope: [...report.serviceScope], serviceItems: [...report.serviceItems] },
    ...{ blanks: [...report.blanks], evidence: [...report.evidence], comments: [...report.comments] },
    ...(withContacts ? { contacts: { ...contacts, names: [...contacts.names] } } : {}),
  };
}

export const shownDraft = (
  t: Translate,
  { draft: values, blanks, problems }: SavedDraft,
): z.infer<typeof savedDraft> => ({
  draft: plainValues(values),
  blanks: [...blanks],
  problems: fieldProblems(t, problems),
});
