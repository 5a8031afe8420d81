/** Asks the policy table (policies.ts) about one person and one record. */

import { type Refusal, refuse } from '../result.ts';
import { type ActionName, POLICIES, type Policy, type PolicyPlace } from './policies.ts';
import {
  type Actor,
  type Membership,
  type OrganisationId,
  ROLE_ORGANISATION,
  type Role,
} from './principal.ts';
import type { PeopleRefusal } from './refusals.ts';

/** The record that an action is about; a Report is one. Without it the question is "at all, anywhere". */
export interface Subject {
  readonly storeId?: OrganisationId;
  readonly providerId?: OrganisationId;
}

export type Permission =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      readonly because: `people.${Extract<PeopleRefusal, 'not-linked' | 'role-needed' | 'not-your-organisation'>}`;
      readonly rolesNeeded: readonly Role[];
    };

/** The same as a value to show; null where it is allowed. */
export function permissionRefusal(permission: Permission): Refusal | null {
  if (permission.allowed) return null;
  return refuse(permission.because, { rolesNeeded: permission.rolesNeeded });
}

const ALLOWED: Permission = { allowed: true };

export const rolesFor = (action: ActionName): readonly Role[] => POLICIES[action].roles;

/** An actor of null is an account that no person has linked yet. */
export function permitted(action: ActionName, actor: Actor | null, subject?: Subject): Permission {
  const policy: Policy = POLICIES[action];
  const { roles } = policy;
  if (actor === null) return { allowed: false, because: 'people.not-linked', rolesNeeded: roles };
  const fitting = actor.memberships.filter((membership) => roles.includes(membership.role));
  if (fitting.length === 0) return { allowed: false, because: 'people.role-needed', rolesNeeded: roles };
  if (fitting.some((membership) => isAt(policy.on, membership, subject))) return ALLOWED;
  return { allowed: false, because: 'people.not-your-organisation', rolesNeeded: roles };
}

/** The memberships through which somebody may take this action, for "in which role" and "for which organisation". */
export function membershipsFor(action: ActionName, actor: Actor, subject?: Subject): readonly Membership[] {
  const policy: Policy = POLICIES[action];
  return actor.memberships.filter(
    (membership) => policy.roles.includes(membership.role) && isAt(policy.on, membership, subject),
  );
}

// Platform roles reach every case: there is one platform, and its people review what others file.
function isAt(place: PolicyPlace, membership: Membership, subject: Subject | undefined): boolean {
  const kind = ROLE_ORGANISATION[membership.role];
  if (place === 'anywhere' || kind === 'PLATFORM' || subject === undefined) return true;
  return membership.organisationId === (kind === 'STORE' ? subject.storeId : subject.providerId);
}
