import type { HandleSpec } from '../../../chat/card.ts';
import type { Answer, Click, FormHandler, Known } from '../../../chat/conversation.ts';
import { deleteDraft, loadDraft } from '../../../chat/drafts/drafts.ts';
import type { Field, FormValues } from '../../../chat/form.ts';
import { isRefused, refuse } from '../../../result.ts';
import type { Deed } from '../../actions/deed.ts';
import { openStep } from '../../actions/step.ts';
import { APPLICATION_INPUTS, applicationValues } from '../../application/chat/inputs.ts';
import { APPLICATION_DEEDS } from '../../application/deeds.ts';
import { CONSULTATION_INPUTS } from '../../consultation/chat/inputs.ts';
import { CONSULTATION_DEEDS } from '../../consultation/deeds.ts';
import { kindOf, type ServiceKind, subjectOf } from '../../kinds.ts';
import { LOAN_INPUTS, loanValues } from '../../loan/chat/inputs.ts';
import { LOAN_DEEDS } from '../../loan/deeds.ts';
import { loadService, type ServiceCase } from '../../record/case.ts';
import { caseCard } from '../card/case-card.ts';
import { DEED_FORM, eventOf } from '../handles.ts';
import { draftOf, keep } from './drafts.ts';

const DEEDS: Readonly<Record<ServiceKind, Readonly<Record<string, Deed>>>> = {
  consultation: CONSULTATION_DEEDS,
  loan: LOAN_DEEDS,
  api: APPLICATION_DEEDS,
};

type Inputs = (reader: Pick<Known, 't'>, values: FormValues) => readonly Field[];

const INPUTS: Readonly<Record<ServiceKind, Readonly<Record<string, Inputs>>>> = {
  consultation: CONSULTATION_INPUTS,
  loan: LOAN_INPUTS,
  api: APPLICATION_INPUTS,
};

const EVENTS = [...new Set(Object.values(DEEDS).flatMap(Object.keys))];
const isTyped = (event: string): boolean =>
  Object.values(INPUTS).some((inputs) => Object.hasOwn(inputs, event));

/** Whatever is done to a case: at once, or with a form before it. */
export const deedClicks: readonly Click[] = EVENTS.map((event) => ({
  action: `service.${event}`,
  ...(isTyped(event) ? { effect: 'read' as const, opensForm: true as const } : { effect: 'change' as const }),
  run: (talk, handle) => (isTyped(event) ? opened(talk, handle) : done(talk, handle, {})),
}));

export const deedForm: FormHandler = {
  form: DEED_FORM,
  run: async (talk, { target, values }) => {
    const draft = draftOf(talk, `${DEED_FORM}.${eventOf(target)}`, target.subject);
    await keep(talk, draft, values);
    const answer = await done(talk, target, values);
    if ('refused' in answer || answer.kind !== 'card') return answer;
    await talk.app.database.change([deleteDraft(draft)]);
    return { kind: 'closed', card: answer.card };
  },
};

async function opened(talk: Known, handle: HandleSpec): Promise<Answer> {
  const event = eventOf(handle);
  const kind = kindOf(handle.subject);
  const inputs = kind && INPUTS[kind][event];
  if (!inputs) return refuse('services.unknown', { case: handle.subject });
  const { subject: id, stateSeq } = handle;
  const open = await openStep(talk.app, { id, stateSeq, actor: talk.person }, event);
  if (isRefused(open)) return redrawnIfStale(talk, id, open);
  const draft = await loadDraft(talk.app, draftOf(talk, `${DEED_FORM}.${event}`, handle.subject));
  const { t } = talk;
  return {
    kind: 'form',
    page: {
      form: DEED_FORM,
      page: 'only',
      target: handle,
      title: t(`services.deed.${event}`),
      ...(t.has(`services.intro.${event}`) ? { intro: t(`services.intro.${event}`) } : {}),
      fields: inputs(talk, draft?.values ?? standing(open.ok.found)),
      submitLabel: t('services.send'),
      closeLabel: t('common.button.cancel'),
    },
  };
}

/** What a form holds before anything was typed into it. */
function standing(found: ServiceCase): FormValues {
  if (found.kind === 'loan') return loanValues(found);
  return found.kind === 'api' ? applicationValues(found) : {};
}

async function done(talk: Known, handle: HandleSpec, values: FormValues): Promise<Answer> {
  const { app, person: actor, requestId } = talk;
  const { subject: id, stateSeq } = handle;
  const kind = kindOf(id);
  const deed = kind && DEEDS[kind][eventOf(handle)];
  if (!deed) return refuse('services.unknown', { case: id });
  const taken = await deed(app, { id, stateSeq, actor, requestId, values });
  if (isRefused(taken)) return redrawnIfStale(talk, id, taken);
  const found = await loadService(app, id);
  if (!found) return refuse('services.unknown', { case: id });
  return { kind: 'card', card: await caseCard(app, talk, found), replaces: true };
}

const STALE: readonly string[] = ['services.already-decided', 'services.moved-on'];

/** Whoever clicked late sees the card as it stands now, should its redrawing have got lost. */
async function redrawnIfStale(
  { app }: Known,
  id: string,
  refusal: Extract<Answer, { refused: string }>,
): Promise<Answer> {
  const found = STALE.includes(refusal.refused) ? await loadService(app, id) : null;
  if (found)
    await app.database.change([app.queue.statementFor('redraw', [{ subjects: [subjectOf(found)] }])]);
  return refusal;
}
