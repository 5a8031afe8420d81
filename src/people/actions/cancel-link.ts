import type { App } from '../../app.ts';
import { auditEvent } from '../../audit/event.ts';
import { handled } from '../../chat/requests/handled.ts';
import { owe } from '../../delivery/owe.ts';
import { accountName } from '../../delivery/receiver.ts';
import { Conflict } from '../../platform/database/errors.ts';
import { ok, type Result } from '../../result.ts';
import type { AccountLink } from '../linking/account-link.ts';
import { judgeStep } from '../linking/judge.ts';
import { loadLink } from '../linking/record.ts';
import { cancelled, LINK_CHANGED } from '../linking/statements.ts';
import { toldOfLink } from '../linking/told.ts';
import type { LinkStepInput } from './confirm-link.ts';

type Deps = Pick<App, 'database' | 'clock' | 'queue'>;

/** Either side says no, also after it has said yes: the code is void for good. Refused: as `judgeStep` says. */
export async function cancelLink(deps: Deps, input: LinkStepInput): Promise<Result<AccountLink>> {
  try {
    return await cancelOnce(deps, input);
  } catch (error) {
    if (error instanceof Conflict && error.code === LINK_CHANGED) return cancelOnce(deps, input);
    throw error;
  }
}

async function cancelOnce(
  deps: Deps,
  { linkId, account, requestId }: LinkStepInput,
): Promise<Result<AccountLink>> {
  const at = deps.clock.now();
  const judged = judgeStep(await loadLink(deps, linkId), account, at);
  if ('refused' in judged) return judged;
  const { link, side } = judged;
  const away = side === 'asker' ? link.other : link.asker;
  const messages = away ? [toldOfLink(link, away, 'cancelled')] : [];
  await deps.database.change([
    cancelled(link, at),
    auditEvent({
      objectType: 'principal',
      objectId: link.principalId,
      actor: side === 'asker' ? link.principalId : accountName(account),
      action: 'link.cancel',
      at,
      requestId,
      data: {
        link: linkId,
        platform: account.platform,
        workspace: account.workspace,
        userId: account.userId,
      },
    }),
    ...owe(deps.queue, { messages, redraw: [linkId] }, at),
    handled(requestId, at),
  ]);
  return ok({ ...link, cancelled: true });
}
