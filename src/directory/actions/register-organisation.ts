import type { App } from '../../app.ts';
import { auditEvent } from '../../audit/event.ts';
import { ORGANISATION_CHAIN } from '../../audit/payload.ts';
import { handled } from '../../chat/requests/handled.ts';
import { membershipsFor, permissionRefusal, permitted } from '../../people/permissions.ts';
import type { Actor, OrganisationId } from '../../people/principal.ts';
import { Conflict } from '../../platform/database/errors.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { isRefused, ok, type Refusal, type Result, refuse } from '../../result.ts';
import {
  organisationFields,
  type RegisteredKind,
  registrationFields,
  type TypedOrganisation,
} from './organisation-fields.ts';
import { foldedEntity, insertions, type NewOrganisation, sameEntity } from './organisation-rows.ts';

export interface RegisterOrganisation {
  readonly actor: Actor;
  readonly requestId: string;
  readonly organisation: TypedOrganisation;
  /** Goes into the same transaction: takes away the draft that has become this change. */
  readonly draft?: Prisma.Sql;
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
  const refusal = permissionRefusal(permitted('staff.register', input.actor));
  if (refusal) return refusal;
  const fields = registrationFields(input.organisation);
  if (isRefused(fields)) return fields;
  const { kind } = input.organisation;
  const id = app.ids.next(kind === 'STORE' ? 'st' : 'prv');
  const qualificationId = app.ids.next('ql');
  const made = { ...fields.ok, kind, id, qualificationId, at: app.clock.now() };
  try {
    await app.database.change(statements(input, made));
    return ok({ id });
  } catch (error) {
    if (!(error instanceof Conflict && error.code === EXISTS)) throw error;
    const same = await entityOnRecord(app, kind, made.organisation.legalEntity);
    if (!same) throw error;
    return same;
  }
}

/** The same for one kind alone. */
export const createStore = (app: Deps, input: OfOneKind) => registerOrganisation(app, ofKind('STORE', input));
export const createProvider = (app: Deps, input: OfOneKind) =>
  registerOrganisation(app, ofKind('PROVIDER', input));

type OfOneKind = Omit<RegisterOrganisation, 'organisation'> & {
  readonly organisation: Omit<TypedOrganisation, 'kind'>;
};

const ofKind = (kind: RegisteredKind, input: OfOneKind): RegisterOrganisation => ({
  ...input,
  organisation: { ...input.organisation, kind },
});

/**
 * What would be refused of the part that stores and providers have in common, known before the rest is typed. Null:
 * nothing so far.
 */
export async function refusedSoFar(
  app: Pick<App, 'database'>,
  typed: TypedOrganisation,
): Promise<Refusal | null> {
  const fields = organisationFields(typed);
  return isRefused(fields) ? fields : entityOnRecord(app, typed.kind, fields.ok.legalEntity);
}

const EXISTS = 'organisation-exists';

async function entityOnRecord(
  { database }: Pick<App, 'database'>,
  kind: RegisteredKind,
  legalEntity: string,
): Promise<Refusal | null> {
  const [same] = await database.query<{ id: string; name: string }>(sameEntity(kind, legalEntity));
  return same ? exists(same) : null;
}

const exists = (same: { readonly id: string; readonly name: string }): Refusal =>
  refuse('directory.organisation-exists', { ...same }, 'legalEntity');

function statements(
  { actor, requestId, draft }: RegisterOrganisation,
  made: NewOrganisation,
): readonly Prisma.Sql[] {
  const { kind, id, at, organisation, provider } = made;
  const { name, legalEntity } = organisation;
  return [
    handled(requestId, at),
    ...(draft ? [draft] : []),
    oneAtATime(kind, legalEntity),
    Prisma.sql`SELECT expect_rows((SELECT count(*) FROM (${sameEntity(kind, legalEntity)}) same), 0, ${EXISTS})`,
    ...insertions(made),
    auditEvent({
      objectType: ORGANISATION_CHAIN[kind],
      objectId: id,
      actor: actor.principalId,
      org: membershipsFor('staff.register', actor)[0]?.organisationId,
      action: 'directory.registered',
      after: { ...organisation, ...provider },
      requestId,
      at,
      data: { name, legalEntity },
    }),
  ];
}

/** Two people who register the same company at the same moment would each see none. */
const oneAtATime = (kind: RegisteredKind, legalEntity: string): Prisma.Sql =>
  Prisma.sql`SELECT 1 FROM (SELECT pg_advisory_xact_lock(hashtextextended(${`${kind} ${foldedEntity(legalEntity)}`}, 0))) held`;
