import { useLanguage } from '../../../language/language.ts';
import { Composer } from '../composer/composer.tsx';
import { move } from '../world/place.ts';
import { useSeat } from '../world/screen.ts';
import type { SlackConversation } from '../world/wire.ts';
import { Message } from './message.tsx';
import { continues, repliesIn } from './timeline.ts';

/** One message and what was answered to it, beside the conversation or, where it is narrow, in front of it. */
export function ThreadPanel({
  conversation,
  ts,
}: {
  readonly conversation: SlackConversation;
  readonly ts: string;
}) {
  const { t } = useLanguage();
  const { userId } = useSeat();
  const parent = conversation.messages.find((message) => message.ts === ts);
  const replies = repliesIn(conversation, ts);
  const close = () => move(userId, { thread: undefined });
  if (!parent) return null;
  const count =
    replies.length === 1 ? t('messages.replies.one') : t('messages.replies', { count: replies.length });
  return (
    <aside className="sl-thread" aria-label={t('messages.thread')}>
      <header className="sl-head">
        <h2 className="sl-head-name">{t('messages.thread')}</h2>
        <button type="button" className="sl-head-x" aria-label={t('messages.thread.close')} onClick={close}>
          ×
        </button>
      </header>
      <div className="sl-messages">
        <Message message={parent} continued={false} />
        {replies.length > 0 && (
          <div className="sl-replies-rule">
            <span>{count}</span>
          </div>
        )}
        {replies.map((reply, index) => (
          <Message key={reply.ts} message={reply} continued={continues(reply, replies[index - 1])} />
        ))}
      </div>
      <Composer conversation={conversation} threadTs={ts} />
    </aside>
  );
}
