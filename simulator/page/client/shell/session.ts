import { createContext, useContext } from 'react';
import { type PagePerson, type PageSetup, PLATFORM_KINDS, type PlatformKind } from '../../setup.ts';
import type { Platform } from '../panes/platform.ts';

/** What the whole page shares. */
export interface Session {
  readonly setup: PageSetup;
  readonly platforms: readonly Platform[];
  readonly personOf: (id: string) => PagePerson | undefined;
}

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('The shell is drawn inside SessionContext only; see main.tsx.');
  return session;
}

/** One person at one platform. */
export interface Seat {
  readonly key: string;
  readonly person: PagePerson;
  readonly platform: Platform;
  readonly account: string;
}

export const seatKey = (person: string, platform: PlatformKind) => `${person}@${platform}`;

/** Without a platform in the key, the first on which the person is. */
export function seatOf({ platforms, personOf }: Session, key: string): Seat | undefined {
  const [id = '', wanted] = key.split('@');
  const person = personOf(id);
  if (!person) return undefined;
  const kind = PLATFORM_KINDS.find((one) => person.accounts[one] && (wanted === undefined || one === wanted));
  const platform = platforms.find((one) => one.kind === kind);
  const account = kind && person.accounts[kind];
  return platform && account ? { key, person, platform, account: account.id } : undefined;
}

/** Everywhere where this person is. */
export function seatsOf(session: Session, person: PagePerson): readonly Seat[] {
  return session.platforms.flatMap(({ kind }) => seatOf(session, seatKey(person.id, kind)) ?? []);
}
