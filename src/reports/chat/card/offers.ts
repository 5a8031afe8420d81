import type { Actor } from '../../../people/principal.ts';
import type { Refusal } from '../../../result.ts';
import { filledOf } from '../../actions/filled.ts';
import type { HumanEvent } from '../../lifecycle/table/transitions.ts';
import { type ActionOffer, availableActions } from '../../lifecycle/turns/available-actions.ts';
import { roleBarrier } from '../../lifecycle/turns/barrier.ts';
import { today } from '../../periods.ts';
import type { Case } from '../../record/case.ts';
import { factsOf } from '../../record/facts.ts';
import { standInOn } from '../../record/stand-ins/stand-in.ts';
import type { ReportState } from '../../report.ts';
import { standpointOf } from '../who.ts';
import { inOrder } from './button-order.ts';

/** Said of actions that belong to another moment of the case: as buttons they would only be noise. */
const NOT_NOW: readonly string[] = [
  'reports.not-in-this-state',
  'reports.not-your-turn',
  'reports.case-closed',
  'reports.no-proposal',
  'reports.waits-for-other-side',
  'reports.waits-for-second-person',
  'reports.notice-not-yours',
  'reports.already-assigned',
  'reports.round-still-left',
  'reports.end-already-fixed',
];

/**
 * What this person can do with the case now. An action that is theirs but refused at this moment stands disabled with the
 * reason; one reason is told once, beside the first action that it disables.
 */
export function offersFor(parties: Case, actor: Actor, now: Date): readonly ActionOffer[] {
  const known = {
    now,
    today: today(now, parties.store.zone),
    actor,
    rules: parties.rules,
    facts: factsOf(parties, filledOf(parties), now),
  };
  const contextOf = (event: HumanEvent) => ({ ...known, ...standInOn(parties, actor, event) });
  const offers = availableActions(parties.report, actor, contextOf)
    // The form says better than a guard what a submission lacks.
    .filter(({ action }) => action !== 'submit')
    .filter((offer) => offer.enabled || !NOT_NOW.includes(offer.refusal.refused))
    .toSorted((a, b) => inOrder(a.action, b.action));
  return [...toldOnce(offers), ...forSomebodyElse(parties, actor)];
}

function toldOnce(offers: readonly ActionOffer[]): readonly ActionOffer[] {
  const told = new Set<string>();
  return offers.filter((offer) => {
    if (offer.enabled) return true;
    if (told.has(offer.refusal.refused)) return false;
    told.add(offer.refusal.refused);
    return true;
  });
}

/** The step that the case waits for, where a colleague with another role must take it. */
const NEXT_STEP: Readonly<Partial<Record<ReportState, { side: 'store' | 'provider'; event: HumanEvent }>>> = {
  DRAFT: { side: 'store', event: 'request' },
  REQUESTED: { side: 'provider', event: 'accept' },
  STORE_CONFIRM: { side: 'store', event: 'confirm' },
};

function forSomebodyElse(parties: Case, actor: Actor): readonly ActionOffer[] {
  const next = NEXT_STEP[parties.report.state];
  if (!next || !standpointOf(parties, actor)[next.side]) return [];
  const refusal = roleBarrier(next.event, parties.report, actor);
  return refusal ? [disabled(next.event, refusal)] : [];
}

const disabled = (action: HumanEvent, refusal: Refusal): ActionOffer => ({ action, enabled: false, refusal });
