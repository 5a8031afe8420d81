import type { AccountRef } from '../../chat/incoming.ts';
import type { PrincipalId } from '../principal.ts';

/** So long a code may be handed in, and so long after that both sides may confirm. */
export const LINK_MINUTES = 10;

export const linkDeadline = (from: Date): Date => new Date(from.getTime() + LINK_MINUTES * 60_000);

/** An account with the name that its platform shows, where it was said. */
export interface NamedAccount extends AccountRef {
  readonly name: string | null;
}

/** A second account on its way to a principal (domain-rules §1). */
export interface AccountLink {
  readonly id: string;
  readonly principalId: PrincipalId;
  readonly ownerName: string;
  /** The owner's account that asked for the code. */
  readonly asker: NamedAccount;
  /** False: it was taken away from its owner since. */
  readonly askerLinked: boolean;
  /** The account that handed the code in; null until one has. */
  readonly other: NamedAccount | null;
  /** Whoever owns that account now. */
  readonly otherOwner: PrincipalId | null;
  readonly expiresAt: Date;
  readonly confirmed: boolean;
  readonly otherConfirmed: boolean;
  readonly linked: boolean;
  readonly cancelled: boolean;
}

export type LinkSide = 'asker' | 'other';

export const sameAccount = (a: AccountRef, b: AccountRef): boolean =>
  a.platform === b.platform && a.workspace === b.workspace && a.userId === b.userId;

/** Null for an account that has no part in it. */
export function sideOf({ asker, other }: AccountLink, account: AccountRef): LinkSide | null {
  if (sameAccount(asker, account)) return 'asker';
  return other && sameAccount(other, account) ? 'other' : null;
}

export const hasConfirmed = (link: AccountLink, side: LinkSide): boolean =>
  side === 'asker' ? link.confirmed : link.otherConfirmed;

export type LinkStatus = 'open' | 'linked' | 'cancelled' | 'expired';

export function statusOf(link: AccountLink, now: Date): LinkStatus {
  if (link.linked) return 'linked';
  if (link.cancelled || !link.askerLinked) return 'cancelled';
  return link.expiresAt <= now ? 'expired' : 'open';
}
