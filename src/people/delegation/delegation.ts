import type { OrganisationId, PrincipalId, Role } from '../principal.ts';

/**
 * Who takes over whose tasks of one role at one organisation (domain-rules §1). Active on [from, until), in UTC, unless it
 * was ended before.
 */
export interface Delegation {
  readonly id: string;
  readonly organisationId: OrganisationId;
  readonly role: Role;
  readonly delegator: PrincipalId;
  /** Null: the delegator is away, and nobody in particular takes over. */
  readonly delegate: PrincipalId | null;
  /** Null: every task of the role. */
  readonly reportId: string | null;
  readonly from: Date;
  readonly until: Date;
}

/** A → B → C → D: nobody acts for somebody who is farther away. */
export const CHAIN_MAXIMUM = 3;

export const isActive = ({ from, until }: Delegation, at: Date): boolean => from <= at && at < until;

/** Whether two share an instant. */
export const meet = (one: Pick<Delegation, 'from' | 'until'>, other: typeof one): boolean =>
  one.from < other.until && other.from < one.until;
