import type { App } from '../../app.ts';
import { systemClock } from '../../platform/clock.ts';
import { fanOut, type WebhookJob } from './actions/fan-out.ts';
import { sendWebhook } from './actions/send.ts';
import type { WebhookEvent } from './events.ts';
import { post } from './target/post.ts';

/** Begins to tell providers' systems what they listen to. The queue rests with the other deliveries. */
export async function startWebhooks(app: App): Promise<void> {
  const { queue, trustsLoopback } = app;
  await queue.work<WebhookEvent>('webhook-event', ({ data }) => fanOut(app, data));
  await queue.work<WebhookJob>('webhook', ({ data, signal }) =>
    sendWebhook(app, data.deliveryId, {
      realNow: () => systemClock.now(),
      post: (message) => post(message, { trustsLoopback, signal }),
    }),
  );
}
