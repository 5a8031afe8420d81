import { deliver } from './deliver.ts';
import type { DeliveryDeps } from './deps.ts';
import type { DeliverJob, RedrawJob } from './owe.ts';
import { redraw } from './redraw.ts';

/** Begins to send what is owed and to redraw what stands. Stops with the queue. */
export async function startDelivery(deps: DeliveryDeps): Promise<void> {
  const { queue } = deps.app;
  await queue.work<DeliverJob>('deliver', ({ data, again }) => deliver(deps, data, again));
  await queue.work<RedrawJob>('redraw', ({ data }) => redraw(deps, data));
}
