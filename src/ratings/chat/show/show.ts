import type { Answer, Click, Command, Known } from '../../../chat/conversation.ts';
import { findProvider } from '../../../directory/records/organisation.ts';
import { permitted } from '../../../people/permissions.ts';
import type { OrganisationId } from '../../../people/principal.ts';
import { picture } from '../../../pictures/picture.ts';
import { refuse } from '../../../result.ts';
import { findBadges } from '../../record/badges.ts';
import { findRating } from '../../record/rating-record.ts';
import { standingSuspension } from '../../record/suspensions.ts';
import { SHOW } from '../handles.ts';
import { trendPicture } from '../pictures.ts';
import { suspensionCard } from '../suspension/suspension-card.ts';
import { withProvider } from '../which-provider.ts';
import { ratingCard } from './rating-card.ts';

export const ratingShow: Command = {
  area: 'rating',
  verb: 'show',
  options: [{ name: 'provider', kind: 'provider', required: false, rest: true }],
  who: 'rating.show',
  effect: 'read',
  run: (talk, { provider }) => withProvider(talk, { typed: provider, action: SHOW }, (id) => shown(talk, id)),
};

export const showRatingClick: Click = {
  action: SHOW,
  effect: 'read',
  run: (talk, { subject }) => shown(talk, subject),
};

async function shown(talk: Known, id: OrganisationId): Promise<Answer> {
  const [provider, rating] = await Promise.all([findProvider(talk.app, id), findRating(talk.app, id)]);
  if (!provider) return refuse('directory.provider-not-found', { name: id });
  const published = rating.snapshots.find(({ publishedAt }) => publishedAt !== null);
  const badges = published ? await findBadges(talk.app, id, published.quarter) : [];
  const card = ratingCard(talk, provider, { ...rating, badges });
  // The picture tells scores, which are the provider's and the staff's to see.
  const inside = permitted('rating.why', talk.person, { providerId: id }).allowed;
  const trend = inside ? trendPicture(talk.t, rating) : null;
  const drawn = trend ? { ...card, image: await picture(trend) } : card;
  const why = inside && rating.standing?.suspended === true ? await standingSuspension(talk.app, id) : null;
  if (!why) return { kind: 'card', card: drawn };
  const reads = { t: talk.t, person: talk.person, now: talk.app.clock.now() };
  return { kind: 'cards', cards: [drawn, suspensionCard(reads, provider.name, why)] };
}
