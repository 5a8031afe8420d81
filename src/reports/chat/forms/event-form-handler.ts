import type { HandleSpec } from '../../../chat/card.ts';
import type { Answer, FormHandler, Known, Submission } from '../../../chat/conversation.ts';
import { type DraftKey, deleteDraft, loadDraft, saveDraft } from '../../../chat/drafts/drafts.ts';
import type { Field, FormPage, FormValues } from '../../../chat/form.ts';
import { isRefused, type Refusal, refusalsOf, refuse, refuseAll } from '../../../result.ts';
import { applyEvent } from '../../actions/apply.ts';
import { alreadyDecided } from '../../actions/stale.ts';
import type { FieldValues } from '../../fields/field-values.ts';
import { storableValues } from '../../fields/typed/clean.ts';
import { HUMAN_EVENTS, type HumanEvent } from '../../lifecycle/table/transitions.ts';
import { barrier } from '../../lifecycle/turns/barrier.ts';
import { type Case, loadCase } from '../../record/case.ts';
import { caseTitle } from '../card/case-card.ts';
import { doneCard } from '../card/done-card.ts';
import { redrawnIfStale } from '../clicks/stale.ts';
import { inputOf } from '../input-of.ts';
import type { EventForm, Opener } from './event-form.ts';
import { EVENT_FORMS, hasForm } from './event-forms.ts';
import { typedValues } from './form-values.ts';
import { withInitial } from './initial.ts';

const PAGE = 'only';

function formOf(event: HumanEvent): EventForm {
  const form: EventForm | undefined = EVENT_FORMS[event];
  if (!form) throw new Error(`"${event}" has no form: its click alone does it.`);
  return form;
}

/** One handler for each event that asks for words. */
export const eventFormHandlers: readonly FormHandler[] = HUMAN_EVENTS.filter(hasForm).map((event) => ({
  form: `report.${event}`,
  run: async (talk, submission) =>
    redrawnIfStale(talk, submission.target.subject, await submitted(talk, event, submission)),
}));

/** Opens the form of an event, unless the button is of an older state or it is not this person's turn. */
export async function openEventForm(talk: Known, event: HumanEvent, handle: HandleSpec): Promise<Answer> {
  const parties = await loadCase(talk.app, handle.subject);
  if (!parties) return refuse('reports.unknown', { report: handle.subject });
  const { report } = parties;
  if (report.stateSeq !== handle.stateSeq) return alreadyDecided(talk.app, report.id, handle.stateSeq);
  const barred = barrier(event, report, talk.person);
  if (barred) return barred;
  const draft = await loadDraft(talk.app, draftKey(talk, event, handle.subject));
  return { kind: 'form', page: drawForm(talk, event, { parties, typed: draft?.values ?? {} }) };
}

interface Contents {
  readonly parties: Case;
  readonly typed: FormValues;
}

function drawForm(talk: Known, event: HumanEvent, { parties, typed }: Contents): FormPage {
  const { t } = talk;
  const { report } = parties;
  const form = formOf(event);
  const opener = openerOf(talk);
  return {
    form: `report.${event}`,
    page: PAGE,
    target: {
      action: `report.${event}`,
      subject: report.id,
      revision: report.revision,
      stateSeq: report.stateSeq,
      data: report.revisionHash ?? '',
    },
    title: t(`reports.action.${event}`),
    intro: form.intro?.(opener, parties) ?? caseTitle(parties),
    fields: form.fields(opener, parties).map((field) => withInitial(field, typed)),
    submitLabel: t(`reports.action.${event}`),
    closeLabel: t('common.button.cancel'),
  };
}

const openerOf = (talk: Known): Opener => ({
  ...talk,
  now: talk.app.clock.now(),
  principalId: talk.person.principalId,
});

const draftKey = (talk: Known, event: HumanEvent, subject: string): DraftKey => ({
  form: `report.${event}`,
  subject,
  owner: talk.person.principalId,
});

async function submitted(talk: Known, event: HumanEvent, { target, values }: Submission): Promise<Answer> {
  const parties = await loadCase(talk.app, target.subject);
  if (!parties) return refuse('reports.unknown', { report: target.subject });
  const key = draftKey(talk, event, target.subject);
  const typed = storableValues(typedValues(values));
  await saveDraft(talk.app, key, { values: typed, editor: talk.person.principalId });
  const secret = secretIn(typedValues(values), typed);
  if (secret) return secret;
  const reportEvent = formOf(event).read(typed, target.data ?? '', parties);
  const applied = await applyEvent(talk.app, inputOf(talk, target), reportEvent);
  if (isRefused(applied)) return besideFields(talk, event, { parties, refusal: applied });
  await talk.app.database.query(deleteDraft(key));
  return { kind: 'closed', card: doneCard(talk, applied.ok) };
}

/** What looks like a password or key is neither kept nor passed on, in no text of the workflow (domain-rules §4.2). */
function secretIn(typed: FieldValues, storable: FieldValues): Refusal | null {
  const field = Object.keys(typed).find((name) => !(name in storable));
  return field === undefined ? null : refuse('fields.looks-like-secret', {}, field);
}

interface Refused {
  readonly parties: Case;
  readonly refusal: Refusal;
}

/** Refusals name what the rules call it; the form may ask for it in an input of another name. */
function besideFields(talk: Known, event: HumanEvent, { parties, refusal }: Refused): Answer {
  const names = formOf(event)
    .fields(openerOf(talk), parties)
    .map(({ name }: Field) => name);
  const [first = refusal, ...others] = refusalsOf(refusal).map((each) => placed(each, names));
  return refuseAll([first, ...others]);
}

function placed(refusal: Refusal, names: readonly string[]): Refusal {
  const { field, also: _also, ...rest } = refusal;
  if (field === undefined || names.includes(field)) return field === undefined ? rest : { ...rest, field };
  const near = field.includes(':') ? 'naTicks' : 'text1';
  return names.includes(near) ? { ...rest, field: near } : rest;
}
