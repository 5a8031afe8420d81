import type { PagePerson, PlatformSetup } from '../../../setup.ts';
import { useObservable } from '../../observable.ts';
import type { Platform } from '../platform.ts';
import { SlackWindow } from './window/window.tsx';
import { beginIn, putInComposer } from './world/place.ts';
import { seenMarks, unreadOnScreen } from './world/seen.ts';
import { WorkspaceClient } from './world/workspace.ts';

/** Long enough to be seen, short enough to be waited for. */
const RETRY_AFTER_SECONDS = 2;

export function slackPlatform({ kind, control }: PlatformSetup, people: readonly PagePerson[]): Platform {
  const workspace = new WorkspaceClient(control);
  for (const { accounts, opensIn } of people) if (opensIn !== null) beginIn(accounts.slack, opensIn);
  return {
    kind,
    window: (account) => <SlackWindow workspace={workspace} userId={account} />,
    start: () => workspace.start(),
    show: (accounts) => workspace.show(accounts),
    glance: (accounts) => workspace.glance(accounts),
    compose: putInComposer,
    trouble: {
      failNextCall: () => workspace.control.failNext({ kind: 'http-500' }),
      limitNextCall: () =>
        workspace.control.failNext({ kind: 'rate-limit', retryAfterSeconds: RETRY_AFTER_SECONDS }),
      deliverTwice: () => workspace.control.duplicateNext(),
    },
    useUnread: () => {
      const screens = useObservable(workspace.screens);
      const marks = useObservable(seenMarks);
      return (account) => {
        const screen = screens[account];
        return screen ? unreadOnScreen(marks, screen) : 0;
      };
    },
    useConnected: () => useObservable(workspace.connected),
    useViolations: () => useObservable(workspace.violations),
  };
}
