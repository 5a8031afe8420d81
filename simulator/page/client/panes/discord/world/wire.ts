/** The control API's answers, as simulator/discord/README.md gives them. */
import type { JsonObject } from '../../../../../common/json.ts';
import type { Entered, Member, User } from '../../../../../discord/state/model.ts';

export interface Attachment {
  readonly id: string;
  readonly filename: string;
  readonly content_type: string;
  /** Bytes. */
  readonly size: number;
  readonly description?: string;
}

export interface ThreadRef {
  readonly id: string;
  readonly name: string;
  readonly message_count: number;
}

export interface DiscordMessage {
  readonly id: string;
  readonly channel_id: string;
  readonly type: number;
  readonly author: { readonly id: string };
  readonly content: string;
  readonly timestamp: string;
  readonly edited_timestamp: string | null;
  readonly embeds: readonly JsonObject[];
  readonly components: readonly JsonObject[];
  readonly attachments: readonly Attachment[];
  readonly interaction_metadata?: { readonly user?: { readonly id: string }; readonly name?: string };
  readonly referenced_message?: DiscordMessage | null;
  readonly thread?: ThreadRef;
  readonly is_ephemeral: boolean;
  readonly is_loading: boolean;
  readonly visible_text: string;
  readonly pings: readonly string[];
}

export interface DiscordChannel {
  readonly id: string;
  readonly kind: 'text' | 'dm' | 'thread';
  readonly name?: string;
  readonly guild_id?: string;
  /** The channel on which a thread hangs. */
  readonly parent_id?: string | null;
  readonly thread_metadata?: { readonly archived: boolean };
  readonly can_write: boolean;
  readonly command_ids: readonly string[];
  readonly messages: readonly DiscordMessage[];
}

export interface DiscordGuild {
  readonly id: string;
  readonly name: string;
  readonly members: readonly Member[];
  readonly roles: readonly { readonly id: string; readonly name: string; readonly managed: boolean }[];
}

export interface DiscordModal {
  readonly id: string;
  readonly custom_id: string;
  readonly title: string;
  readonly components: readonly JsonObject[];
  readonly values: Readonly<Record<string, Entered>>;
  readonly failure: string | null;
}

export interface Notice {
  readonly at: string;
  readonly code: string;
  readonly text: string;
}

/** Everything on one person's screen. */
export interface Screen {
  readonly me: User;
  readonly users: readonly User[];
  readonly bot: User;
  readonly guilds: readonly DiscordGuild[];
  readonly commands: readonly JsonObject[];
  readonly channels: readonly DiscordChannel[];
  readonly modal: DiscordModal | null;
  readonly notices: readonly Notice[];
}
