import { createContext, useContext } from 'react';
import type { PagePerson, PageSetup } from '../../setup.ts';
import type { Platform } from '../panes/platform.ts';

/** What the whole page shares. */
export interface Session {
  readonly setup: PageSetup;
  readonly platform: Platform;
  readonly personOf: (id: string) => PagePerson | undefined;
}

export const SessionContext = createContext<Session | undefined>(undefined);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('The shell is drawn inside SessionContext only; see main.tsx.');
  return session;
}

/** Their account on the platform that is shown. */
export const accountOf = ({ platform }: Session, person: PagePerson) => person.accounts[platform.kind];
