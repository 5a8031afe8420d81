import type { ReactNode } from 'react';
import type { PlatformSetup } from '../../setup.ts';

/** Something that a stand-in's real counterpart would have refused. */
export interface Violation {
  /** ISO instant on the simulated clock. */
  readonly at: string;
  readonly code: string;
  readonly where: string;
  readonly details: readonly string[];
}

/** What the page needs of a chat platform in order to show its people at it. A second platform is a second one of these. */
export interface Platform {
  readonly kind: PlatformSetup['kind'];
  /** One person's window. */
  window(account: string): ReactNode;
  start(): void;
  /** These people's windows are open: keep them fresh. */
  show(accounts: readonly string[]): void;
  /** Look once at people whose windows are not open, so that `useUnread` knows of them. */
  glance(accounts: readonly string[]): Promise<void>;
  /** Puts words where the person would type, ready to be sent. */
  compose(account: string, text: string): void;
  /** What goes wrong next, once. */
  readonly trouble: {
    failNextCall(): Promise<unknown>;
    limitNextCall(): Promise<unknown>;
    deliverTwice(): Promise<unknown>;
  };
  useUnread(): (account: string) => number;
  useConnected(): boolean;
  useViolations(): readonly Violation[];
}
