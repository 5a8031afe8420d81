import type { Notice } from '../../common/journal.ts';
import type { JsonObject } from '../../common/json.ts';

export interface User {
  readonly id: string;
  readonly name: string;
  readonly realName: string;
  readonly tz: string;
  readonly locale: string;
  readonly isBot: boolean;
  /** Left the workspace. */
  deleted: boolean;
}

export interface Conversation {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im' | 'mpim';
  members: string[];
  readonly createdAt: number;
  archived: boolean;
}

export interface Message {
  readonly ts: string;
  readonly channel: string;
  /** Whoever wrote it; the bot's own user for the bot. */
  readonly user: string;
  readonly byBot: boolean;
  text: string;
  blocks: readonly JsonObject[];
  attachments: readonly JsonObject[];
  metadata?: JsonObject;
  /** The message that this one answers. Equal to `ts` never: a parent carries none. */
  readonly threadTs?: string;
  readonly files: readonly string[];
  editedTs?: string;
  reactions: Record<string, string[]>;
}

/** Seen by one person, gone at their next restart of Slack; it cannot be fetched by the API. */
export interface EphemeralMessage extends Omit<Message, 'reactions' | 'metadata' | 'files'> {
  readonly to: string;
}

export interface View {
  readonly id: string;
  readonly type: 'modal' | 'home';
  content: JsonObject;
  hash: string;
  readonly rootId: string;
  readonly previousId: string | null;
  readonly externalId: string;
  /** What the person has entered so far, as Slack's `view.state.values`. */
  values: Record<string, Record<string, JsonObject>>;
  /** Beside which inputs an error stands, by block_id. */
  errors: Record<string, string>;
  /** Slack's own line above the buttons when the app failed. */
  failure?: string;
}

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  title: string;
  readonly mimetype: string;
  readonly size: number;
  readonly user: string;
  /** Base64, so that the whole state stays JSON. Empty until the bytes have arrived. */
  content: string;
  uploaded: boolean;
  completed: boolean;
  channels: string[];
}

export interface ResponseUrl {
  readonly id: string;
  readonly user: string;
  readonly channel: string;
  /** The message whose button was clicked, when that is where the url comes from. */
  readonly messageTs?: string;
  readonly threadTs?: string;
  readonly ephemeral: boolean;
  readonly issuedAt: number;
  uses: number;
}

export interface Trigger {
  readonly id: string;
  readonly user: string;
  readonly issuedAt: number;
  /** Real time, so that a frozen clock does not keep a trigger alive for ever. */
  readonly issuedAtWire: number;
  /** The modal it comes from; only then may it push. */
  readonly viewId?: string;
  exchanged: boolean;
}

export interface SlackState {
  users: Record<string, User>;
  conversations: Record<string, Conversation>;
  messages: Record<string, Message[]>;
  ephemerals: EphemeralMessage[];
  modals: Record<string, View[]>;
  homes: Record<string, View>;
  files: Record<string, StoredFile>;
  responseUrls: Record<string, ResponseUrl>;
  triggers: Record<string, Trigger>;
  notices: Notice[];
  /** The options that the app last supplied, by action_id. */
  suggestions: Record<string, JsonObject[]>;
  /** Ids and timestamps are counted, never drawn, so that two equal runs are equal to the letter. */
  counter: number;
  lastTsMicros: number;
}

/** Everything worth keeping across a restart of the stand-in. JSON. */
export type Snapshot = SlackState;
