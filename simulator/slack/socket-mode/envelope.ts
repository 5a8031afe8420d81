import type { JsonObject } from '../../common/json.ts';
import type { Delivery, DeliveryKind } from '../outbound/transport/delivery.ts';

/** https://docs.slack.dev/apis/events-api/using-socket-mode/#events */
export interface Envelope {
  readonly envelope_id: string;
  readonly type: DeliveryKind;
  readonly accepts_response_payload: boolean;
  readonly payload: JsonObject;
  readonly retry_attempt?: number;
  readonly retry_reason?: string;
}

/** Retry fields exist on events only; commands and interactions are never repeated by Slack. */
export function envelopeFor(id: string, { kind, payload, retry }: Delivery): Envelope {
  const repeated = { retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? '' };
  return {
    envelope_id: id,
    type: kind,
    accepts_response_payload: takesAnswer(kind, payload),
    payload,
    ...(kind === 'events_api' ? repeated : {}),
  };
}

// An event is only received; commands, submissions and option lists are answered.
function takesAnswer(kind: DeliveryKind, payload: JsonObject): boolean {
  if (kind === 'slash_commands') return true;
  return kind === 'interactive' && payload.type !== 'block_actions' && payload.type !== 'view_closed';
}
