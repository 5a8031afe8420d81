import type { App } from '../../app.ts';
import { auditCtes } from '../../audit/event.ts';
import { handled } from '../../chat/requests/handled.ts';
import { isCategory } from '../../directory/categories.ts';
import { permissionRefusal, permitted } from '../../people/permissions.ts';
import type { Actor, OrganisationId } from '../../people/principal.ts';
import { Conflict } from '../../platform/database/errors.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { ok, type Result, refuse } from '../../result.ts';
import type { Profile } from '../matching/parts.ts';
import { isBand, isLanguage, isMarket } from '../need/vocabulary.ts';

export interface KeptProfile extends Profile {
  /** 0: nobody has kept one. */
  readonly version: number;
}

const NO_PROFILE: KeptProfile = { markets: [], languages: [], bands: [], exclusive: [], version: 0 };

export async function findProfile(
  { database }: Pick<App, 'database'>,
  providerId: OrganisationId,
): Promise<KeptProfile> {
  return (await database.prisma.providerProfile.findUnique({ where: { providerId } })) ?? NO_PROFILE;
}

export interface KeepProfile {
  readonly actor: Actor;
  readonly requestId: string;
  readonly providerId: OrganisationId;
  /** As chosen; what is no option is left out. */
  readonly profile: Profile;
  /** The version that was looked at. */
  readonly version: number;
}

const CHANGED = 'profile-changed';

/**
 * What a brand's need is matched with (domain-rules §9.1), by the provider's administrators or a lead. Refuses
 * `opportunities.profile-changed` to whoever came second.
 */
export async function keepProfile(
  { database, clock }: Pick<App, 'database' | 'clock'>,
  input: KeepProfile,
): Promise<Result<KeptProfile>> {
  const { actor, requestId, providerId, version } = input;
  const refusal = permissionRefusal(permitted('provider.profile', actor, { providerId }));
  if (refusal) return refusal;
  const profile: Profile = {
    markets: input.profile.markets.filter(isMarket),
    languages: input.profile.languages.filter(isLanguage),
    bands: input.profile.bands.filter(isBand),
    exclusive: input.profile.exclusive.filter(isCategory),
  };
  const at = clock.now();
  const audit = auditCtes(
    {
      ...{ objectType: 'provider', objectId: providerId, actor: actor.principalId, org: providerId },
      ...{ action: 'provider.profile-kept', after: profile, requestId, at, data: { ...profile } },
    },
    { guard: 'kept' },
  );
  try {
    await database.change([
      handled(requestId, at),
      Prisma.sql`WITH kept AS (${written(input, profile, at)} RETURNING 1), ${audit}
        SELECT expect_rows((SELECT count(*) FROM kept), 1, ${CHANGED})`,
    ]);
    return ok({ ...profile, version: version + 1 });
  } catch (error) {
    if (error instanceof Conflict && error.code === CHANGED) return refuse('opportunities.profile-changed');
    throw error;
  }
}

function written({ actor, providerId, version }: KeepProfile, profile: Profile, at: Date): Prisma.Sql {
  const values = Prisma.sql`${[...profile.markets]}::text[], ${[...profile.languages]}::text[],
    ${[...profile.bands]}::text[], ${[...profile.exclusive]}::text[], ${version + 1}::int, ${actor.principalId},
    ${at}::timestamptz`;
  return version === 0
    ? Prisma.sql`INSERT INTO provider_profile (provider_id, markets, languages, bands, exclusive, version, changed_by,
        changed_at) VALUES (${providerId}, ${values}) ON CONFLICT DO NOTHING`
    : Prisma.sql`UPDATE provider_profile SET (markets, languages, bands, exclusive, version, changed_by, changed_at) =
        ROW (${values}) WHERE provider_id = ${providerId} AND version = ${version}::int`;
}
