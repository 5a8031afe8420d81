import type { Card } from '../chat/card.ts';
import { issueHandles } from '../chat/handles.ts';
import { PLATFORMS } from '../chat/incoming.ts';
import { type PlatformPort, type PostedRef, Undeliverable } from '../chat/platform-port.ts';
import { Prisma } from '../platform/database/generated/client.ts';
import { addressee, channelAudience } from './audience.ts';
import { type DeliveryDeps, viewNamed } from './deps.ts';
import type { RedrawJob } from './owe.ts';
import { cardHash } from './posted.ts';
import type { Audience } from './view.ts';

/** A card that has stepped back for a newer one is drawn once more, without buttons, and then left alone. */
const STEPPED_BACK = 'stepped-back';

interface Standing {
  readonly id: string;
  readonly platform: string;
  readonly workspace: string;
  readonly channel: string;
  readonly message: string;
  readonly view: string;
  readonly subject: string;
  readonly principal_id: string | null;
  readonly drawn_hash: string;
  readonly live: boolean;
  readonly draws: number;
}

/**
 * Brings every standing card of the subjects up to date, in place. Each is drawn from the record as it is now. One
 * card's failure does not keep the others from being drawn; the first failure is thrown for the queue to retry.
 */
export async function redraw(deps: DeliveryDeps, job: RedrawJob): Promise<void> {
  const cards = await begun(deps, job.subjects);
  const results = await Promise.allSettled(cards.map((card) => drawUntilLast(deps, card)));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

/** Counts the drawing before the record is read: whoever counted last has read the newest. */
function begun(deps: DeliveryDeps, subjects: readonly string[]): Promise<Standing[]> {
  return deps.app.database.query<Standing>(Prisma.sql`
    UPDATE posted_card SET draws = draws + 1
    WHERE subject IN (${Prisma.join([...subjects])}) AND (live OR drawn_hash <> ${STEPPED_BACK})
    RETURNING id, platform, workspace, channel, message, view, subject, principal_id, drawn_hash, live, draws`);
}

/**
 * Two workers may draw one card at once, and the platform may take the older drawing last. So whoever finds, after
 * drawing, that another began later draws again.
 */
async function drawUntilLast(deps: DeliveryDeps, standing: Standing): Promise<void> {
  let card: Standing | undefined = standing;
  while (card) card = await drawOnce(deps, card);
}

/** The card as it stands now if another drawing began meanwhile; otherwise undefined. */
async function drawOnce(deps: DeliveryDeps, card: Standing): Promise<Standing | undefined> {
  const audience = await audienceOf(deps, card);
  const drawn = await viewNamed(deps, card.view).draw(deps.app, audience, card.subject);
  const cards = card.live ? (drawn ?? []) : (drawn ?? []).map((old) => steppedBack(old, audience));
  const hash = card.live ? cardHash(cards) : STEPPED_BACK;
  if (cards.length === 0 || hash === card.drawn_hash) return undefined;
  await onPlatform(deps, card, cards, audience);
  const [last] = await deps.app.database.query<{ id: string }>(Prisma.sql`
    UPDATE posted_card SET drawn_hash = ${hash} WHERE id = ${card.id} AND draws = ${card.draws} RETURNING id`);
  if (last) return undefined;
  return (await begunAgain(deps, card.id))[0];
}

function begunAgain(deps: DeliveryDeps, id: string): Promise<Standing[]> {
  return deps.app.database.query<Standing>(Prisma.sql`
    UPDATE posted_card SET draws = draws + 1, drawn_hash = '' WHERE id = ${id}
    RETURNING id, platform, workspace, channel, message, view, subject, principal_id, drawn_hash, live, draws`);
}

async function audienceOf(deps: DeliveryDeps, card: Standing): Promise<Audience> {
  const person =
    card.principal_id === null ? null : await addressee(deps.app, deps.defaults, card.principal_id);
  return person?.audience ?? channelAudience(deps.defaults);
}

/** Title and where to look instead; nothing to press. */
function steppedBack(card: Card, { t }: Audience): Card {
  return { tone: 'neutral', title: card.title, lead: t('delivery.stepped-back') };
}

async function onPlatform(
  deps: DeliveryDeps,
  card: Standing,
  cards: readonly Card[],
  audience: Audience,
): Promise<void> {
  const ref = postedRef(card);
  const port = ref && deps.ports.get(ref.platform);
  if (!ref || !port) return;
  try {
    await put(port, ref, await issueHandles(deps.app, cards), audience.locale);
  } catch (error) {
    if (!(error instanceof Undeliverable)) throw error;
    // The message was deleted or its channel is gone: nothing stands there any more.
    await deps.app.database.prisma.postedCard.deleteMany({ where: { id: card.id } });
    deps.app.log.info({ card: card.id, reason: error.reason }, 'a card is gone from its platform');
  }
}

/** The message name under which a person's home page is kept among the standing cards. */
export const HOME_MESSAGE = 'home';

async function put(
  port: PlatformPort,
  ref: PostedRef,
  cards: Awaited<ReturnType<typeof issueHandles>>,
  locale: string,
): Promise<void> {
  const [card] = cards;
  if (ref.message === HOME_MESSAGE) {
    await port.publishHome({ platform: ref.platform, workspace: ref.workspace, userId: ref.channel }, cards);
  } else if (card) {
    await port.redraw(ref, card, locale);
  }
}

function postedRef(card: Standing): PostedRef | null {
  const platform = PLATFORMS.find((name) => name === card.platform);
  return platform
    ? { platform, workspace: card.workspace, channel: card.channel, message: card.message }
    : null;
}
