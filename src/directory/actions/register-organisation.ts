import type { App } from '../../app.ts';
import { auditEvent } from '../../audit/event.ts';
import { ORGANISATION_CHAIN } from '../../audit/payload.ts';
import { handled } from '../../chat/requests/handled.ts';
import { membershipsFor, permitted } from '../../people/permissions.ts';
import type { Actor, OrganisationId } from '../../people/principal.ts';
import { Conflict } from '../../platform/database/errors.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { isRefused, ok, type Result, refuse } from '../../result.ts';
import { compact, foldedTokens } from '../search/fold.ts';
import { searchColumns } from '../search/keys.ts';
import {
  type OrganisationFields,
  organisationFields,
  type TypedOrganisation,
} from './organisation-fields.ts';

export interface RegisterOrganisation {
  readonly actor: Actor;
  readonly requestId: string;
  readonly organisation: TypedOrganisation;
}

type Deps = Pick<App, 'database' | 'clock' | 'ids'>;

/**
 * Puts a store or a provider on record, so that its people can be invited. Refuses `directory.organisation-exists`
 * (with the `id` that it has) where one of the same kind has the same legal entity, whatever its spelling; inputs are
 * refused beside their fields.
 */
export async function registerOrganisation(
  app: Deps,
  input: RegisterOrganisation,
): Promise<Result<{ readonly id: OrganisationId }>> {
  const permission = permitted('staff.register', input.actor);
  if (!permission.allowed) return refuse(permission.because, { rolesNeeded: permission.rolesNeeded });
  const fields = organisationFields(input.organisation);
  if (isRefused(fields)) return fields;
  const { kind } = input.organisation;
  const id = app.ids.next(kind === 'STORE' ? 'st' : 'prv');
  try {
    await app.database.change(statements({ app, input, fields: fields.ok, id }));
    return ok({ id });
  } catch (error) {
    if (error instanceof Conflict && error.code === EXISTS) return existing(app, kind, fields.ok);
    throw error;
  }
}

/** The same for one kind alone. */
export const createStore = (app: Deps, input: Registration) =>
  registerOrganisation(app, ofKind('STORE', input));
export const createProvider = (app: Deps, input: Registration) =>
  registerOrganisation(app, ofKind('PROVIDER', input));

type Registration = Omit<RegisterOrganisation, 'organisation'> & {
  readonly organisation: Omit<TypedOrganisation, 'kind'>;
};

const ofKind = (kind: TypedOrganisation['kind'], input: Registration): RegisterOrganisation => ({
  ...input,
  organisation: { ...input.organisation, kind },
});

const EXISTS = 'organisation-exists';

interface Writing {
  readonly app: Pick<App, 'clock'>;
  readonly input: RegisterOrganisation;
  readonly fields: OrganisationFields;
  readonly id: OrganisationId;
}

function statements({ app, input, fields, id }: Writing): readonly Prisma.Sql[] {
  const { actor, requestId, organisation } = input;
  const at = app.clock.now();
  return [
    handled(requestId, at),
    oneAtATime(organisation.kind, fields),
    Prisma.sql`SELECT expect_rows((SELECT count(*) FROM (${sameEntity(organisation.kind, fields)}) same), 0, ${EXISTS})`,
    insertOrganisation(organisation.kind, { fields, id, at }),
    organisation.kind === 'STORE' ? insertStore(id, fields) : insertProvider(id, fields),
    auditEvent({
      objectType: ORGANISATION_CHAIN[organisation.kind],
      objectId: id,
      actor: actor.principalId,
      org: membershipsFor('staff.register', actor)[0]?.organisationId,
      action: 'directory.registered',
      after: fields,
      requestId,
      at,
      data: { name: fields.name, legalEntity: fields.legalEntity },
    }),
  ];
}

const entityOf = (fields: OrganisationFields): string => compact(foldedTokens(fields.legalEntity));

/** Two people who register the same company at the same moment would each see none. */
const oneAtATime = (kind: string, fields: OrganisationFields): Prisma.Sql =>
  Prisma.sql`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${`${kind} ${entityOf(fields)}`}, 0))) held`;

/** The folded legal entity is the last line of `search_name`. */
const sameEntity = (kind: string, fields: OrganisationFields): Prisma.Sql => Prisma.sql`
  SELECT id, name FROM organisation
  WHERE kind = ${Prisma.raw(kind === 'STORE' ? "'STORE'" : "'PROVIDER'")}
    AND search_keys @> ${[...searchColumns(fields.legalEntity).searchKeys]}::text[]
    AND split_part(search_name, E'\n', -1) = ${entityOf(fields)}
  ORDER BY id LIMIT 1`;

function insertOrganisation(
  kind: string,
  { fields, id, at }: { readonly fields: OrganisationFields; readonly id: string; readonly at: Date },
): Prisma.Sql {
  const { name, legalEntity, country, timeZone } = fields;
  const { searchName, searchKeys } = searchColumns(name, legalEntity);
  return Prisma.sql`
    INSERT INTO organisation (id, kind, name, legal_entity, country, time_zone, search_name, search_keys, created_at)
    VALUES (${id}, ${kind}, ${name}, ${legalEntity}, ${country}, ${timeZone}, ${searchName},
      ${[...searchKeys]}::text[], ${at}::timestamptz)`;
}

const insertStore = (id: OrganisationId, { categories }: OrganisationFields): Prisma.Sql =>
  Prisma.sql`INSERT INTO store (id, categories) VALUES (${id}, ${[...categories]}::text[])`;

const insertProvider = (
  id: OrganisationId,
  { categories, recognisedUntil }: OrganisationFields,
): Prisma.Sql =>
  Prisma.sql`INSERT INTO provider (id, categories, recognised_until)
    VALUES (${id}, ${[...categories]}::text[], ${recognisedUntil}::date)`;

async function existing(
  { database }: Pick<App, 'database'>,
  kind: string,
  fields: OrganisationFields,
): Promise<Result<never>> {
  const [same] = await database.query<{ id: string; name: string }>(sameEntity(kind, fields));
  return refuse('directory.organisation-exists', { id: same?.id, name: same?.name }, 'legalEntity');
}
