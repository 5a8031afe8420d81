/** The control API's answers, as simulator/slack/README.md gives them. */
import type { JsonObject } from '../../../../../common/json.ts';
import type { User } from '../../../../../slack/state/model.ts';

export interface SlashCommand {
  readonly command: string;
  readonly description: string;
  readonly usage_hint?: string;
}

export interface SharedFile {
  readonly id: string;
  readonly name: string;
  readonly mimetype: string;
  /** Bytes. */
  readonly size: number;
}

export interface SlackMessage {
  readonly ts: string;
  readonly user: string;
  readonly text: string;
  readonly channel: string;
  readonly bot_id?: string;
  readonly blocks?: readonly JsonObject[];
  readonly attachments?: readonly JsonObject[];
  readonly files?: readonly SharedFile[];
  readonly edited?: { readonly ts: string };
  readonly reactions?: readonly { readonly name: string; readonly count: number }[];
  /** A parent carries its own ts here. */
  readonly thread_ts?: string;
  readonly reply_count?: number;
  readonly latest_reply?: string;
  readonly reply_users?: readonly string[];
  readonly is_ephemeral: boolean;
  readonly visible_text: string;
  readonly pings: readonly string[];
}

export interface SlackConversation {
  readonly id: string;
  readonly name: string;
  readonly kind: 'public' | 'private' | 'im' | 'mpim';
  readonly isMember: boolean;
  readonly withBot: boolean;
  readonly messages: readonly SlackMessage[];
}

export interface SlackView {
  readonly id: string;
  readonly type: 'modal' | 'home';
  readonly hash: string;
  readonly title: JsonObject;
  readonly submit: JsonObject | null;
  readonly close: JsonObject | null;
  readonly blocks: readonly JsonObject[];
  readonly state: { readonly values: Readonly<Record<string, Readonly<Record<string, JsonObject>>>> };
  /** By block_id. */
  readonly errors: Readonly<Record<string, string>>;
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
  readonly team: { readonly id: string; readonly name: string };
  readonly bot: { readonly userId: string; readonly name: string };
  readonly commands: readonly SlashCommand[];
  readonly conversations: readonly SlackConversation[];
  readonly modals: readonly SlackView[];
  readonly home: SlackView | null;
  readonly notices: readonly Notice[];
}

export interface Violation {
  readonly at: string;
  readonly code: string;
  readonly where: string;
  readonly details: readonly string[];
}
