import { NotPossible } from '../../common/not-possible.ts';
import type { Core } from '../core.ts';
import { commandPayload } from '../outbound/interactions/slash-command.ts';
import { type HttpTransport, post, type SignedRequest } from '../outbound/transport/http-transport.ts';
import { signatureHeaders } from '../outbound/transport/signing.ts';
import { openDirect } from '../state/conversations.ts';

/** The ways in which a request can be wrong though its content is right. */
export type Forgery =
  /** Without any signature. */
  | 'unsigned'
  /** Signed with another secret. */
  | 'wrongly-signed'
  /** Rightly signed six minutes ago; five are allowed. */
  | 'stale'
  /** The last request once more, to the letter. */
  | 'replayed';

const SIX_MINUTES_MS = 6 * 60_000;

export interface ForgedCommand {
  readonly user: string;
  readonly line: string;
}

/**
 * Sends a slash command that does not come from Slack, or not now. Resolves with the HTTP status of the app's answer.
 * Nothing that the app answers is shown to anybody.
 */
export async function forge(
  { core, http }: { readonly core: Core; readonly http: HttpTransport },
  kind: Forgery,
  command: ForgedCommand,
): Promise<number> {
  const request = kind === 'replayed' ? http.last : forged(core, http, command);
  if (!request)
    throw new NotPossible('nothing_to_send', 'there is no request URL, or nothing was sent yet to replay');
  const response = await post(
    { ...request, headers: headersFor(core, kind, request) },
    core.workspace.timing.ackMs,
  );
  await response.arrayBuffer();
  return response.status;
}

function forged(core: Core, http: HttpTransport, { user, line }: ForgedCommand): SignedRequest | undefined {
  const conversation = openDirect(core.workspace, [user, core.workspace.bot.userId]);
  const { payload } = commandPayload(core, { user, channel: conversation.id, line }, conversation);
  return http.sign({ kind: 'slash_commands', payload });
}

function headersFor(
  { workspace }: Core,
  kind: Forgery,
  { body, headers }: SignedRequest,
): Record<string, string> {
  const type = { 'content-type': headers['content-type'] ?? '' };
  const now = workspace.wireClock.now();
  if (kind === 'unsigned') return type;
  if (kind === 'wrongly-signed') return { ...type, ...signatureHeaders('another secret', body, now) };
  if (kind === 'replayed') return headers;
  const earlier = new Date(now.getTime() - SIX_MINUTES_MS);
  return { ...type, ...signatureHeaders(workspace.options.signingSecret, body, earlier) };
}
