import { useLanguage } from '../../../language/language.ts';
import { Avatar } from '../../shared/draw/avatar.tsx';
import { move } from '../world/place.ts';
import { channelName, useSeat } from '../world/screen.ts';
import type { DiscordChannel } from '../world/wire.ts';
import { HashIcon, MembersIcon, MenuIcon, ThreadIcon } from './icons.tsx';

interface HeaderProps {
  readonly channel: DiscordChannel;
  readonly openSidebar: () => void;
  /** Left out in direct messages. */
  readonly members: { readonly shown: boolean; readonly toggle: () => void } | undefined;
}

/** The name of the channel; for a thread, the way back to where it hangs. */
export function ChannelHeader({ channel, openSidebar, members }: HeaderProps) {
  const { t } = useLanguage();
  const { screen } = useSeat();
  return (
    <header className="dc-head">
      <button
        type="button"
        className="dc-icon-button dc-menu-button"
        aria-label={t('discord.channels.open')}
        onClick={openSidebar}
      >
        <MenuIcon />
      </button>
      <Parent channel={channel} />
      <h2 className="dc-head-name">
        <ChannelSign channel={channel} />
        <span>{channelName(screen, channel)}</span>
      </h2>
      {members && (
        <button
          type="button"
          className="dc-icon-button"
          aria-pressed={members.shown}
          aria-label={t('discord.members')}
          title={t('discord.members')}
          onClick={members.toggle}
        >
          <MembersIcon />
        </button>
      )}
    </header>
  );
}

function Parent({ channel }: { readonly channel: DiscordChannel }) {
  const { screen, userId } = useSeat();
  const parent = channel.kind === 'thread' && screen.channels.find(({ id }) => id === channel.parent_id);
  if (!parent) return null;
  return (
    <button type="button" className="dc-head-parent" onClick={() => move(userId, { channel: parent.id })}>
      <HashIcon />
      <span>{parent.name}</span>
      <span aria-hidden="true">›</span>
    </button>
  );
}

export function ChannelSign({ channel }: { readonly channel: DiscordChannel }) {
  const { bot } = useSeat().screen;
  if (channel.kind === 'dm') return <Avatar id={bot.id} name={bot.username} small />;
  return channel.kind === 'thread' ? <ThreadIcon /> : <HashIcon />;
}
