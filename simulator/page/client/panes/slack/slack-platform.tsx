import type { PagePerson, PlatformSetup } from '../../../setup.ts';
import { useLanguage } from '../../language/language.ts';
import { useObservable } from '../../observable.ts';
import type { Platform, Trouble } from '../platform.ts';
import { SlackWindow } from './window/window.tsx';
import { beginIn, putInComposer } from './world/place.ts';
import { slackSeen, unreadOnScreen } from './world/seen.ts';
import { type WorkspaceClient, workspaceClient } from './world/workspace.ts';

/** Long enough to be seen, short enough to be waited for. */
const RETRY_AFTER_SECONDS = 2;

export function slackPlatform({ control }: PlatformSetup, people: readonly PagePerson[]): Platform {
  const workspace = workspaceClient(control);
  for (const { slack } of people.map((person) => person.accounts))
    if (slack?.opensIn) beginIn(slack.id, slack.opensIn);
  return {
    kind: 'slack',
    name: 'Slack',
    window: (account) => <SlackWindow workspace={workspace} userId={account} />,
    refresh: () => workspace.refresh(),
    show: (accounts) => workspace.show(accounts),
    glance: (accounts) => workspace.glance(accounts),
    compose: putInComposer,
    useTroubles: () => useTroubles(workspace),
    useUnread: () => {
      const screens = useObservable(workspace.screens);
      const marks = useObservable(slackSeen);
      return (account) => {
        const screen = screens[account];
        return screen ? unreadOnScreen(marks, screen) : 0;
      };
    },
    connected: workspace.connected,
    violations: workspace.violations,
  };
}

function useTroubles({ control }: WorkspaceClient): readonly Trouble[] {
  const { t } = useLanguage();
  return [
    {
      label: t('trouble.fail'),
      help: t('trouble.fail.help'),
      order: () => control.failNext({ kind: 'http-500' }),
    },
    {
      label: t('trouble.limit'),
      help: t('trouble.limit.help'),
      order: () => control.failNext({ kind: 'rate-limit', retryAfterSeconds: RETRY_AFTER_SECONDS }),
    },
    { label: t('trouble.twice'), help: t('trouble.twice.help'), order: () => control.duplicateNext() },
  ];
}
