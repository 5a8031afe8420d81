import type { HandleSpec } from '../../../chat/card.ts';
import type { Answer, Click, Known } from '../../../chat/conversation.ts';
import { isRefused, refuse } from '../../../result.ts';
import { applyEvent } from '../../actions/apply.ts';
import type { ReportEvent } from '../../lifecycle/events.ts';
import { HUMAN_EVENTS, type HumanEvent } from '../../lifecycle/table/transitions.ts';
import { type Case, loadCase } from '../../record/case.ts';
import { doneCard } from '../card/done-card.ts';
import { openEventForm } from '../forms/event-form-handler.ts';
import { hasForm } from '../forms/event-forms.ts';
import { inputOf } from '../input-of.ts';
import { redrawnIfStale } from './stale.ts';

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

/** One click handler for each thing that a person can do with a case, but for the submission of a form. */
export const eventClicks: readonly Click[] = [
  ...HUMAN_EVENTS.filter(isDirect).map(directClick),
  ...HUMAN_EVENTS.filter(hasForm).map(formClick),
];

function directClick(event: DirectEvent): Click {
  return {
    action: `report.${event}`,
    effect: 'change',
    run: async (talk, handle) => redrawnIfStale(talk, handle.subject, await applied(talk, event, handle)),
  };
}

async function applied(talk: Known, event: DirectEvent, handle: HandleSpec): Promise<Answer> {
  const parties = await loadCase(talk.app, handle.subject);
  if (!parties) return refuse('reports.unknown', { report: handle.subject });
  const result = await applyEvent(talk.app, inputOf(talk, handle), DIRECT[event](handle, parties));
  return isRefused(result) ? result : { kind: 'card', card: doneCard(talk, result.ok), replaces: true };
}

function formClick(event: HumanEvent): Click {
  return {
    action: `report.${event}`,
    effect: 'read',
    opensForm: true,
    run: async (talk, handle) =>
      redrawnIfStale(talk, handle.subject, await openEventForm(talk, event, handle)),
  };
}
