import type { ResponseUrl } from '../model.ts';
import type { Workspace } from '../workspace.ts';
import { forgetOldest } from './forget.ts';

/** https://docs.slack.dev/interactivity/handling-user-interaction/#message_responses */
const LIFETIME_MS = 30 * 60_000;
const MAX_USES = 5;

/** Needs no token to use, so each interaction gets its own. */
export function issueResponseUrl(
  workspace: Workspace,
  context: Omit<ResponseUrl, 'id' | 'issuedAt' | 'uses'>,
): ResponseUrl {
  const url: ResponseUrl = {
    ...context,
    id: workspace.nextId('R'),
    issuedAt: workspace.nowMs(),
    uses: 0,
  };
  workspace.state.responseUrls[url.id] = url;
  forgetOldest(workspace.state.responseUrls);
  return url;
}

/** Counts one use. A url works five times in thirty minutes. */
export function spendResponseUrl(
  workspace: Workspace,
  id: string,
): ResponseUrl | 'expired_url' | 'used_url' | 'invalid_url' {
  const url = workspace.state.responseUrls[id];
  if (!url) return 'invalid_url';
  if (workspace.nowMs() - url.issuedAt > LIFETIME_MS) return 'expired_url';
  if (url.uses >= MAX_USES) return 'used_url';
  url.uses += 1;
  return url;
}
