import type { ReactNode } from 'react';
import { useObservable } from '../../../observable.ts';
import { useSeat } from '../world/screen.ts';
import { badgeOf, discordSeen, unreadIn } from '../world/seen.ts';
import type { DiscordChannel } from '../world/wire.ts';

interface ServerButtonProps {
  readonly name: string;
  readonly current: boolean;
  readonly channels: readonly DiscordChannel[];
  readonly go: () => void;
  readonly children: ReactNode;
}

/** A server in the strip: a white bar says that something in it is unread, a red number how much speaks to one. */
export function ServerButton({ name, current, channels, go, children }: ServerButtonProps) {
  const { userId } = useSeat();
  const marks = useObservable(discordSeen);
  const sum = (count: typeof badgeOf) =>
    channels.reduce((total, channel) => total + count(marks, userId, channel), 0);
  const badge = sum(badgeOf);
  const unread = sum(unreadIn) > 0;
  const classes = ['dc-server', current && 'dc-server-current', unread && 'dc-server-unread'];
  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(' ')}
      aria-current={current ? 'page' : undefined}
      aria-label={name}
      title={name}
      onClick={go}
    >
      <span className="dc-server-mark">{children}</span>
      {badge > 0 && <span className="dc-badge">{badge}</span>}
    </button>
  );
}
