import { BENEFITS } from '../../../ratings/ladder/benefits.ts';
import { ok, type Result, refuse } from '../../../result.ts';
import type { Opportunity } from '../../need/opportunity.ts';
import type { NewPlace } from '../../record/write/places.ts';
import { groundsOf, type Matched } from '../slate/matched.ts';

/**
 * A docking seat on request (domain-rules §8), for whoever offers what is wanted and has no rival to serve alone; after the
 * first invitation round. Refuses `opportunities.not-listed`, `opportunities.seat-does-not-fit`.
 */
export function seatFor(matched: Matched, { state, wakeAt }: Opportunity): Result<NewPlace> {
  const { candidate, facts } = matched;
  const { slates } = BENEFITS[facts.benefits];
  const firstRound = state === 'PUBLISHED' || wakeAt !== null;
  if (firstRound || (slates !== 'DOCKING_SEAT' && slates !== 'FIRST_ROUND'))
    return refuse('opportunities.not-listed');
  if (!candidate.offersScope || candidate.conflict) return refuse('opportunities.seat-does-not-fit');
  return ok({ ...groundsOf(matched, 'seat'), providerId: candidate.providerId, place: null });
}
