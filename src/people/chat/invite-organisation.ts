import type { App } from '../../app.ts';
import { ok, type Result, refuse } from '../../result.ts';
import { PLATFORM_ORGANISATION } from '../actions/bootstrap-lead.ts';
import type { Organisation } from '../invitation/offer.ts';
import { organisationsById, organisationsNamed } from '../organisations.ts';
import { membershipsFor } from '../permissions.ts';
import { type Actor, ROLE_ORGANISATION, type Role } from '../principal.ts';

/** Where somebody may invite; null: anywhere. */
export async function ownOrganisations(
  deps: Pick<App, 'database'>,
  by: Actor,
): Promise<readonly Organisation[] | null> {
  const memberships = membershipsFor('staff.invite', by);
  if (memberships.some(({ role }) => ROLE_ORGANISATION[role] === 'PLATFORM')) return null;
  return organisationsById(deps, [...new Set(memberships.map(({ organisationId }) => organisationId))]);
}

/** More would not help anybody to choose. */
const SHOWN = 5;

/**
 * The organisation as it was picked or typed; staff roles belong to the platform. Refused beside the field:
 * `accounts.organisation-missing`, `-unknown`, `-guessed` and `-ambiguous`: a guess is never taken for what was meant.
 */
export async function chosenOrganisation(
  deps: Pick<App, 'database' | 'clock'>,
  { role, typed }: { readonly role: Role; readonly typed: string },
): Promise<Result<Organisation>> {
  const kind = ROLE_ORGANISATION[role];
  if (typed === '' && kind !== 'PLATFORM') return refuse('accounts.organisation-missing', {}, 'organisation');
  const name = typed === '' ? PLATFORM_ORGANISATION : typed;
  const { found, guessed } = await organisationsNamed(deps, name, SHOWN + 1);
  const fitting = found.filter((organisation) => organisation.kind === kind);
  const [only, ...others] = fitting.length > 0 ? fitting : found;
  if (!only) return refuse('accounts.organisation-unknown', { typed }, 'organisation');
  if (others.length === 0 && !guessed) return ok(only);
  const names = [only, ...others].slice(0, SHOWN).map(({ name, id }) => `${name} (${id})`);
  return guessed
    ? refuse('accounts.organisation-guessed', { typed, names }, 'organisation')
    : refuse('accounts.organisation-ambiguous', { typed, names }, 'organisation');
}
