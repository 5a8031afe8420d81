import type { Notice } from '../../common/journal.ts';
import type { JsonObject } from '../../common/json.ts';

export interface User {
  readonly id: string;
  readonly username: string;
  readonly globalName: string | null;
  readonly locale: string;
  readonly tz: string;
  readonly isBot: boolean;
  /** Takes no direct messages from the app. */
  blocksDirect: boolean;
}

export interface Member {
  readonly userId: string;
  roles: string[];
  readonly joinedAt: number;
}

export interface Role {
  readonly id: string;
  readonly name: string;
  /** Bits, as a decimal number in text. */
  permissions: string;
  /** Belongs to an integration and cannot be given to anybody else. */
  readonly managed: boolean;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string;
  readonly createdAt: number;
  members: Record<string, Member>;
  /** The first is @everyone, with the guild's own id. */
  roles: Role[];
}

/** https://discord.com/developers/docs/resources/channel#overwrite-object */
export interface Overwrite {
  readonly id: string;
  readonly type: 'role' | 'member';
  allow: string;
  deny: string;
}

export interface Channel {
  readonly id: string;
  readonly kind: 'text' | 'dm' | 'thread';
  name: string;
  readonly createdAt: number;
  /** Absent for direct messages. */
  readonly guildId?: string;
  /** The channel that a thread hangs on. */
  readonly parentId?: string;
  /** Who opened a thread. */
  readonly ownerId?: string;
  /** Both sides of direct messages, the bot among them. */
  readonly recipients: readonly string[];
  overwrites: Overwrite[];
  archived: boolean;
  locked: boolean;
  autoArchiveMinutes: number;
}

export interface Message {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  readonly type: MessageType;
  content: string;
  embeds: readonly JsonObject[];
  components: readonly JsonObject[];
  /** Ids of files. */
  attachments: readonly string[];
  /** Bits: https://discord.com/developers/docs/resources/message#message-object-message-flags */
  flags: number;
  /** Who may be pinged by the content; Discord keeps it with the message. Absent: everybody whom it names. */
  allowedMentions?: JsonObject | undefined;
  readonly nonce?: string | number;
  readonly createdAt: number;
  editedAt?: number;
  /** Shown to this person only; the API reaches it through its interaction's token alone. */
  readonly ephemeralTo?: string;
  /** The token of the interaction that it answers. */
  readonly interactionToken?: string;
  /** A reply, or the notice of a thread. */
  readonly reference?: string;
}

/** https://discord.com/developers/docs/resources/message#message-object-message-types */
export type MessageType = 'default' | 'reply' | 'command' | 'thread-created';

export interface StoredFile {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly size: number;
  description: string | null;
  /** Base64, so that the whole state stays JSON. */
  readonly content: string;
  readonly ephemeral: boolean;
}

export type InteractionKind = 'command' | 'autocomplete' | 'component' | 'modal';

/** What was delivered to the app, and how far the app has answered it. */
export interface Interaction {
  readonly id: string;
  readonly token: string;
  readonly kind: InteractionKind;
  readonly userId: string;
  readonly channelId: string;
  readonly guildId?: string;
  readonly issuedAt: number;
  /** Real time, so that a frozen clock does not keep a token alive for ever. */
  readonly issuedAtWire: number;
  /** The words after the slash, or the component's custom_id. */
  readonly name: string;
  /** The message that carries the component. */
  readonly messageId?: string;
  /** Number of the callback type by which it was acknowledged. */
  acknowledged?: number;
  /** Nobody acknowledged it in time. */
  failed?: boolean;
  /** Was sent twice, as a gateway does now and then. */
  duplicated?: boolean;
  /** What `@original` stands for. */
  originalId?: string;
}

/** A form on somebody's screen; Discord shows one at a time. */
export interface Modal {
  readonly id: string;
  readonly customId: string;
  readonly title: string;
  readonly components: readonly JsonObject[];
  readonly channelId: string;
  readonly guildId?: string;
  /** When a message's component opened it. */
  readonly messageId?: string;
  /** What the person has entered so far, by custom_id: text, chosen values, file ids. */
  values: Record<string, Entered>;
  /** Discord's own line above the buttons when the app failed. */
  failure?: string;
}

export type Entered = string | boolean | readonly string[];

/** As the app registered it, with the id that Discord gave it. */
export interface Command extends JsonObject {
  readonly id: string;
  readonly name: string;
  readonly version: string;
}

export interface DiscordState {
  users: Record<string, User>;
  guilds: Record<string, Guild>;
  channels: Record<string, Channel>;
  messages: Record<string, Message[]>;
  files: Record<string, StoredFile>;
  /** By guild; under `global` those that stand everywhere. */
  commands: Record<string, readonly Command[]>;
  /** By token. */
  interactions: Record<string, Interaction>;
  /** By user. */
  modals: Record<string, Modal>;
  /** The choices that the app last offered, by user. */
  choices: Record<string, readonly JsonObject[]>;
  notices: Notice[];
  /** Channels, messages and roles that somebody deleted: an app that still names one did nothing wrong. */
  deleted: string[];
  /** Where a permission was taken away: an app that is refused there did nothing wrong. */
  withheld: string[];
  counter: number;
  lastSnowflake: string;
}

/** Everything worth keeping across a restart of the stand-in. JSON. */
export type Snapshot = DiscordState;
