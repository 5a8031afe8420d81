import type { App } from '../../app.ts';
import { auditEvent } from '../../audit/event.ts';
import { handled } from '../../chat/requests/handled.ts';
import { codeHash } from '../invitation/code.ts';
import { linkDeadline, type NamedAccount } from '../linking/account-link.ts';
import { endOpenLinks, newLink } from '../linking/statements.ts';
import type { PrincipalId } from '../principal.ts';

export interface BeginLinkInput {
  readonly principalId: PrincipalId;
  readonly account: NamedAccount;
  /** Shown to the asker once; only its hash is written. */
  readonly code: string;
  readonly requestId: string;
}

/**
 * A code with which an account on the other platform may ask to join this person. The latest code of an account is the only
 * one. Resolves to when it is void.
 */
export async function beginLink(
  deps: Pick<App, 'database' | 'clock' | 'ids'>,
  { principalId, account, code, requestId }: BeginLinkInput,
): Promise<Date> {
  const at = deps.clock.now();
  const id = deps.ids.next('lnk');
  const { platform, workspace, userId } = account;
  await deps.database.change([
    endOpenLinks(account, at),
    newLink({ id, codeHash: codeHash(code), principalId, asker: account, at }),
    auditEvent({
      objectType: 'principal',
      objectId: principalId,
      actor: principalId,
      action: 'link.begin',
      at,
      requestId,
      data: { link: id, platform, workspace, userId },
    }),
    handled(requestId, at),
  ]);
  return linkDeadline(at);
}
