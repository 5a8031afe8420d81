import type { PagePerson, PlatformSetup } from '../../../setup.ts';
import { useLanguage } from '../../language/language.ts';
import { useObservable } from '../../observable.ts';
import type { Platform, Trouble } from '../platform.ts';
import { DiscordWindow } from './window/window.tsx';
import { beginIn, putInComposer } from './world/place.ts';
import { nameOf } from './world/screen.ts';
import { discordSeen, unreadOnScreen } from './world/seen.ts';
import { type ServersClient, serversClient } from './world/servers.ts';

/** Long enough to be seen, short enough to be waited for. */
const RETRY_AFTER_SECONDS = 2;

export function discordPlatform({ control }: PlatformSetup, people: readonly PagePerson[]): Platform {
  const servers = serversClient(control);
  for (const { discord } of people.map((person) => person.accounts))
    if (discord?.opensIn) beginIn(discord.id, discord.opensIn);
  return {
    kind: 'discord',
    name: 'Discord',
    window: (account) => <DiscordWindow servers={servers} userId={account} />,
    refresh: () => servers.refresh(),
    show: (accounts) => servers.show(accounts),
    glance: (accounts) => servers.glance(accounts),
    compose: putInComposer,
    useTroubles: (accounts) => [...useTroubles(servers), ...useBlocking(servers, accounts)],
    useUnread: () => {
      const screens = useObservable(servers.screens);
      const marks = useObservable(discordSeen);
      return (account) => {
        const screen = screens[account];
        return screen ? unreadOnScreen(marks, screen) : 0;
      };
    },
    connected: servers.connected,
    violations: servers.violations,
  };
}

function useTroubles({ control }: ServersClient): readonly Trouble[] {
  const { t } = useLanguage();
  return [
    {
      label: t('trouble.gateway'),
      help: t('trouble.gateway.help'),
      order: () => control.dropGateway(),
    },
    {
      label: t('trouble.discord.fail'),
      help: t('trouble.fail.help'),
      order: () => control.failNext({ kind: 'http-500' }),
    },
    {
      label: t('trouble.discord.limit'),
      help: t('trouble.limit.help'),
      order: () => control.failNext({ kind: 'rate-limit', retryAfterSeconds: RETRY_AFTER_SECONDS }),
    },
    {
      label: t('trouble.discord.twice'),
      help: t('trouble.discord.twice.help'),
      order: () => control.duplicateNext(),
    },
  ];
}

/** Each of the people shown may close their door to direct messages, and open it again. */
function useBlocking(servers: ServersClient, accounts: readonly string[]): readonly Trouble[] {
  const { t } = useLanguage();
  const screens = useObservable(servers.screens);
  return accounts.flatMap((account): Trouble[] => {
    const me = screens[account]?.me;
    if (!me) return [];
    const blocks = !me.blocksDirect;
    return [
      {
        label: t(blocks ? 'trouble.block' : 'trouble.unblock', { name: nameOf(me) }),
        help: t(blocks ? 'trouble.block.help' : 'trouble.unblock.help'),
        order: () => servers.control.blockDirect(account, blocks),
      },
    ];
  });
}
