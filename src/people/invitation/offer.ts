import { type Refusal, refuse } from '../../result.ts';
import { permitted } from '../permissions.ts';
import {
  type Actor,
  type OrganisationId,
  type OrganisationKind,
  ROLE_ORGANISATION,
  ROLES,
  type Role,
} from '../principal.ts';

/** An invitation that nobody redeemed is void after this time. */
export const INVITATION_DAYS = 7;
export const NAME_MAX_LENGTH = 80;

export interface Organisation {
  readonly id: OrganisationId;
  readonly name: string;
  readonly kind: OrganisationKind;
}

export interface Offer {
  readonly organisation: Organisation;
  readonly role: Role;
  readonly personName: string;
}

/** Roles that somebody may hand out somewhere: a lead any, an owner or administrator those of their own side. */
export function rolesToOffer(by: Actor): readonly Role[] {
  return ROLES.filter((role) =>
    by.memberships.some((each) => mayOffer({ ...by, memberships: [each] }, role)),
  );
}

function mayOffer(by: Actor, role: Role): boolean {
  const kind = ROLE_ORGANISATION[role];
  const own = by.memberships.flatMap(({ organisationId }) => organisationId);
  return own.some((id) => permitted('staff.invite', by, subjectOf({ id, kind })).allowed);
}

const subjectOf = ({ id, kind }: Pick<Organisation, 'id' | 'kind'>) => {
  if (kind === 'STORE') return { storeId: id };
  return kind === 'PROVIDER' ? { providerId: id } : {};
};

/**
 * Null: the offer stands. Refused: `accounts.role-elsewhere`, `accounts.person-name` (fields of the form), and what the
 * policy table says of an organisation that is not one's own.
 */
export function judgeOffer(by: Actor, { organisation, role, personName }: Offer): Refusal | null {
  if (ROLE_ORGANISATION[role] !== organisation.kind) {
    return refuse('accounts.role-elsewhere', { role, organisation: organisation.name }, 'role');
  }
  const permission = permitted('staff.invite', by, subjectOf(organisation));
  if (!permission.allowed) return refuse(permission.because, { rolesNeeded: permission.rolesNeeded });
  const length = [...personName.trim()].length;
  const fits = length >= 1 && length <= NAME_MAX_LENGTH;
  return fits ? null : refuse('accounts.person-name', { max: NAME_MAX_LENGTH }, 'name');
}
