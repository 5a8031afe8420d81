import type { App } from '../../app.ts';
import { auditEvent } from '../../audit/event.ts';
import { handled } from '../../chat/requests/handled.ts';
import { owe } from '../../delivery/owe.ts';
import { accountName } from '../../delivery/receiver.ts';
import { Conflict } from '../../platform/database/errors.ts';
import { ok, type Result } from '../../result.ts';
import { codeHash } from '../invitation/code.ts';
import { failure, LOCKED, unlocked } from '../invitation/statements.ts';
import { type AccountLink, linkDeadline, type NamedAccount } from '../linking/account-link.ts';
import { judgeClaim } from '../linking/judge.ts';
import { loadClaim } from '../linking/record.ts';
import { claimed, LINK_CHANGED } from '../linking/statements.ts';
import { toldOfLink } from '../linking/told.ts';

export interface ClaimLinkInput {
  readonly account: NamedAccount;
  readonly code: string;
  readonly requestId: string;
}

type Deps = Pick<App, 'database' | 'clock' | 'queue'>;

/**
 * Hands in the code of a link: from here on both sides may confirm, and nothing is joined before both have. Null: it is no
 * code of a link. Refused: as `judgeClaim` says; failures count together with those of invitations.
 */
export async function claimLink(deps: Deps, input: ClaimLinkInput): Promise<Result<AccountLink> | null> {
  try {
    return await claimOnce(deps, input);
  } catch (error) {
    // Another account was faster, or this one got locked, since the record was read: look again.
    if (error instanceof Conflict && RACES.has(error.code)) return claimOnce(deps, input);
    throw error;
  }
}

const RACES: ReadonlySet<string> = new Set([LINK_CHANGED, LOCKED]);

async function claimOnce(deps: Deps, input: ClaimLinkInput): Promise<Result<AccountLink> | null> {
  const now = deps.clock.now();
  const found = await loadClaim(deps, { account: input.account, hash: codeHash(input.code), now });
  if (!found) return null;
  const judgement = judgeClaim(found, now);
  if ('claim' in judgement) {
    return ok(judgement.again ? judgement.claim : await claim(deps, input, judgement.claim));
  }
  if (judgement.counts) await deps.database.change(failure(input.account, now));
  return judgement.refusal;
}

async function claim(
  deps: Deps,
  { account, requestId }: ClaimLinkInput,
  link: AccountLink,
): Promise<AccountLink> {
  const at = deps.clock.now();
  const { platform, workspace, userId } = account;
  const next: AccountLink = { ...link, other: account, expiresAt: linkDeadline(at) };
  await deps.database.change([
    ...unlocked(account, at),
    claimed(link, account, at),
    auditEvent({
      objectType: 'principal',
      objectId: link.principalId,
      actor: accountName(account),
      action: 'link.claim',
      at,
      requestId,
      data: { link: link.id, platform, workspace, userId },
    }),
    ...owe(deps.queue, { messages: [toldOfLink(next, link.asker, 'claimed')], redraw: [] }, at),
    handled(requestId, at),
  ]);
  return next;
}
