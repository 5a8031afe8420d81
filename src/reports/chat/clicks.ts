import type { HandleSpec } from '../../chat/card.ts';
import type { Answer, Click, Known } from '../../chat/conversation.ts';
import { isRefused, type Refusal, refuse } from '../../result.ts';
import { type Applied, applyEvent } from '../actions/apply.ts';
import { submit } from '../actions/submit.ts';
import type { ReportEvent } from '../lifecycle/events.ts';
import { HUMAN_EVENTS, type HumanEvent } from '../lifecycle/table/transitions.ts';
import { type Case, loadCase } from '../record/case.ts';
import { doneCard } from './card/done-card.ts';
import { readinessCard } from './card/readiness-card.ts';
import { openEventForm } from './forms/event-form-handler.ts';
import { hasForm } from './forms/event-forms.ts';
import { openFillPage } from './forms/fill-form.ts';
import { inputOf } from './input-of.ts';

/** Events that need no more than the click. */
const DIRECT = {
  request: () => ({ type: 'request' }),
  accept: () => ({ type: 'accept' }),
  approve: ({ data }) => ({ type: 'approve', unsure: data === 'unsure' }),
  agreeEnd: (_handle, { report }) => ({ type: 'agreeEnd', date: report.proposal?.date ?? '' }),
  withdrawNotice: () => ({ type: 'withdrawNotice' }),
  consentToStay: () => ({ type: 'consentToStay' }),
  confirmTermination: () => ({ type: 'confirmTermination' }),
  claim: () => ({ type: 'claim' }),
  grantRound: () => ({ type: 'grantRound' }),
} satisfies { readonly [E in HumanEvent]?: (handle: HandleSpec, parties: Case) => ReportEvent };

type DirectEvent = keyof typeof DIRECT;
const isDirect = (event: HumanEvent): event is DirectEvent => event in DIRECT;

/** One click handler for each thing that a person can do with a case. */
export const reportClicks: readonly Click[] = [
  ...HUMAN_EVENTS.filter(isDirect).map(directClick),
  ...HUMAN_EVENTS.filter(hasForm).map(formClick),
  { action: 'report.submit', effect: 'change', run: submitClick },
  { action: 'report.fill', effect: 'read', run: fillClick },
];

function directClick(event: DirectEvent): Click {
  return {
    action: `report.${event}`,
    effect: 'change',
    run: async (talk, handle) => {
      const parties = await loadCase(talk.app, handle.subject);
      if (!parties) return unknown(handle);
      return answer(talk, await applyEvent(talk.app, inputOf(talk, handle), DIRECT[event](handle, parties)));
    },
  };
}

function formClick(event: HumanEvent): Click {
  return {
    action: `report.${event}`,
    effect: 'read',
    run: (talk, handle) => openEventForm(talk, event, handle),
  };
}

/** What is missing is answered with the form's pages and the cost of each blank, not with a bare list. */
async function submitClick(talk: Known, handle: HandleSpec): Promise<Answer> {
  const submitted = await submit(talk.app, inputOf(talk, handle));
  if (!isRefused(submitted) || submitted.field === undefined) return answer(talk, submitted);
  const parties = await loadCase(talk.app, handle.subject);
  return parties ? { kind: 'card', card: readinessCard(talk, parties) } : unknown(handle);
}

/** Without a page: where the form stands, from where every page can be opened. */
async function fillClick(talk: Known, handle: HandleSpec): Promise<Answer> {
  const parties = await loadCase(talk.app, handle.subject);
  if (!parties) return unknown(handle);
  if (parties.report.state !== 'FILLING')
    return refuse('reports.revision-frozen', { state: parties.report.state });
  return handle.data === undefined && Object.keys(parties.draft.values).length > 0
    ? { kind: 'card', card: readinessCard(talk, parties) }
    : { kind: 'form', page: openFillPage(talk, parties, handle.data) };
}

export const unknown = ({ subject }: Pick<HandleSpec, 'subject'>): Refusal =>
  refuse('reports.unknown', { report: subject });

/** The private answer to whoever acted; everybody else hears through the queue. */
export function answer(talk: Known, applied: Awaited<ReturnType<typeof applyEvent>>): Answer {
  return isRefused(applied) ? applied : { kind: 'card', card: doneCard(talk, applied.ok satisfies Applied) };
}
