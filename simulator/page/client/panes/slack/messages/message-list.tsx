import { Fragment, useCallback, useEffect, useRef, useState } from 'react';
import { useLanguage } from '../../../language/language.ts';
import { isoDay, nearDay, show } from '../text/dates.ts';
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

const NEAR_PX = 80;

/** Follows new messages while the end is in sight, and stays put while somebody reads further up. */
function useStayingAtEnd(last: string | undefined) {
  const ref = useRef<HTMLDivElement>(null);
  const [away, setAway] = useState(false);
  const toEnd = useCallback(() => ref.current?.scrollTo({ top: ref.current.scrollHeight }), []);
  const look = () => {
    const box = ref.current;
    if (box) setAway(box.scrollHeight - box.scrollTop - box.clientHeight > NEAR_PX);
  };
  const following = useRef(true);
  following.current = !away;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new last message is what one follows.
  useEffect(() => {
    if (following.current) toEnd();
  }, [last, toEnd]);
  useEffect(() => {
    const box = ref.current;
    if (!box) return undefined;
    // Cards grow when they are redrawn and when their pictures arrive.
    const watch = new ResizeObserver(() => following.current && toEnd());
    for (const child of box.children) watch.observe(child);
    watch.observe(box);
    return () => watch.disconnect();
  });
  return { ref, away, look, toEnd };
}
