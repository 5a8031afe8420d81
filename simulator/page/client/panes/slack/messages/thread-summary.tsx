import { useLanguage } from '../../../language/language.ts';
import { Avatar } from '../../shared/draw/avatar.tsx';
import { useReader } from '../text/reader.ts';
import type { SlackMessage } from '../world/wire.ts';

/** How many answered, below a message that was answered in its thread. */
export function ThreadSummary({
  message,
  open,
}: {
  readonly message: SlackMessage;
  readonly open: () => void;
}) {
  const { t } = useLanguage();
  const reader = useReader();
  const count = message.reply_count ?? 0;
  if (count === 0) return null;
  return (
    <button type="button" className="sl-thread-summary" onClick={open}>
      {message.reply_users?.slice(0, 3).map((user) => (
        <Avatar key={user} id={user} name={reader.nameOf(user) ?? user} small />
      ))}
      <span>{count === 1 ? t('messages.replies.one') : t('messages.replies', { count })}</span>
    </button>
  );
}
