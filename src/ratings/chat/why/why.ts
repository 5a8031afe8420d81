import type { Answer, Click, Command, Known } from '../../../chat/conversation.ts';
import { findProvider } from '../../../directory/records/organisation.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { picture } from '../../../pictures/picture.ts';
import { refuse } from '../../../result.ts';
import { dismissedAppeals } from '../../record/appeals/dismissed-appeals.ts';
import { countedIncidents } from '../../record/evidence/counted-incidents.ts';
import { findRating } from '../../record/rating-record.ts';
import { WHY } from '../handles.ts';
import { dimensionsPicture } from '../pictures.ts';
import { withProvider } from '../which-provider.ts';
import { whyCard } from './why-card.ts';

export const ratingWhy: Command = {
  area: 'rating',
  verb: 'why',
  options: [{ name: 'provider', kind: 'provider', required: false, rest: true }],
  who: 'rating.why',
  effect: 'read',
  run: (talk, { provider }) =>
    withProvider(talk, { typed: provider, action: WHY }, (id) => explained(talk, id)),
};

export const whyClick: Click = {
  action: WHY,
  effect: 'read',
  run: (talk, { subject }) => explained(talk, subject),
};

async function explained(talk: Known, providerId: OrganisationId): Promise<Answer> {
  const refusal = permissionRefusal(permitted('rating.why', talk.person, { providerId }));
  if (refusal) return refusal;
  const provider = await findProvider(talk.app, providerId);
  if (!provider) return refuse('directory.provider-not-found', { name: providerId });
  const rating = await findRating(talk.app, providerId);
  const [latest] = rating.snapshots;
  if (!latest) return refuse('ratings.provider-unrated', { provider: provider.name });
  const [incidents, dismissed, image] = await Promise.all([
    countedIncidents(talk.app, providerId, latest.quarter),
    dismissedAppeals(talk.app, providerId, latest.quarter),
    picture(dimensionsPicture(talk.t, latest)),
  ]);
  const card = whyCard(talk, { name: provider.name, rating, latest, incidents, dismissed });
  return { kind: 'card', card: { ...card, image } };
}
