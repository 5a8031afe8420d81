import type { ReactNode } from 'react';
import type { PlatformKind } from '../../setup.ts';
import type { Observable } from '../observable.ts';

/** Something that a stand-in's real counterpart would have refused. */
export interface Violation {
  /** ISO instant on the simulated clock. */
  readonly at: string;
  readonly code: string;
  readonly where: string;
  readonly details: readonly string[];
}

/** Something that can be made to go wrong, in the visitor's language. */
export interface Trouble {
  readonly label: string;
  readonly help: string;
  readonly order: () => Promise<unknown>;
}

/** What the page needs of a chat platform in order to show its people at it. */
export interface Platform {
  readonly kind: PlatformKind;
  /** As it is called by everybody. */
  readonly name: string;
  /** One person's window. */
  window(account: string): ReactNode;
  /** Looks again at whoever is shown: the stand-in changed, or the connection stands again. */
  refresh(): void;
  /** These people's windows are open: keep them fresh. */
  show(accounts: readonly string[]): void;
  /** Look once at people whose windows are not open, so that `useUnread` knows of them. */
  glance(accounts: readonly string[]): Promise<void>;
  /** Puts words where the person would type, ready to be sent. */
  compose(account: string, text: string): void;
  /** What can be made to go wrong, also for each of the people shown. */
  useTroubles(accounts: readonly string[]): readonly Trouble[];
  useUnread(): (account: string) => number;
  readonly connected: Observable<boolean>;
  readonly violations: Observable<readonly Violation[]>;
}
