import type { Answer, FormHandler, Known, Submission } from '../../../chat/conversation.ts';
import type { FormPage } from '../../../chat/form.ts';
import { isRefused, type Refusal, refuse } from '../../../result.ts';
import { fillPage } from '../../actions/fill-page.ts';
import { draftValues } from '../../actions/filled.ts';
import { providerPages } from '../../fields/forms.ts';
import type { PageId, FormPage as PageSpec } from '../../fields/page.ts';
import { type Case, loadCase } from '../../record/case.ts';
import { FILL_FORM } from '../../record/case-query.ts';
import { readinessCard } from '../card/readiness-card.ts';
import { attachAll, linkField } from './attach.ts';
import { drawField } from './draw-page.ts';
import { evidenceNote } from './evidence-note.ts';
import { typedValues } from './form-values.ts';
import { fillOptions } from './options.ts';

/** The provider's form, page by page; each page is kept as it was typed before it is judged. */
export const fillForm: FormHandler = { form: FILL_FORM, run: submitted };

/** Opens the form at a page, filled in with what the team typed so far. */
export function openFillPage(talk: Known, parties: Case, pageId?: string): FormPage {
  const pages = providerPages(parties.report.request.serviceScope);
  const index = Math.max(
    0,
    pages.findIndex(({ id }) => id === pageId),
  );
  const page = pages[index] ?? firstOf(pages);
  return drawPage(talk, parties, { page, index, count: pages.length });
}

interface Position {
  readonly page: PageSpec;
  readonly index: number;
  readonly count: number;
}

function drawPage(talk: Known, parties: Case, { page, index, count }: Position): FormPage {
  const { t } = talk;
  const contents = { values: draftValues(parties), options: fillOptions(talk, parties) };
  const { report } = parties;
  return {
    form: FILL_FORM,
    page: page.id,
    target: { action: FILL_FORM, subject: report.id, revision: report.revision, stateSeq: report.stateSeq },
    title: t(page.title),
    step: { index: index + 1, count },
    ...introOf(talk, parties, page),
    fields: [
      ...(page.id === 'evidence' ? [evidenceNote(talk, parties)] : []),
      ...page.fields.map((field) => drawField(talk, field, contents)),
      ...(page.id === 'evidence' ? [linkField(talk)] : []),
    ],
    submitLabel: t(index + 1 === count ? 'cases.fill.finish' : 'cases.fill.next'),
    closeLabel: t('cases.fill.later'),
    ...(index === 0 ? {} : { backLabel: t('cases.fill.back') }),
  };
}

/** What the founding rules say of blanks stands where standards are filled in, not only at the end. */
function introOf({ t }: Known, { report, store }: Case, page: PageSpec): { readonly intro?: string } {
  if (page.id === 'contract') return { intro: t('cases.fill.intro', { id: report.id, store: store.name }) };
  if (!page.id.startsWith('standards-')) return {};
  const someNeeded = page.fields.some(
    ({ name, mandatory }) => name.endsWith('.target') && mandatory !== 'never',
  );
  return { intro: t(someNeeded ? 'cases.fill.standards-needed' : 'cases.fill.standards-free') };
}

function firstOf(pages: readonly PageSpec[]): PageSpec {
  const [first] = pages;
  if (!first) throw new Error('The provider form has no pages; see reports/fields/forms.ts.');
  return first;
}

async function submitted(talk: Known, submission: Submission): Promise<Answer> {
  const { target, page, move } = submission;
  const parties = await loadCase(talk.app, target.subject);
  if (!parties) return refuse('reports.unknown', { report: target.subject });
  const pages = providerPages(parties.report.request.serviceScope);
  const index = pages.findIndex(({ id }) => id === page);
  const pageId = pages[index]?.id;
  if (pageId === undefined) return refuse('fields.unknown-page', { page });
  const refusal = await save(talk, submission, pageId);
  // Whoever turns back may leave a page half right; nobody may turn the pages of a form that is no longer theirs.
  if (refusal && (move === 'submit' || refusal.field === undefined)) return refusal;
  return turnTo(talk, target.subject, pages[move === 'back' ? index - 1 : index + 1]?.id);
}

/** What was refused of the page, or null. */
async function save(
  talk: Known,
  { target, values, move }: Submission,
  page: PageId,
): Promise<Refusal | null> {
  const { person: actor, requestId } = talk;
  const onlyFiles = page === 'evidence';
  if (onlyFiles && move === 'submit') {
    const refused = await attachAll(talk, target.subject, values);
    // Whoever goes through the form again may hand in the same contract again.
    return refused?.refused === 'reports.evidence-already-attached' ? null : refused;
  }
  const kept = onlyFiles ? {} : typedValues(values);
  const saved = await fillPage(talk.app, { reportId: target.subject, page, values: kept, actor, requestId });
  return isRefused(saved) ? saved : null;
}

/** The next page, or after the last one where the form stands, from where it can be submitted. */
async function turnTo(talk: Known, reportId: string, pageId: string | undefined): Promise<Answer> {
  const parties = await loadCase(talk.app, reportId);
  if (!parties) return refuse('reports.unknown', { report: reportId });
  if (pageId !== undefined) return { kind: 'form', page: openFillPage(talk, parties, pageId) };
  return { kind: 'closed', card: readinessCard(talk, parties) };
}
