import { type Refusal, refuse } from '../../result.ts';
import type { OrganisationId, OrganisationKind, PrincipalId, Role } from '../principal.ts';
import { lockedUntil, triesLeft } from './lockout.ts';

/** An invitation as it is found by its code. */
export interface Invitation {
  readonly id: string;
  readonly organisationId: OrganisationId;
  readonly organisation: string;
  readonly kind: OrganisationKind;
  readonly role: Role;
  readonly personName: string;
  readonly expiresAt: Date;
  readonly redeemed: boolean;
}

/** What is on record when somebody hands in a code. */
export interface Redemption {
  readonly invitation: Invitation | null;
  /** Whoever the chat account is linked to. */
  readonly principalId: PrincipalId | null;
  readonly alreadyMember: boolean;
  /** Within the last hour, for this account. */
  readonly failures: readonly Date[];
}

export type Judgement =
  | { readonly redeem: Invitation }
  /** `counts`: one more failed try. */
  | { readonly refusal: Refusal; readonly counts: boolean };

/**
 * Refused: `accounts.link-locked` {opensAt}, `accounts.code-unknown`, `accounts.code-used` and `accounts.code-expired`
 * {left: tries}, `accounts.already-member`.
 */
export function judge({ invitation, alreadyMember, failures }: Redemption, now: Date): Judgement {
  const opensAt = lockedUntil(failures);
  if (opensAt) return { refusal: refuse('accounts.link-locked', { opensAt }), counts: false };
  if (!invitation) return wrongCode(unknown, failures, now);
  // Whoever is a member already loses nothing by handing in a code twice.
  if (alreadyMember) return { refusal: alreadyIn(invitation), counts: false };
  if (invitation.redeemed) return wrongCode(used, failures, now);
  if (invitation.expiresAt <= now) return wrongCode(expired, failures, now);
  return { redeem: invitation };
}

const alreadyIn = ({ role, organisation }: Invitation): Refusal =>
  refuse('accounts.already-member', { role, organisation });

type WrongCode = (left: number) => Refusal;
const unknown: WrongCode = (left) => refuse('accounts.code-unknown', { left });
const used: WrongCode = (left) => refuse('accounts.code-used', { left });
const expired: WrongCode = (left) => refuse('accounts.code-expired', { left });

function wrongCode(wrong: WrongCode, failures: readonly Date[], now: Date): Judgement {
  const withThis = [...failures, now];
  const opensAt = lockedUntil(withThis);
  const refusal = opensAt ? refuse('accounts.link-locked', { opensAt }) : wrong(triesLeft(withThis));
  return { refusal, counts: true };
}
