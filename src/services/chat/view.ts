import type { CardView } from '../../delivery/view.ts';
import { permitted } from '../../people/permissions.ts';
import type { Actor } from '../../people/principal.ts';
import { SERVICE_VIEW } from '../actions/told.ts';
import { caseIdOf } from '../kinds.ts';
import { loadService, type ServiceCase } from '../record/case.ts';
import { caseCard } from './card/case-card.ts';

/** A draft is the provider's own until it is submitted. */
export function maySee({ providerId, state, kind }: ServiceCase, person: Actor): boolean {
  if (!permitted('service.list', person, { providerId }).allowed) return false;
  const unsent = kind === 'loan' && state === 'DRAFT';
  return !unsent || permitted('service.respond', person, { providerId }).allowed;
}

/** A special service's standing card. */
export const serviceView: CardView = {
  name: SERVICE_VIEW,
  offers: (action) => action.startsWith('service.'),
  draw: async (app, audience, subject) => {
    const found = await loadService(app, caseIdOf(subject));
    if (!found || (audience.person && !maySee(found, audience.person))) return null;
    return [await caseCard(app, audience, found)];
  },
};
