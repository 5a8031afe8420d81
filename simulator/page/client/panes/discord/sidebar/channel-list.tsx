import { useLanguage } from '../../../language/language.ts';
import { useObservable } from '../../../observable.ts';
import { useCurrent } from '../window/current.ts';
import { ChannelSign } from '../window/header.tsx';
import { move } from '../world/place.ts';
import { channelName, useSeat } from '../world/screen.ts';
import { badgeOf, discordSeen, unreadIn } from '../world/seen.ts';
import type { DiscordChannel, DiscordGuild } from '../world/wire.ts';

interface ListProps {
  readonly chosen: () => void;
}

/** A server's channels, each with its open threads below it. */
export function ChannelList({ guild, chosen }: ListProps & { readonly guild: DiscordGuild }) {
  const { t } = useLanguage();
  const { channels } = useSeat().screen;
  const here = channels.filter(({ guild_id }) => guild_id === guild.id);
  const threadsOf = (id: string) =>
    here.filter(({ parent_id, thread_metadata }) => parent_id === id && thread_metadata?.archived === false);
  return (
    <>
      <h4>{t('discord.text')}</h4>
      {here
        .filter(({ kind }) => kind === 'text')
        .map((channel) => (
          <div key={channel.id}>
            <Entry channel={channel} chosen={chosen} />
            {threadsOf(channel.id).map((thread) => (
              <Entry key={thread.id} channel={thread} chosen={chosen} />
            ))}
          </div>
        ))}
    </>
  );
}

/** Whom somebody writes with: here it is the app alone. */
export function DirectList({ chosen }: ListProps) {
  const { channels } = useSeat().screen;
  return channels
    .filter(({ kind }) => kind === 'dm')
    .map((channel) => <Entry key={channel.id} channel={channel} chosen={chosen} />);
}

function Entry({ channel, chosen }: ListProps & { readonly channel: DiscordChannel }) {
  const { t } = useLanguage();
  const { screen, userId } = useSeat();
  const marks = useObservable(discordSeen);
  const current = useCurrent()?.id === channel.id;
  const badge = badgeOf(marks, userId, channel);
  const name = channelName(screen, channel);
  const classes = [
    `dc-entry dc-entry-${channel.kind}`,
    current && 'dc-entry-current',
    unreadIn(marks, userId, channel) > 0 && 'dc-entry-unread',
  ];
  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(' ')}
      aria-current={current ? 'page' : undefined}
      aria-label={badge > 0 ? `${name}, ${t('slack.unread', { count: badge })}` : name}
      title={name}
      onClick={() => {
        move(userId, { channel: channel.id });
        chosen();
      }}
    >
      <ChannelSign channel={channel} />
      <span className="dc-entry-name">{name}</span>
      {badge > 0 && <span className="dc-badge">{badge}</span>}
    </button>
  );
}
