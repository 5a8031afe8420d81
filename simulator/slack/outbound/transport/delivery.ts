import type { Json, JsonObject } from '../../../common/json.ts';

/** The three ways in which Slack speaks to an app; the names are Socket Mode's. */
export type DeliveryKind = 'slash_commands' | 'interactive' | 'events_api';

/** One thing to tell the app, before it is put into a form, JSON or an envelope. */
export interface Delivery {
  readonly kind: DeliveryKind;
  readonly payload: JsonObject;
  readonly retry?: { readonly attempt: number; readonly reason: string };
}

/** What the app did with it. `body` is absent when it acknowledged with nothing. */
export type Outcome =
  | { readonly acked: true; readonly body?: Json; readonly noRetry?: boolean }
  | {
      readonly acked: false;
      readonly error: DeliveryError;
      readonly status?: number;
      readonly noRetry?: boolean;
    };

/** `operation_timeout`: no answer in time. `dispatch_failed`: nobody there, or an answer other than 200. */
export type DeliveryError = 'operation_timeout' | 'dispatch_failed';

/** One way of reaching the app: signed HTTP or Socket Mode. */
export interface Transport {
  deliver(delivery: Delivery): Promise<Outcome>;
}
