import { useLanguage } from '../../../language/language.ts';
import { Composer } from '../composer/composer.tsx';
import { MessageList } from '../messages/message-list.tsx';
import { ThreadPanel } from '../messages/thread-panel.tsx';
import { useTimeline } from '../messages/timeline.ts';
import type { SlackConversation } from '../world/wire.ts';
import { usePlace } from './current.ts';
import { ConversationHeader } from './header.tsx';
import { Notices } from './notices.tsx';

export function ConversationView({ conversation }: { readonly conversation: SlackConversation }) {
  const { t } = useLanguage();
  const { thread } = usePlace();
  const timeline = useTimeline(conversation);
  return (
    <>
      <main className="sl-main">
        <ConversationHeader conversation={conversation} />
        {/* Two siblings with one key would leave the old list standing. */}
        <MessageList key={`list-${conversation.id}`} conversation={conversation} messages={timeline} />
        <Notices />
        {conversation.isMember ? (
          <Composer key={`composer-${conversation.id}`} conversation={conversation} />
        ) : (
          <p className="sl-composer-off">{t('slack.members')}</p>
        )}
      </main>
      {thread && <ThreadPanel key={thread} conversation={conversation} ts={thread} />}
    </>
  );
}
