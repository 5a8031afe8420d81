import type { OrganisationId } from '../../people/principal.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';

export interface KeyOffer {
  readonly applicationId: string;
  readonly providerId: OrganisationId;
  readonly mode: 'SANDBOX' | 'LIVE';
  readonly scopes: readonly string[];
  readonly now: Date;
}

/** What an application that enters the sandbox or goes live is offered, in the same transaction. */
export const offeredKey = (_offer: KeyOffer): readonly Prisma.Sql[] => [];

/** From this transaction on no key of the application works. */
export const revokedKeys = (_applicationId: string, _now: Date): readonly Prisma.Sql[] => [];
