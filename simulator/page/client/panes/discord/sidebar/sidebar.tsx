import { useLanguage } from '../../../language/language.ts';
import { Avatar, initials } from '../../shared/draw/avatar.tsx';
import { move } from '../world/place.ts';
import { nameOf, useSeat } from '../world/screen.ts';
import type { DiscordChannel, DiscordGuild } from '../world/wire.ts';
import { ChannelList, DirectList } from './channel-list.tsx';
import { ServerButton } from './server-button.tsx';

interface SidebarProps {
  readonly current: DiscordChannel | undefined;
  /** In a narrow window the channels are a drawer. */
  readonly open: boolean;
  readonly setOpen: (open: boolean) => void;
}

/** Servers in a strip, beside it the channels of the one in front. */
export function Sidebar({ current, open, setOpen }: SidebarProps) {
  const { t } = useLanguage();
  const { screen } = useSeat();
  const guild = screen.guilds.find(({ id }) => id === current?.guild_id);
  const close = () => setOpen(false);
  return (
    <nav className={open ? 'dc-side dc-side-open' : 'dc-side'} aria-label={t('discord.channels')}>
      <Strip guild={guild} open={() => setOpen(true)} />
      <div className="dc-channels">
        <h3 className="dc-channels-head">{guild ? guild.name : t('discord.direct')}</h3>
        <div className="dc-channels-list">
          {guild ? <ChannelList guild={guild} chosen={close} /> : <DirectList chosen={close} />}
        </div>
        <p className="dc-me">
          <Avatar id={screen.me.id} name={screen.me.username} label={nameOf(screen.me)} small />
          <span className="dc-me-words">
            <strong>{nameOf(screen.me)}</strong>
            <span>{screen.me.username}</span>
          </span>
        </p>
      </div>
      {open && (
        <button
          type="button"
          className="dc-side-shade"
          aria-label={t('discord.channels.close')}
          onClick={close}
        />
      )}
    </nav>
  );
}

interface StripProps {
  /** The server in front; none among direct messages. */
  readonly guild: DiscordGuild | undefined;
  readonly open: () => void;
}

function Strip({ guild, open }: StripProps) {
  const { t } = useLanguage();
  const { screen, userId } = useSeat();
  const direct = screen.channels.filter(({ kind }) => kind === 'dm');
  return (
    <div className="dc-strip">
      <ServerButton
        name={t('discord.direct')}
        current={guild === undefined}
        channels={direct}
        go={() => move(userId, { channel: direct[0]?.id })}
      >
        <Avatar id={screen.bot.id} name={screen.bot.username} />
      </ServerButton>
      <hr />
      {screen.guilds.map((one) => {
        const channels = screen.channels.filter((channel) => channel.guild_id === one.id);
        const go = () => {
          if (one.id !== guild?.id) move(userId, { channel: channels.find(isText)?.id });
          open();
        };
        return (
          <ServerButton key={one.id} name={one.name} current={one.id === guild?.id} {...{ channels, go }}>
            {initials(one.name)}
          </ServerButton>
        );
      })}
    </div>
  );
}

const isText = ({ kind }: DiscordChannel) => kind === 'text';
