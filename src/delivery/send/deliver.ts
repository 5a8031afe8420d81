import { issueHandles } from '../../chat/handles.ts';
import { Undeliverable } from '../../chat/platform-port.ts';
import { type DeliveryDeps, drawn, failureOn } from '../deps.ts';
import type { DeliverJob } from '../owe.ts';
import { recordFailed, recordNotOwed, recordSent } from '../posted.ts';
import { isForEachChannel, oweEachChannel } from './each-channel.ts';
import { editedInPlace, overtaken } from './in-place.ts';
import { type Route, routesTo } from './routes.ts';

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
  if (isForEachChannel(job.message) && deps.staffChannels.length > 0) return oweEachChannel(deps, job);
  if ((await overtaken(deps.app, job)) || (await editedInPlace(deps, job))) return;
  const reasons: string[] = [];
  for (const route of await routesTo(deps, job.message.receiver)) {
    const outcome = await attempt(deps, job, route, again);
    if (outcome === 'sent') return;
    if (outcome === 'not-owed') return recordNotOwed(deps.app, job.key);
    reasons.push(`${route.port.name}: ${outcome.refused}`);
  }
  await recordFailed(deps.app, job.key, reasons.join('; ') || nowhere(job));
  deps.app.log.warn({ key: job.key, reasons }, 'message is undeliverable');
}

type Outcome = 'sent' | 'not-owed' | { readonly refused: string };

async function attempt(
  deps: DeliveryDeps,
  { key, message }: DeliverJob,
  { audience, account, port, post }: Route,
  again: boolean,
): Promise<Outcome> {
  const cards = await drawn(deps, message, audience);
  const card = cards?.[0];
  if (!card) return 'not-owed';
  const [issued] = await issueHandles(deps.app, [card]);
  if (!issued) throw new Error(`The view ${message.view} lost its card while its buttons were issued.`);
  try {
    const ref = await post(issued, { deliveryKey: key, again, locale: audience.locale });
    await recordSent(deps.app, { key, message, ref, card, audience, account, again, platform: port.name });
    return 'sent';
  } catch (error) {
    if (error instanceof Undeliverable) return { refused: error.reason };
    throw failureOn(port.name, error);
  }
}

/** There was no way that could have been tried. */
const nowhere = ({ message: { receiver } }: DeliverJob): string =>
  receiver.kind === 'channel' ? 'no staff channel' : 'no linked account';
