import { Fragment } from 'react';
import { useLanguage } from '../../../language/language.ts';
import { useObservable } from '../../../observable.ts';
import { isoDay, show } from '../../shared/draw/dates.ts';
import { useStayingAtEnd } from '../../shared/window/use-staying-at-end.ts';
import { useReader } from '../text/reader.ts';
import { dismissed } from '../world/dismissed.ts';
import { channelName, useSeat } from '../world/screen.ts';
import type { DiscordChannel, DiscordMessage } from '../world/wire.ts';
import { Message } from './message.tsx';
import { ThreadCreated } from './thread-created.tsx';
import { continues, MESSAGE } from './timeline.ts';

export function MessageList({ channel }: { readonly channel: DiscordChannel }) {
  const { t } = useLanguage();
  const { screen } = useSeat();
  const reader = useReader();
  const gone = useObservable(dismissed);
  const messages = channel.messages.filter(({ id }) => !gone.includes(id));
  const scroll = useStayingAtEnd(messages.at(-1)?.id);
  const dayOf = (message: DiscordMessage | undefined) =>
    message && isoDay(new Date(message.timestamp), reader.zone);
  const name = channelName(screen, channel);
  return (
    <section className="dc-messages-wrap" aria-label={t('messages.list', { name })}>
      <div className="dc-messages" ref={scroll.ref} onScroll={scroll.look}>
        <Beginning channel={channel} name={name} />
        {messages.map((message, index) => (
          <Fragment key={message.id}>
            {dayOf(message) !== dayOf(messages[index - 1]) && <Day at={new Date(message.timestamp)} />}
            {message.type === MESSAGE.threadCreated ? (
              <ThreadCreated message={message} />
            ) : (
              <Message message={message} continued={continues(message, messages[index - 1])} />
            )}
          </Fragment>
        ))}
      </div>
      {scroll.away && (
        <button type="button" className="dc-jump" onClick={scroll.toEnd}>
          {t('messages.latest')} ↓
        </button>
      )}
    </section>
  );
}

function Beginning({ channel: { kind }, name }: { readonly channel: DiscordChannel; readonly name: string }) {
  const { t } = useLanguage();
  const words = {
    dm: t('discord.beginning.direct', { name }),
    thread: t('discord.beginning.thread', { name }),
    text: t('discord.beginning.channel', { name }),
  };
  return <p className="dc-beginning">{words[kind]}</p>;
}

function Day({ at }: { readonly at: Date }) {
  const reader = useReader();
  return (
    <div className="dc-day">
      <span>{show(at, { dateStyle: 'long' }, reader)}</span>
    </div>
  );
}
