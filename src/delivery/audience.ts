import type { App } from '../app.ts';
import type { Person } from '../chat/conversation.ts';
import { type AccountRef, PLATFORMS, type PlatformName } from '../chat/incoming.ts';
import { type ReaderDefaults, readerFor } from '../chat/reader.ts';
import { ROLES, type Role } from '../people/principal.ts';
import type { Prisma } from '../platform/database/generated/client.ts';
import type { Audience } from './view.ts';

export interface Addressee {
  readonly audience: Audience;
  /** In the order in which they are tried: where the person was last comes first, the others are the way round. */
  readonly accounts: readonly AccountRef[];
}

export function channelAudience(defaults: ReaderDefaults): Audience {
  return { ...readerFor(defaults, { locale: null, zone: null }), person: null };
}

const LAST_USED_FIRST: Prisma.ChatAccountOrderByWithRelationInput[] = [
  { lastUsedAt: { sort: 'desc', nulls: 'last' } },
  { linkedAt: 'asc' },
];

/** Null when there is no such principal. */
export async function addressee(
  app: Pick<App, 'database'>,
  defaults: ReaderDefaults,
  principalId: string,
): Promise<Addressee | null> {
  const found = await app.database.prisma.principal.findUnique({
    where: { id: principalId },
    include: { memberships: true, accounts: { orderBy: LAST_USED_FIRST } },
  });
  if (!found) return null;
  const person: Person = {
    principalId,
    displayName: found.displayName,
    memberships: found.memberships.flatMap(({ organisationId, role }) =>
      isRole(role) ? [{ organisationId, role }] : [],
    ),
  };
  const accounts = found.accounts.flatMap(({ platform, workspace, userId }) =>
    isPlatform(platform) ? [{ platform, workspace, userId }] : [],
  );
  const reader = readerFor(defaults, { locale: found.locale, zone: found.timeZone });
  return { audience: { ...reader, person }, accounts };
}

/** One account alone. While nobody owns it, its reader is as unknown as those of a channel. */
export async function accountAddressee(
  app: Pick<App, 'database'>,
  defaults: ReaderDefaults,
  account: AccountRef,
): Promise<Addressee> {
  const { platform, workspace, userId } = account;
  const owned = await app.database.prisma.chatAccount.findUnique({
    where: { platform_workspace_userId: { platform, workspace, userId } },
    select: { principalId: true },
  });
  const owner = owned && (await addressee(app, defaults, owned.principalId));
  return { audience: owner?.audience ?? channelAudience(defaults), accounts: [account] };
}

const isRole = (value: string): value is Role => ROLES.some((role) => role === value);
const isPlatform = (value: string): value is PlatformName => PLATFORMS.some((name) => name === value);
