import type { WebClient } from '@slack/web-api';
import type { AdapterLog } from '../../shared/log.ts';
import { BOT_SCOPES } from '../manifest/permissions.ts';

/** Who the bot is in its workspace. */
export interface Identity {
  readonly teamId: string;
  readonly botUserId: string;
  readonly botId: string;
}

/**
 * Asks Slack whose token this is, and says in the log what it may not do. Throws when Slack does not know the token: then
 * nothing would work.
 */
export async function identify(client: WebClient, log: AdapterLog): Promise<Identity> {
  const { team_id: teamId, user_id: botUserId, bot_id: botId, response_metadata: told } = await asked(client);
  if (!teamId || !botUserId) throw new Error('Slack did not say whose token SLACK_BOT_TOKEN is');
  for (const missing of missingScopes(told?.scopes)) {
    log.error(
      { scope: missing.scope },
      `Slack: the scope ${missing.scope} is missing (${missing.use}). Add it under "OAuth & Permissions" of the app at https://api.slack.com/apps, then reinstall the app.`,
    );
  }
  return { teamId, botUserId, botId: botId ?? '' };
}

async function asked(client: WebClient) {
  try {
    return await client.auth.test();
  } catch (error) {
    throw new Error(
      'Slack does not accept SLACK_BOT_TOKEN. Copy the "Bot User OAuth Token" (xoxb-…) from "OAuth & Permissions" of the app at https://api.slack.com/apps.',
      { cause: error },
    );
  }
}

/** The scopes that the manifest asks for and the token has not got; none when Slack did not list any. */
function missingScopes(granted: readonly string[] | undefined): readonly (typeof BOT_SCOPES)[number][] {
  if (!granted) return [];
  return BOT_SCOPES.filter(({ scope }) => !granted.includes(scope));
}
