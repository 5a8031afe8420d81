import type { AccountRef } from '../../chat/incoming.ts';
import { type Refusal, refuse } from '../../result.ts';
import { lockedUntil, triesLeft } from '../invitation/lockout.ts';
import type { PrincipalId } from '../principal.ts';
import {
  type AccountLink,
  hasConfirmed,
  type LinkSide,
  sameAccount,
  sideOf,
  statusOf,
} from './account-link.ts';

/** What is on record when somebody hands in a code that began a link. */
export interface Claim {
  readonly link: AccountLink;
  readonly account: AccountRef;
  /** Whoever owns that account. */
  readonly owner: PrincipalId | null;
  /** Within the last hour, for this account. */
  readonly failures: readonly Date[];
}

export type ClaimJudgement =
  /** `again`: this account had handed it in before, and is only asked once more. */
  | { readonly claim: AccountLink; readonly again: boolean }
  /** `counts`: one more failed try. */
  | { readonly refusal: Refusal; readonly counts: boolean };

/**
 * Refused: `accounts.link-locked` {opensAt}, `linking.code-over` {left}, `linking.same-account`,
 * `linking.already-yours`, `linking.elsewhere`, `linking.same-platform`.
 */
export function judgeClaim({ link, account, owner, failures }: Claim, now: Date): ClaimJudgement {
  const opensAt = lockedUntil(failures);
  if (opensAt) return harmless(refuse('accounts.link-locked', { opensAt }));
  const open = statusOf(link, now) === 'open';
  if (open && link.other && sameAccount(link.other, account)) return { claim: link, again: true };
  // Nothing is said of what became of it, or whose it was.
  if (!open || link.other) return codeOver(failures, now);
  const refusal = claimRefusal(link, account, owner);
  return refusal ? harmless(refusal) : { claim: link, again: false };
}

function claimRefusal(link: AccountLink, account: AccountRef, owner: PrincipalId | null): Refusal | null {
  if (sameAccount(link.asker, account)) return refuse('linking.same-account');
  if (owner === link.principalId) return refuse('linking.already-yours');
  if (owner !== null) return refuse('linking.elsewhere');
  return account.platform === link.asker.platform ? refuse('linking.same-platform') : null;
}

const harmless = (refusal: Refusal): ClaimJudgement => ({ refusal, counts: false });

function codeOver(failures: readonly Date[], now: Date): ClaimJudgement {
  const withThis = [...failures, now];
  const opensAt = lockedUntil(withThis);
  const refusal = opensAt
    ? refuse('accounts.link-locked', { opensAt })
    : refuse('linking.code-over', { left: triesLeft(withThis) });
  return { refusal, counts: true };
}

export type StepJudgement = { readonly link: AccountLink; readonly side: LinkSide } | Refusal;

/**
 * Whether this account may confirm or cancel now. Refused: `linking.unknown`, `linking.not-yours`,
 * `linking.linked`, `linking.cancelled`, `linking.expired`.
 */
export function judgeStep(link: AccountLink | null, account: AccountRef, now: Date): StepJudgement {
  if (!link) return refuse('linking.unknown');
  const side = sideOf(link, account);
  if (!side) return refuse('linking.not-yours');
  const status = statusOf(link, now);
  return status === 'open' ? { link, side } : refuse(`linking.${status}`);
}

/** The same for a confirmation. Refused also: `linking.confirmed-already`, `linking.elsewhere`. */
export function judgeConfirmation(link: AccountLink | null, account: AccountRef, now: Date): StepJudgement {
  const step = judgeStep(link, account, now);
  if ('refused' in step) return step;
  const { otherOwner, principalId } = step.link;
  if (otherOwner !== null) return refuse(otherOwner === principalId ? 'linking.linked' : 'linking.elsewhere');
  return hasConfirmed(step.link, step.side) ? refuse('linking.confirmed-already') : step;
}
