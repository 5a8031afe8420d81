import type { Card } from '../../chat/card.ts';
import { issueHandles } from '../../chat/handles.ts';
import { PLATFORMS } from '../../chat/incoming.ts';
import { type PlatformPort, type PostedRef, Undeliverable } from '../../chat/platform-port.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { addressee, channelAudience } from '../audience.ts';
import { type DeliveryDeps, drawn, failureOn } from '../deps.ts';
import type { RedrawJob } from '../owe.ts';
import { cardHash, UNKNOWN_DRAWING } from '../posted.ts';
import type { Audience } from '../view.ts';

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
  const begunNow = await begun(deps, job.subjects);
  const cards = begunNow.map((card) =>
    card.message === job.anew ? { ...card, drawn_hash: UNKNOWN_DRAWING } : card,
  );
  const results = await Promise.allSettled(cards.map((card) => drawUntilLast(deps, card)));
  const failed = results.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
}

/**
 * Counts the drawing before the record is read: whoever counted last has read the newest. What stands on a platform that is
 * not connected waits for the next change after it is.
 */
function begun(deps: DeliveryDeps, subjects: readonly string[]): Promise<Standing[]> {
  const connected = [...deps.ports.keys()];
  return deps.app.database.query<Standing>(Prisma.sql`
    UPDATE posted_card SET draws = draws + 1
    WHERE subject IN (${Prisma.join([...subjects])}) AND (live OR drawn_hash <> ${STEPPED_BACK})
      AND platform = ANY(${connected}::text[])
    RETURNING id, platform, workspace, channel, message, view, subject, principal_id, drawn_hash, live, draws`);
}

/**
 * Two workers may draw one card at once, and the platform may take the older drawing last. Each drawing has a number, given
 * before the record was read. Whoever has drawn and finds that a later number is finished already may have drawn over it,
 * and draws once more; a later number that is still at work will come out on top by itself.
 */
async function drawUntilLast(deps: DeliveryDeps, standing: Standing): Promise<void> {
  let card: Standing | undefined = standing;
  while (card) card = await drawOnce(deps, card);
}

/** The card under a new number if it must be drawn once more; otherwise undefined. */
async function drawOnce(deps: DeliveryDeps, card: Standing): Promise<Standing | undefined> {
  const audience = await audienceOf(deps, card);
  const now = (await drawn(deps, card, audience)) ?? [closed(audience)];
  const cards = card.live ? now : now.map((old) => steppedBack(old, audience));
  const hash = card.live ? cardHash(cards) : STEPPED_BACK;
  if (cards.length === 0 || hash === card.drawn_hash) return undefined;
  await onPlatform(deps, card, cards, audience);
  return (await finished(deps, card, hash)) ? undefined : begunAgain(deps, card.id);
}

/** False when a later drawing was finished before this one. */
async function finished({ app }: DeliveryDeps, { id, draws }: Standing, hash: string): Promise<boolean> {
  const rows = await app.database.query(Prisma.sql`
    UPDATE posted_card SET drawn_hash = ${hash}, drawn = ${draws} WHERE id = ${id} AND drawn < ${draws} RETURNING id`);
  return rows.length > 0;
}

/** Whatever stands there now is not to be trusted, so that the next drawing is sent in any case. */
async function begunAgain({ app }: DeliveryDeps, id: string): Promise<Standing | undefined> {
  const [card] = await app.database.query<Standing>(Prisma.sql`
    UPDATE posted_card SET draws = draws + 1, drawn_hash = ${UNKNOWN_DRAWING} WHERE id = ${id}
    RETURNING id, platform, workspace, channel, message, view, subject, principal_id, drawn_hash, live, draws`);
  return card;
}

async function audienceOf(deps: DeliveryDeps, card: Standing): Promise<Audience> {
  const person =
    card.principal_id === null ? null : await addressee(deps.app, deps.defaults, card.principal_id);
  return person?.audience ?? channelAudience(deps.defaults);
}

/** Whoever may not see the subject any more must not go on reading it either. */
const closed = ({ t }: Audience): Card => ({
  tone: 'neutral',
  title: t('delivery.closed.title'),
  lead: t.text('delivery.closed.lead', { command: { code: '/inbox' } }),
});

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
  if (!ref || !port)
    throw new Error(`The card ${card.id} stands on ${card.platform}, which is not connected.`);
  try {
    await put(port, ref, await issueHandles(deps.app, cards), audience.locale);
  } catch (error) {
    if (!(error instanceof Undeliverable)) throw failureOn(port.name, error);
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
