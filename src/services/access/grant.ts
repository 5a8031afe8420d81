import type { HandleSpec } from '../../chat/card.ts';
import type { OrganisationId } from '../../people/principal.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import type { KeyMode } from './key.ts';
import type { Scope } from './scopes.ts';

export interface KeyOffer {
  readonly applicationId: string;
  readonly providerId: OrganisationId;
  readonly mode: KeyMode;
  readonly scopes: readonly Scope[];
  /** Addresses and CIDR ranges that may call; none: any. */
  readonly allowedIps: readonly string[];
  readonly now: Date;
}

export interface OfferedKey {
  /** For the transaction that lets the application enter the mode. */
  readonly statements: readonly Prisma.Sql[];
  /** Of the button that gives whoever presses it, if they administer the provider, a link to a key of their own. */
  readonly handle: HandleSpec;
}

/** The click that makes a link to a key. The link itself is never on a card: cards are drawn again, keys are not. */
export const KEY_LINK = 'access.key-link';

/**
 * Lets the provider's administrators take keys of this mode. Offered again, with other scopes or addresses, the keys that
 * are there go on with the new ones.
 */
export function offerKey({ applicationId, mode, providerId, scopes, allowedIps, now }: KeyOffer): OfferedKey {
  return {
    statements: [
      Prisma.sql`
        INSERT INTO api_grant (application_id, mode, provider_id, scopes, allowed_ips, granted_at)
        VALUES (${applicationId}, ${mode}, ${providerId}, ${[...scopes]}::text[], ${[...allowedIps]}::text[], ${now})
        ON CONFLICT (application_id, mode) DO UPDATE SET scopes = excluded.scopes, allowed_ips = excluded.allowed_ips,
          granted_at = excluded.granted_at, ended_at = NULL`,
    ],
    handle: keyLinkHandle(applicationId, mode),
  };
}

export const keyLinkHandle = (applicationId: string, mode: KeyMode): HandleSpec => ({
  action: KEY_LINK,
  subject: applicationId,
  revision: 0,
  stateSeq: 0,
  data: mode,
});

/** Every key of the application stops working with the change that these statements are part of. */
export const revokeKeysOf = (applicationId: string, now: Date): readonly Prisma.Sql[] => [
  Prisma.sql`UPDATE api_grant SET ended_at = ${now} WHERE application_id = ${applicationId} AND ended_at IS NULL`,
  Prisma.sql`UPDATE api_key SET revoked_at = ${now} WHERE application_id = ${applicationId} AND revoked_at IS NULL`,
];
