import { useEffect, useRef, useState } from 'react';
import { useLanguage } from '../../../language/language.ts';
import { Avatar } from '../../shared/draw/avatar.tsx';
import { hourAndMinute } from '../../shared/draw/dates.ts';
import { useReader } from '../text/reader.ts';
import type { SlackMessage } from '../world/wire.ts';
import { MessageBody } from './message-body.tsx';
import { ThreadSummary } from './thread-summary.tsx';
import { instantOf } from './timeline.ts';

interface MessageProps {
  readonly message: SlackMessage;
  /** Drawn without name and picture, as the next words of the same person. */
  readonly continued: boolean;
  /** Left out inside a thread. */
  readonly openThread?: (() => void) | undefined;
}

export function Message({ message, continued, openThread }: MessageProps) {
  const { t } = useLanguage();
  const reader = useReader();
  const redrawn = useRedrawn(message);
  const name = reader.nameOf(message.user) ?? message.user;
  const shownName = message.bot_id ? 'Baobei' : name;
  const classes = [
    'sl-message',
    message.is_ephemeral && 'sl-message-private',
    redrawn && 'sl-message-redrawn',
  ];
  return (
    <article className={classes.filter(Boolean).join(' ')} data-ts={message.ts} aria-label={shownName}>
      {message.is_ephemeral && <PrivateMark />}
      <div className="sl-message-row">
        {continued ? (
          <Time message={message} quiet />
        ) : (
          <Avatar id={message.user} name={message.bot_id ? 'baobei' : name} />
        )}
        <div className="sl-message-main">
          {!continued && (
            <div className="sl-message-head">
              <strong>{shownName}</strong>
              {message.bot_id && <span className="sl-app-badge">{t('slack.app')}</span>}
              <Time message={message} />
            </div>
          )}
          <MessageBody message={message} />
          {openThread && <ThreadSummary message={message} open={openThread} />}
        </div>
      </div>
      {openThread && !message.is_ephemeral && <ReplyButton open={openThread} />}
    </article>
  );
}

function PrivateMark() {
  const { t } = useLanguage();
  return (
    <p className="sl-private-mark">
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path
          d="M1.5 8s2.4-4 6.5-4 6.5 4 6.5 4-2.4 4-6.5 4S1.5 8 1.5 8z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.3"
        />
        <circle cx="8" cy="8" r="1.9" fill="currentColor" />
      </svg>
      {t('messages.private')}
    </p>
  );
}

function Time({ message, quiet = false }: { readonly message: SlackMessage; readonly quiet?: boolean }) {
  const reader = useReader();
  const at = instantOf(message.ts);
  return (
    <time className={quiet ? 'sl-time sl-time-quiet' : 'sl-time'} dateTime={at.toISOString()}>
      {hourAndMinute(at, reader)}
    </time>
  );
}

function ReplyButton({ open }: { readonly open: () => void }) {
  const { t } = useLanguage();
  return (
    <button
      type="button"
      className="sl-reply-button"
      title={t('messages.reply')}
      aria-label={t('messages.reply')}
      onClick={open}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path
          d="M2.5 3.5h11v7h-6l-3 2.5v-2.5h-2z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.4"
          strokeLinejoin="round"
        />
      </svg>
    </button>
  );
}

/** True for a moment after the card was redrawn in place: that is what one came to see. */
function useRedrawn(message: SlackMessage): boolean {
  const edited = message.edited?.ts;
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
