import type { App } from '../../app.ts';
import { auditEvent } from '../../audit/event.ts';
import type { AccountRef } from '../../chat/incoming.ts';
import { handled } from '../../chat/requests/handled.ts';
import { owe } from '../../delivery/owe.ts';
import type { OwedMessage } from '../../delivery/view.ts';
import { Conflict } from '../../platform/database/errors.ts';
import { ok, type Refusal, type Result, refuse } from '../../result.ts';
import { sameAccount } from '../linking/account-link.ts';
import { accountsOf } from '../linking/record.ts';
import { endOpenLinks } from '../linking/statements.ts';
import { except } from '../linking/told.ts';
import { cardsForgotten, kept, takenAway, UNLINK_CHANGED, UNLINKED_VIEW } from '../linking/unlinking.ts';
import { permissionRefusal, permitted } from '../permissions.ts';
import type { Actor, PrincipalId } from '../principal.ts';

export interface UnlinkInput {
  /** The account that goes, and whose it is. */
  readonly account: AccountRef;
  readonly owner: PrincipalId;
  readonly by: Actor;
  /** The account from which it is asked for: it gets its answer anyway. */
  readonly from: AccountRef;
  readonly requestId: string;
}

export interface Unlinked {
  /** What the owner has left. */
  readonly accounts: readonly AccountRef[];
}

type Deps = Pick<App, 'database' | 'clock' | 'ids' | 'queue'>;

/**
 * Takes an account away from its owner: by the owner, who keeps at least one, or by a lead. The account itself and all the
 * others of its owner are told. Refused: `linking.unlink-gone`, `linking.unlink-last`, and what the policy table says.
 */
export async function unlink(deps: Deps, input: UnlinkInput): Promise<Result<Unlinked>> {
  try {
    return await unlinkOnce(deps, input);
  } catch (error) {
    // Another account of the same person went, or came, since the record was read: look again.
    if (error instanceof Conflict && error.code === UNLINK_CHANGED) return unlinkOnce(deps, input);
    throw error;
  }
}

async function unlinkOnce(deps: Deps, input: UnlinkInput): Promise<Result<Unlinked>> {
  const { account, owner, by, from, requestId } = input;
  const before = await accountsOf(deps, owner);
  const refusal = judge(input, before);
  if (refusal) return refusal;
  const at = deps.clock.now();
  const id = deps.ids.next('unl');
  const left = except(before, account);
  const { platform, workspace, userId } = account;
  await deps.database.change([
    // In the order in which a confirmation takes the same rows, so that neither waits for the other in a circle.
    endOpenLinks(account, at),
    ...takenAway({ account, owner, mayBeLast: owner !== by.principalId }),
    kept({ id, account, owner, by: by.principalId, at }),
    cardsForgotten(account, owner),
    auditEvent({
      objectType: 'principal',
      objectId: owner,
      actor: by.principalId,
      action: 'link.unlink',
      before: { platform, workspace, userId },
      at,
      requestId,
      data: { platform, workspace, userId },
    }),
    ...owe(
      deps.queue,
      { messages: except([account, ...left], from).map((each) => told(id, each)), redraw: [] },
      at,
    ),
    handled(requestId, at),
  ]);
  return ok({ accounts: left });
}

function judge({ account, owner, by }: UnlinkInput, accounts: readonly AccountRef[]): Refusal | null {
  const own = owner === by.principalId;
  const refusal = own ? null : permissionRefusal(permitted('staff.unlink', by));
  if (refusal) return refusal;
  if (!accounts.some((each) => sameAccount(each, account))) return refuse('linking.unlink-gone');
  return own && accounts.length === 1 ? refuse('linking.unlink-last') : null;
}

const told = (id: string, account: AccountRef): OwedMessage => ({
  view: UNLINKED_VIEW,
  subject: id,
  stateSeq: 0,
  rule: 'unlinked',
  receiver: { kind: 'account', account },
});
