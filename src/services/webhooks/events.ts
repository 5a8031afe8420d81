import type { OrganisationId } from '../../people/principal.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import type { Queue } from '../../platform/queue.ts';
import type { KeyMode } from '../access/key.ts';
import type { Scope } from '../access/scopes.ts';

/** What a provider's system can hear of, and the scope that it needs for that; null: none. */
export const EVENT_SCOPES = {
  'report.state-changed': 'reports:read',
  'rating.published': 'ratings:read',
  'application.state-changed': null,
} as const satisfies Readonly<Record<string, Scope | null>>;

export type EventType = keyof typeof EVENT_SCOPES;
export const EVENT_TYPES = [
  'report.state-changed',
  'rating.published',
  'application.state-changed',
] as const satisfies readonly EventType[];

/** Something that happened. Only ids and states: whoever wants to know more asks the API, by a key that may know it. */
export interface WebhookEvent {
  /** The same for the same thing, however often it is owed. */
  readonly eventId: string;
  readonly type: EventType;
  readonly mode: KeyMode;
  readonly providerId: OrganisationId;
  /** Where it is of one application alone. */
  readonly applicationId?: string;
  /** ISO. */
  readonly at: string;
  readonly data: Readonly<Record<string, string | number | null>>;
}

/** For the change by which it happens: who hears of it is found out afterwards. */
export const oweEvents = (queue: Queue, events: readonly WebhookEvent[]): readonly Prisma.Sql[] =>
  events.length === 0 ? [] : [queue.statementFor('webhook-event', events)];

/** https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md#payload-structure */
export const payloadOf = ({ type, at, data }: WebhookEvent): string =>
  JSON.stringify({ type, timestamp: at, data });
