import type { IssuedCard } from '../chat/card.ts';
import { issueHandles } from '../chat/handles.ts';
import { type PlatformPort, type PostedRef, type PostOptions, Undeliverable } from '../chat/platform-port.ts';
import { type Addressee, addressee, channelAudience } from './audience.ts';
import { type DeliveryDeps, viewNamed } from './deps.ts';
import { editedInPlace, overtaken } from './in-place.ts';
import type { DeliverJob } from './owe.ts';
import { recordFailed, recordSent } from './posted.ts';
import type { Audience, OwedMessage } from './view.ts';

/** One way to reach the receiver. */
interface Route {
  readonly audience: Audience;
  readonly port: PlatformPort;
  readonly post: (card: IssuedCard, options: PostOptions) => Promise<PostedRef>;
}

/**
 * Sends one owed message, once. Draws it from the record as it is now; tries the receiver's ways in order when a
 * platform refuses for good (domain-rules §12), and records the failure when none is left. Any other failure is thrown
 * for the queue to retry.
 *
 * @param again true when an earlier attempt may have gone through unseen
 */
export async function deliver(deps: DeliveryDeps, job: DeliverJob, again: boolean): Promise<void> {
  const delivery = await deps.app.database.prisma.delivery.findUnique({ where: { key: job.key } });
  if (!delivery || delivery.sentAt || delivery.failedAt) return;
  if ((await overtaken(deps.app, job)) || (await editedInPlace(deps, job))) return;
  const routes = await routesTo(deps, job.message);
  const reasons: string[] = [];
  for (const route of routes) {
    const refused = await attempt(deps, job, route, again);
    if (refused === null) return;
    reasons.push(`${route.port.name}: ${refused}`);
  }
  await recordFailed(deps.app, job.key, reasons.join('; ') || 'no linked account');
  deps.app.log.warn({ key: job.key, reasons }, 'message is undeliverable');
}

/** Null when the message was posted or need not be; otherwise the platform's reason. */
async function attempt(
  deps: DeliveryDeps,
  { key, message }: DeliverJob,
  { audience, port, post }: Route,
  again: boolean,
): Promise<string | null> {
  const cards = await viewNamed(deps, message.view).draw(deps.app, audience, message.subject);
  const card = cards?.[0];
  if (!card) return 'may not see it any more';
  const [issued] = await issueHandles(deps.app, [card]);
  if (!issued) throw new Error(`The view ${message.view} lost its card while its buttons were issued.`);
  try {
    const ref = await post(issued, { deliveryKey: key, again, locale: audience.locale });
    await recordSent(deps.app, { key, message, ref, card, audience, platform: port.name });
    return null;
  } catch (error) {
    if (error instanceof Undeliverable) return error.reason;
    throw error;
  }
}

async function routesTo(deps: DeliveryDeps, { receiver }: OwedMessage): Promise<readonly Route[]> {
  if (receiver.kind === 'channel') return channelRoutes(deps);
  const person = await addressee(deps.app, deps.defaults, receiver.principalId);
  return person ? personRoutes(deps, person) : [];
}

function personRoutes(deps: DeliveryDeps, { audience, accounts }: Addressee): readonly Route[] {
  return accounts.flatMap((account) => {
    const port = deps.ports.get(account.platform);
    return port
      ? [
          {
            audience,
            port,
            post: (card, options) => port.postToPerson(account, card, options),
          } satisfies Route,
        ]
      : [];
  });
}

function channelRoutes(deps: DeliveryDeps): readonly Route[] {
  const audience = channelAudience(deps.defaults);
  return deps.staffChannels.flatMap(({ platform, channel }) => {
    const port = deps.ports.get(platform);
    return port
      ? [
          {
            audience,
            port,
            post: (card, options) => port.postToChannel(channel, card, options),
          } satisfies Route,
        ]
      : [];
  });
}
