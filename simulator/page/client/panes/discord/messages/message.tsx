import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../../../language/language.ts';
import { Avatar } from '../../shared/draw/avatar.tsx';
import { useReader } from '../text/reader.ts';
import { EyeIcon } from '../window/icons.tsx';
import { dismiss } from '../world/dismissed.ts';
import { useSeat } from '../world/screen.ts';
import type { DiscordMessage } from '../world/wire.ts';
import { Context } from './context.tsx';
import { MessageBody } from './message-body.tsx';
import { MessageTime } from './message-time.tsx';
import { ThreadButton } from './thread-button.tsx';

interface MessageProps {
  readonly message: DiscordMessage;
  /** Drawn without name and picture, as the next words of the same author. */
  readonly continued: boolean;
}

export function Message({ message, continued }: MessageProps) {
  const { t } = useLanguage();
  const { screen } = useSeat();
  const name = useReader().nameOf(message.author.id) ?? '';
  const isApp = message.author.id === screen.bot.id;
  const redrawn = useRedrawn(message);
  const classes = [
    'dc-message',
    message.is_ephemeral && 'dc-message-private',
    message.pings.includes(screen.me.id) && 'dc-message-pings',
    continued && 'dc-message-continued',
    redrawn && 'dc-message-redrawn',
  ];
  return (
    <article className={classes.filter(Boolean).join(' ')} data-id={message.id} aria-label={name}>
      <Context message={message} />
      <div className="dc-message-row">
        {continued ? (
          <MessageTime message={message} quiet />
        ) : (
          <Avatar id={message.author.id} name={isApp ? screen.bot.username : ''} label={name} />
        )}
        <div className="dc-message-main">
          {!continued && (
            <div className="dc-message-head">
              <strong>{name}</strong>
              {isApp && <span className="dc-app">{t('slack.app')}</span>}
              <MessageTime message={message} />
            </div>
          )}
          <MessageBody message={message} />
          {message.thread && <ThreadButton thread={message.thread} />}
          {message.is_ephemeral && <OnlyYou id={message.id} />}
        </div>
      </div>
    </article>
  );
}

function OnlyYou({ id }: { readonly id: string }) {
  const { t } = useLanguage();
  return (
    <p className="dc-private">
      <EyeIcon />
      {t('discord.onlyYou')} ·{' '}
      <button type="button" onClick={() => dismiss(id)}>
        {t('discord.dismiss')}
      </button>
    </p>
  );
}

/** True for a moment after the card was redrawn in place: that is what one came to see. */
function useRedrawn({ edited_timestamp: edited }: DiscordMessage): boolean {
  const first = useRef(edited);
  const [redrawn, setRedrawn] = useState(false);
  useEffect(() => {
    if (edited === first.current) return undefined;
    first.current = edited;
    setRedrawn(true);
    const timer = setTimeout(() => setRedrawn(false), 2_400);
    return () => clearTimeout(timer);
  }, [edited]);
  return redrawn;
}
