import type { JsonObject } from '../../../common/json.ts';
import type { Core } from '../../core.ts';
import { issueResponseUrl } from '../../state/issued/response-urls.ts';
import type { Conversation } from '../../state/model.ts';

/** Legacy verification token, still in every payload; apps must not rely on it. */
export const VERIFICATION_TOKEN = 'legacy-token';

/** The fields that every interaction shares. https://docs.slack.dev/reference/interaction-payloads */
export function interactionFields({ workspace }: Core, userId: string): JsonObject {
  const { team, bot } = workspace;
  const name = workspace.state.users[userId]?.name ?? userId;
  return {
    team: { id: team.id, domain: team.domain },
    user: { id: userId, username: name, name, team_id: team.id },
    api_app_id: bot.appId,
    token: VERIFICATION_TOKEN,
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** What a response_url remembers of the interaction that it was given with. */
export interface ResponseContext {
  readonly user: string;
  readonly channel: string;
  readonly messageTs?: string;
  readonly threadTs?: string;
  readonly ephemeral: boolean;
}

/** A fresh response_url for one interaction. */
export function responseUrl({ workspace }: Core, context: ResponseContext): string {
  return `${workspace.publicUrl()}/response/${issueResponseUrl(workspace, context).id}`;
}

/** Slack hides the names of conversations that are not plain channels. */
export function channelName(conversation: Conversation): string {
  if (conversation.kind === 'im') return 'directmessage';
  return conversation.kind === 'private' ? 'privategroup' : conversation.name;
}
