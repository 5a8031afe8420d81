import type { JsonObject } from '../../../common/json.ts';
import { NotPossible } from '../../../common/not-possible.ts';
import type { Core } from '../../core.ts';
import { canSee } from '../../state/conversations.ts';
import { issueTrigger } from '../../state/issued/triggers.ts';
import { postMessage } from '../../state/messages.ts';
import type { Conversation } from '../../state/model.ts';
import { WebApiRefusal } from '../../web-api/refusal.ts';
import { linkNames } from '../events/typed-text.ts';
import { ackMessage, respond } from '../responses/respond.ts';
import type { Outcome } from '../transport/delivery.ts';
import { channelName, type ResponseContext, responseUrl, VERIFICATION_TOKEN } from './payload.ts';

export interface TypedCommand {
  readonly user: string;
  readonly channel: string;
  /** The whole line, e.g. `/report new BrightBridge`. */
  readonly line: string;
}

/**
 * Somebody types a slash command. Resolves when the app has acknowledged or failed to.
 * https://docs.slack.dev/interactivity/implementing-slash-commands
 */
export async function runCommand(core: Core, typed: TypedCommand): Promise<Outcome> {
  const conversation = whereTyped(core, typed);
  const { payload, command } = commandPayload(core, typed, conversation);
  const outcome = await core.outbound.deliver({ kind: 'slash_commands', payload });
  const context: ResponseContext = { user: typed.user, channel: conversation.id, ephemeral: true };
  if (!outcome.acked) {
    core.journal.notice(typed.user, outcome.error, `${command} failed with the error "${outcome.error}"`);
    return outcome;
  }
  answerAck(core, { typed, context, message: ackMessage(outcome.body) });
  return outcome;
}

function whereTyped({ workspace }: Core, { user, channel }: TypedCommand): Conversation {
  const conversation = workspace.state.conversations[channel];
  if (conversation && canSee(conversation, user)) return conversation;
  throw new NotPossible('channel_not_found', `${user} cannot see the conversation ${channel}`);
}

/** The form that Slack sends for a command, and its name. Throws when the manifest does not register it. */
export function commandPayload(core: Core, { user, line }: TypedCommand, conversation: Conversation) {
  const { workspace } = core;
  const [command = '', ...rest] = line.trim().split(/\s+/);
  const registered = workspace.options.manifest.features?.slash_commands?.find(
    (one) => one.command === command,
  );
  if (!registered) throw new NotPossible('unknown_command', `${command} is not a valid command`);
  const typedText = line.trim().slice(command.length).trim();
  const text = registered.should_escape ? linkNames(workspace, typedText) : typedText;
  const payload: JsonObject = {
    token: VERIFICATION_TOKEN,
    team_id: workspace.team.id,
    team_domain: workspace.team.domain,
    channel_id: conversation.id,
    channel_name: channelName(conversation),
    user_id: user,
    user_name: workspace.state.users[user]?.name ?? user,
    command,
    text: rest.length === 0 ? '' : text,
    api_app_id: workspace.bot.appId,
    is_enterprise_install: 'false',
    response_url: responseUrl(core, { user, channel: conversation.id, ephemeral: true }),
    trigger_id: issueTrigger(workspace, user),
  };
  return { payload, command };
}

interface Answer {
  readonly typed: TypedCommand;
  readonly context: ResponseContext;
  readonly message: JsonObject | undefined;
}

function answerAck(core: Core, { typed, context, message }: Answer): void {
  if (!message) return;
  try {
    // A public answer shows the command that it answers as well.
    if (message.response_type === 'in_channel') {
      postMessage(core.workspace, { channel: context.channel, user: typed.user, text: typed.line });
    }
    respond(core, context, message);
  } catch (error) {
    if (!(error instanceof WebApiRefusal)) throw error;
    core.journal.violation('acknowledgement', error.code, error.problems);
    core.journal.notice(
      typed.user,
      error.code,
      `${typed.line.split(' ')[0]} failed with the error "${error.code}"`,
    );
  }
}
