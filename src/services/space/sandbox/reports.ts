import { inspect } from '../../../reports/evidence/inspect.ts';
import { assembleRevision } from '../../../reports/fields/assemble-revision.ts';
import { blanksOf } from '../../../reports/fields/blanks.ts';
import type { FieldFacts, FieldValues } from '../../../reports/fields/field-values.ts';
import { providerPages } from '../../../reports/fields/forms.ts';
import { providerRefusals } from '../../../reports/fields/reading/provider.ts';
import { storableValues } from '../../../reports/fields/typed/clean.ts';
import type { IsoDate } from '../../../reports/report.ts';
import { revisionDocument, revisionHash } from '../../../reports/revision.ts';
import { DEFAULT_RULES } from '../../../reports/rules.ts';
import { isRefused, ok, type Result, refuse } from '../../../result.ts';
import { valuesByPage } from '../live/values-by-page.ts';
import type { EvidenceLine, SavedDraft, UploadedFile } from '../space.ts';
import type { Step } from './kept-sample.ts';
import { SANDBOX_CATEGORIES, type Sample, type SampleReport, withOpenReport } from './sample.ts';

const SCOPE = ['OPERATIONS'] as const;

/** Who fills in, and on which day. */
export interface Filling {
  readonly by: string;
  readonly today: IsoDate;
}

export const findSample = ({ reports }: Sample, id: string): Result<SampleReport> => {
  const found = reports.find((report) => report.id === id);
  return found ? ok(found) : refuse('reports.unknown', { report: id });
};

export const sampleBlanks = (report: SampleReport): readonly string[] => blanksOf(valuesOf(report), SCOPE);

/** What is wrong is kept and named, as in the record. */
export function saveSampleDraft(
  sample: Sample,
  id: string,
  { values, filling }: { readonly values: FieldValues; readonly filling: Filling },
): Result<Step<SavedDraft>> {
  const found = openSample(sample, id);
  if (isRefused(found)) return found;
  const pages = valuesByPage(providerPages(SCOPE), values);
  if (isRefused(pages)) return pages;
  const report = { ...found.ok, draft: { ...found.ok.draft, ...storableValues(values) } };
  const problems = providerRefusals(valuesOf(report), factsOf(report, filling)).filter(
    ({ field }) => field !== undefined && field in values,
  );
  return ok({
    sample: replaced(sample, report),
    answer: { draft: report.draft, blanks: sampleBlanks(report), problems },
  });
}

/** The sample's store never answers; another report waits to be filled in. */
export function submitSample(
  sample: Sample,
  id: string,
  { stateSeq, filling }: { readonly stateSeq: number; readonly filling: Filling },
): Result<Step<SampleReport>> {
  const found = findSample(sample, id);
  if (isRefused(found)) return found;
  if (found.ok.stateSeq !== stateSeq) return refuse('reports.moved-on', { report: id });
  const open = openSample(sample, id);
  if (isRefused(open)) return open;
  const assembled = assembleRevision(valuesOf(open.ok), factsOf(open.ok, filling));
  if (isRefused(assembled)) return assembled;
  const { reportingStart, reportingEnd, revision, store } = open.ok;
  const head = {
    storeId: store.id,
    providerId: 'prv_sandbox',
    serviceScope: SCOPE,
    reportingStart,
    reportingEnd,
  };
  const document = revisionDocument({ ...head, reportId: id, revision: revision + 1 }, assembled.ok);
  const submitted: SampleReport = {
    ...{ ...open.ok, state: 'STORE_CONFIRM', stateSeq: stateSeq + 1, revision: revision + 1 },
    revisionHash: revisionHash(document),
  };
  return ok({ sample: withOpenReport(replaced(sample, submitted), filling.today), answer: submitted });
}

/** The file is looked into and then let go: only what it was is kept. */
export async function attachToSample(
  sample: Sample,
  id: string,
  { name, bytes }: UploadedFile,
): Promise<Result<Step<EvidenceLine>>> {
  const found = openSample(sample, id);
  if (isRefused(found)) return found;
  const { maximumBytes } = DEFAULT_RULES.evidence;
  if (bytes.byteLength > maximumBytes) {
    const maximumMegabytes = Math.floor(maximumBytes / 2 ** 20);
    return refuse('reports.evidence-too-large', { fileName: name, maximumMegabytes }, 'evidence');
  }
  const inspected = await inspect(name, bytes);
  if (isRefused(inspected)) return inspected;
  if (found.ok.evidence.some(({ sha256 }) => sha256 === inspected.ok.sha256)) {
    return refuse('reports.evidence-already-attached', { fileName: name }, 'evidence');
  }
  const made = sample.made + 1;
  const line = { id: `evd_sandbox_${made}`, name, ...inspected.ok };
  const report = { ...found.ok, evidence: [...found.ok.evidence, line] };
  return ok({ sample: replaced({ ...sample, made }, report), answer: line });
}

function openSample(sample: Sample, id: string): Result<SampleReport> {
  const found = findSample(sample, id);
  if (isRefused(found) || found.ok.state === 'FILLING') return found;
  return refuse('reports.revision-frozen', { state: found.ok.state });
}

const replaced = (sample: Sample, report: SampleReport): Sample => ({
  ...sample,
  reports: sample.reports.map((each) => (each.id === report.id ? report : each)),
});

const valuesOf = ({ draft, evidence }: SampleReport): FieldValues => ({
  ...draft,
  evidence: evidence.map(({ id }) => id),
});

const factsOf = (report: SampleReport, { by, today }: Filling): FieldFacts => ({
  ...{ today, filledBy: by, serviceScope: SCOPE, contractNosInUse: [], contacts: [by] },
  ...{ reportingStart: report.reportingStart, reportingEnd: report.reportingEnd },
  storeCategories: SANDBOX_CATEGORIES,
  // Their sizes were judged when they came.
  evidence: report.evidence.map((line) => ({ ...line, kind: 'FILE', sizeBytes: 1, scan: 'CLEAN' })),
});
