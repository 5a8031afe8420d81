import type { DeliveryDeps } from './deps.ts';
import type { DeliverJob, RedrawJob } from './owe.ts';
import { deliver } from './send/deliver.ts';
import { redraw } from './standing/redraw.ts';

/** Begins to send what is owed and to redraw what stands. Rests before the platforms are let go. */
export async function startDelivery(stack: AsyncDisposableStack, deps: DeliveryDeps): Promise<void> {
  const { queue } = deps.app;
  stack.defer(() => queue.rest());
  await queue.work<DeliverJob>('deliver', ({ data, again }) =>
    deliver(deps, data, again || data.again === true),
  );
  await queue.work<RedrawJob>('redraw', ({ data }) => redraw(deps, data));
}
