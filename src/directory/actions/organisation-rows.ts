/** The rows that an organisation consists of, as statements; and how its legal entity is found again. */
import type { OrganisationId } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { compact, foldedTokens } from '../search/fold.ts';
import { searchColumns } from '../search/keys.ts';
import type { ProviderFacts, RegisteredKind, Registration } from './organisation-fields.ts';

export interface NewOrganisation extends Registration {
  readonly kind: RegisteredKind;
  readonly id: OrganisationId;
  readonly qualificationId: string;
  readonly at: Date;
}

export function insertions(made: NewOrganisation): readonly Prisma.Sql[] {
  const { id, organisation, provider } = made;
  const categories = [...organisation.categories];
  if (provider === null) {
    return [
      insertOrganisation(made),
      Prisma.sql`INSERT INTO store (id, categories) VALUES (${id}, ${categories}::text[])`,
    ];
  }
  return [
    insertOrganisation(made),
    Prisma.sql`INSERT INTO provider (id, categories, recognised_until, deposit_available_minor)
      VALUES (${id}, ${categories}::text[], ${provider.recognisedUntil}::date,
        ${BigInt(provider.depositAvailableMinor)}::bigint)`,
    ...insertLicence(made, provider),
  ];
}

function insertOrganisation({ kind, id, organisation, at }: NewOrganisation): Prisma.Sql {
  const { name, legalEntity, country, timeZone, controlGroup } = organisation;
  const { searchName, searchKeys } = searchColumns(name, legalEntity);
  return Prisma.sql`
    INSERT INTO organisation (id, kind, name, legal_entity, country, time_zone, control_group, search_name,
      search_keys, created_at)
    VALUES (${id}, ${kind}, ${name}, ${legalEntity}, ${country}, ${timeZone}, ${controlGroup}::text, ${searchName},
      ${[...searchKeys]}::text[], ${at}::timestamptz)`;
}

function insertLicence({ id, qualificationId }: NewOrganisation, { licenceUntil }: ProviderFacts) {
  if (licenceUntil === null) return [];
  return [
    Prisma.sql`INSERT INTO qualification (id, provider_id, kind, valid_until)
      VALUES (${qualificationId}, ${id}, 'LICENCE', ${licenceUntil}::date)`,
  ];
}

/** What is compared: the spelling of a legal entity, its punctuation and its suffix do not make it another. */
export const foldedEntity = (legalEntity: string): string => compact(foldedTokens(legalEntity));

/** The folded legal entity is the last line of `search_name`. */
export const sameEntity = (kind: RegisteredKind, legalEntity: string): Prisma.Sql => Prisma.sql`
  SELECT id, name FROM organisation
  WHERE kind = ${Prisma.raw(kind === 'STORE' ? "'STORE'" : "'PROVIDER'")}
    AND search_keys @> ${[...searchColumns(legalEntity).searchKeys]}::text[]
    AND split_part(search_name, E'\n', -1) = ${foldedEntity(legalEntity)}
  ORDER BY id LIMIT 1`;
