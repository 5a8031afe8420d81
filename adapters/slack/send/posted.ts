import type { MessageMetadata } from '@slack/types';
import type { WebClient } from '@slack/web-api';

const DELIVERY_EVENT = 'baobei_delivery';

/** Goes with every owed message, so that it can be found again after a crash between sending and recording. */
export function deliveryMetadata(deliveryKey: string): MessageMetadata {
  return { event_type: DELIVERY_EVENT, event_payload: { delivery_key: deliveryKey } };
}

interface Sought {
  readonly channel: string;
  readonly thread?: string | undefined;
  readonly deliveryKey: string;
}

// A retry follows within minutes; further back than this the message cannot stand.
const LOOK_BACK = 200;

/** The message that carries this key already, if there is one among the latest of the conversation or thread. */
export async function alreadyPosted(client: WebClient, sought: Sought): Promise<string | undefined> {
  const { channel, thread, deliveryKey } = sought;
  const query = { channel, limit: LOOK_BACK, include_all_metadata: true };
  const { messages = [] } = thread
    ? await client.conversations.replies({ ...query, ts: thread })
    : await client.conversations.history(query);
  return messages.find(({ metadata }) => carries(metadata, deliveryKey))?.ts;
}

interface FoundMetadata {
  readonly event_type?: string;
  readonly event_payload?: unknown;
}

function carries(metadata: FoundMetadata | undefined, deliveryKey: string): boolean {
  const payload = metadata?.event_payload;
  if (metadata?.event_type !== DELIVERY_EVENT || typeof payload !== 'object' || payload === null)
    return false;
  return 'delivery_key' in payload && payload.delivery_key === deliveryKey;
}
