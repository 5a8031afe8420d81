import type { App } from '../../../app.ts';
import { attachEvidence } from '../../../reports/actions/attach-evidence.ts';
import { fillPage } from '../../../reports/actions/fill-page.ts';
import { submit } from '../../../reports/actions/submit.ts';
import { providerPages } from '../../../reports/fields/forms.ts';
import { type Case, loadCase } from '../../../reports/record/case.ts';
import { isRefused, ok, type Refusal, type Result, refusalsOf, refuse } from '../../../result.ts';
import type { KeyHolder } from '../../access/actions/authenticate.ts';
import type { Asked, EvidenceLine, ProviderSpace, SavedDraft, UploadedFile } from '../space.ts';
import { listReports } from './list-reports.ts';
import { blanksNow, detailsOf, evidenceLine } from './report-details.ts';
import { valuesByPage } from './values-by-page.ts';

type Reports = Pick<ProviderSpace, 'reports' | 'report' | 'saveDraft' | 'submit' | 'attach'>;

export function liveReports(app: App, holder: KeyHolder): Reports {
  return {
    reports: (wanted) => listReports(app, holder.providerId, wanted),
    report: async (id) => {
      const found = await ownCase(app, holder, id);
      return isRefused(found) ? found : ok(detailsOf(found.ok));
    },
    saveDraft: (asked, id, values) => saveDraft(app, holder, { asked, id, values }),
    submit: async ({ requestId }, reportId, stateSeq) => {
      const found = await ownCase(app, holder, reportId);
      if (isRefused(found)) return found;
      const done = await submit(app, { reportId, stateSeq, requestId, actor: holder.person, channel: 'api' });
      if (isRefused(done)) return done;
      const after = await ownCase(app, holder, reportId);
      return isRefused(after) ? after : ok(detailsOf(after.ok));
    },
    attach: (asked, id, file) => attach(app, holder, { asked, id, file }),
  };
}

/** What a store has not sent yet, and what is another provider's, is as if it were not there. */
async function ownCase(app: App, { providerId }: KeyHolder, id: string): Promise<Result<Case>> {
  const found = await loadCase(app, id);
  const visible = found !== null && found.report.providerId === providerId && found.report.state !== 'DRAFT';
  return visible && found.requestedAt !== null ? ok(found) : refuse('reports.unknown', { report: id });
}

interface Saving {
  readonly asked: Asked;
  readonly id: string;
  readonly values: Parameters<ProviderSpace['saveDraft']>[2];
}

/** Page by page, as in the chat: what is wrong on one of them does not keep the others from being kept. */
async function saveDraft(
  app: App,
  holder: KeyHolder,
  { asked, id, values }: Saving,
): Promise<Result<SavedDraft>> {
  const found = await ownCase(app, holder, id);
  if (isRefused(found)) return found;
  const pages = valuesByPage(providerPages(found.ok.report.request.serviceScope), values);
  if (isRefused(pages)) return pages;
  const problems: Refusal[] = [];
  for (const { page, own } of pages.ok) {
    const { requestId } = asked;
    const kept = await fillPage(app, { reportId: id, page, values: own, actor: holder.person, requestId });
    if (!isRefused(kept)) continue;
    // A refusal that is about no input is about the case: nothing was kept.
    if (kept.field === undefined) return kept;
    problems.push(...refusalsOf(kept));
  }
  const after = await ownCase(app, holder, id);
  if (isRefused(after)) return after;
  return ok({ draft: after.ok.draft.values, blanks: blanksNow(after.ok), problems });
}

interface Attaching {
  readonly asked: Asked;
  readonly id: string;
  readonly file: UploadedFile;
}

async function attach(
  app: App,
  holder: KeyHolder,
  { asked, id, file: { name, bytes } }: Attaching,
): Promise<Result<EvidenceLine>> {
  const found = await ownCase(app, holder, id);
  if (isRefused(found)) return found;
  const file = { platform: 'api', id: name, name, mediaType: '', sizeBytes: bytes.byteLength };
  const attached = await attachEvidence(
    { ...app, fetchFile: async () => bytes },
    { reportId: id, actor: holder.person, requestId: asked.requestId, what: { file } },
  );
  if (isRefused(attached)) return attached;
  const after = await ownCase(app, holder, id);
  if (isRefused(after)) return after;
  const row = after.ok.evidence.find((each) => each.id === attached.ok.evidenceId);
  return row ? ok(evidenceLine(row)) : refuse('reports.unknown', { report: id });
}
