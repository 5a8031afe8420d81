import { Fragment } from 'react';
import { useLanguage } from '../../../language/language.ts';
import { isoDay, nearDay, show } from '../../shared/draw/dates.ts';
import { useStayingAtEnd } from '../../shared/window/use-staying-at-end.ts';
import { useReader } from '../text/reader.ts';
import { move } from '../world/place.ts';
import { useSeat } from '../world/screen.ts';
import type { SlackConversation, SlackMessage } from '../world/wire.ts';
import { Message } from './message.tsx';
import { continues, instantOf } from './timeline.ts';

interface MessageListProps {
  readonly conversation: SlackConversation;
  readonly messages: readonly SlackMessage[];
}

export function MessageList({ conversation, messages }: MessageListProps) {
  const { t } = useLanguage();
  const { userId } = useSeat();
  const reader = useReader();
  const scroll = useStayingAtEnd(messages.at(-1)?.ts);
  const dayOf = (message: SlackMessage | undefined) => message && isoDay(instantOf(message.ts), reader.zone);
  return (
    <section className="sl-messages-wrap" aria-label={t('messages.list', { name: conversation.name })}>
      <div className="sl-messages" ref={scroll.ref} onScroll={scroll.look}>
        <div className="sl-beginning">
          {t('messages.empty')} {conversation.withBot && t('messages.empty.app')}
        </div>
        {messages.map((message, index) => (
          <Fragment key={message.ts}>
            {dayOf(message) !== dayOf(messages[index - 1]) && <Day at={instantOf(message.ts)} />}
            <Message
              message={message}
              continued={continues(message, messages[index - 1])}
              openThread={() => move(userId, { conversation: conversation.id, thread: message.ts })}
            />
          </Fragment>
        ))}
      </div>
      {scroll.away && (
        <button type="button" className="sl-jump" onClick={scroll.toEnd}>
          ↓ {t('messages.latest')}
        </button>
      )}
    </section>
  );
}

function Day({ at }: { readonly at: Date }) {
  const reader = useReader();
  const day = nearDay(at, reader) ?? show(at, { weekday: 'long', month: 'long', day: 'numeric' }, reader);
  return (
    <div className="sl-day">
      <span>{day.charAt(0).toLocaleUpperCase(reader.locale) + day.slice(1)}</span>
    </div>
  );
}
