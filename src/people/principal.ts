/** One principal per human; organisations are what they act for (domain-rules §1). */
export type PrincipalId = string;
export type OrganisationId = string;

export const ROLES = [
  'STORE_OWNER',
  'STORE_MEMBER',
  'PROVIDER_ADMIN',
  'PROVIDER_MEMBER',
  'STAFF_REVIEWER',
  'STAFF_LEAD',
  'AUDITOR',
] as const;
export type Role = (typeof ROLES)[number];

export const ORGANISATION_KINDS = ['STORE', 'PROVIDER', 'PLATFORM'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export interface Membership {
  readonly organisationId: OrganisationId;
  readonly role: Role;
}

/** Whoever acts, with all that the permission rules need to know of them. */
export interface Actor {
  readonly principalId: PrincipalId;
  readonly memberships: readonly Membership[];
  /**
   * Principals of whom this one has an account, or who have one of theirs: it was unlinked there and linked here. Separation of
   * duties takes them for one human.
   */
  readonly sharesAccountsWith?: readonly PrincipalId[];
}

/** Which organisation a role belongs to. */
export const ROLE_ORGANISATION: Readonly<Record<Role, OrganisationKind>> = {
  STORE_OWNER: 'STORE',
  STORE_MEMBER: 'STORE',
  PROVIDER_ADMIN: 'PROVIDER',
  PROVIDER_MEMBER: 'PROVIDER',
  STAFF_REVIEWER: 'PLATFORM',
  STAFF_LEAD: 'PLATFORM',
  AUDITOR: 'PLATFORM',
};

export function holds(actor: Actor, role: Role, organisationId?: OrganisationId): boolean {
  return actor.memberships.some(
    (membership) =>
      membership.role === role &&
      (organisationId === undefined || membership.organisationId === organisationId),
  );
}

/** An auditor reads and decides nothing, so is none of them. */
export const isStaff = (actor: Actor): boolean =>
  holds(actor, 'STAFF_REVIEWER') || holds(actor, 'STAFF_LEAD');
