import type { Answer, FormHandler, Known, Submission } from '../../../chat/conversation.ts';
import { loadDraft, saveDraft } from '../../../chat/drafts/drafts.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import { isRefused, type Refusal, refuse, refuseAll } from '../../../result.ts';
import { draftRequest, REQUEST_FORM, refuseEntrance } from '../../actions/draft-request.ts';
import { blankRefusal } from '../../fields/assemble-revision.ts';
import type { FieldValues } from '../../fields/field-values.ts';
import { parseRequestPage } from '../../fields/parse-page.ts';
import { storableValues } from '../../fields/typed/clean.ts';
import { type Counterparts, loadCounterparts, requestFacts } from '../../record/counterparts.ts';
import { ENTRY_CHANNELS } from '../../report.ts';
import { textOf, typedValues } from '../forms/form-values.ts';
import type { Pair } from './origin.ts';
import { ENTRANCE_INPUT, firstPage, newDraftKey, pageBeside, pageNamed, requestPage } from './pages.ts';
import { savedDraftCard } from './saved.ts';

/** The store's request, page by page; the last one puts it on record as a draft (T1). */
export const requestForm: FormHandler = { form: REQUEST_FORM, run: submitted };

async function submitted(talk: Known, submission: Submission): Promise<Answer> {
  const { target, values } = submission;
  const pair: Pair = { storeId: target.data ?? '', providerId: target.subject };
  const refusal = permissionRefusal(permitted('report.new', talk.person, pair));
  if (refusal) return refusal;
  const counterparts = await loadCounterparts(talk.app, pair.storeId, pair.providerId);
  if (!counterparts) return refuse('reports.unknown-party', {});
  const wrong = await wrongEntrance(talk, pair, textOf(values, ENTRANCE_INPUT));
  if (wrong) return wrong;
  if (await sentBefore(talk, pair, submission.page)) return refuse('cases.already-drafted');
  const typed = storableValues(typedValues(values));
  const draft = await saveDraft(talk.app, newDraftKey(pair), {
    values: typed,
    editor: talk.person.principalId,
  });
  const whole = typedValues(draft.values);
  const next = await turned(talk, submission, { counterparts, typed, whole });
  return next ?? opened(talk, pair, whole);
}

/** Earlier pages are gone with the draft that they became: this is the same form, sent once more. */
async function sentBefore(talk: Known, pair: Pair, page: string): Promise<boolean> {
  return page !== firstPage.id && (await loadDraft(talk.app, newDraftKey(pair))) === null;
}

/** G1: the wrong route ends here, with nothing on record but that it was tried. */
async function wrongEntrance(talk: Known, pair: Pair, typed: string): Promise<Refusal | null> {
  const entryChannel = ENTRY_CHANNELS.find((known) => known === typed) ?? 'REPORT';
  if (entryChannel === 'REPORT') return null;
  const { person: actor, requestId } = talk;
  const refused = await refuseEntrance(talk.app, { ...pair, entryChannel, actor, requestId });
  return isRefused(refused) ? { ...refused, field: ENTRANCE_INPUT } : null;
}

interface Typed {
  readonly counterparts: Counterparts;
  /** This page. */
  readonly typed: FieldValues;
  /** Every page so far. */
  readonly whole: FieldValues;
}

/** The page to show next, or what is wrong with this one; null when the whole form is to be sent. */
export async function turned(
  talk: Known,
  { page, target, values, move }: Submission,
  { counterparts, typed, whole }: Typed,
): Promise<Answer | null> {
  const spec = pageNamed(page);
  if (!spec) return refuse('fields.unknown-page', { page });
  if (move === 'submit') {
    const refusal = secretOn(typedValues(values), typed) ?? wrongOn(talk, page, { counterparts, whole });
    if (refusal) return refusal;
  }
  const beside = pageBeside(page, move === 'back' ? -1 : 1);
  if (!beside) return null;
  return { kind: 'form', page: requestPage(talk, { page: beside, target, counterparts, values: whole }) };
}

function secretOn(typed: FieldValues, storable: FieldValues): Refusal | null {
  const field = Object.keys(typed).find((name) => !(name in storable));
  return field === undefined ? null : refuse('fields.looks-like-secret', {}, field);
}

/** A request is short: what is blank is said on its own page, not at the end. */
function wrongOn(
  { app, person }: Known,
  page: string,
  { counterparts, whole }: Omit<Typed, 'typed'>,
): Refusal | null {
  const facts = requestFacts(counterparts, person.principalId, app.clock.now());
  const parsed = parseRequestPage(page, whole, facts);
  if (isRefused(parsed)) return parsed;
  const [first, ...others] = parsed.ok.blanks.map(blankRefusal);
  return first ? refuseAll([first, ...others]) : null;
}

async function opened(talk: Known, pair: Pair, values: FieldValues): Promise<Answer> {
  const { person: actor, requestId } = talk;
  const drafted = await draftRequest(talk.app, { ...pair, entryChannel: 'REPORT', values, actor, requestId });
  return isRefused(drafted) ? drafted : savedDraftCard(talk, drafted.ok.id);
}
