import { useMemo, useState } from 'react';
import { useLanguage } from '../../../language/language.ts';
import { Components } from '../components/any-component.tsx';
import { type Surface, SurfaceContext } from '../components/surface.ts';
import { Markdown } from '../text/markdown.tsx';
import { useSeat } from '../world/screen.ts';
import type { DiscordMessage } from '../world/wire.ts';
import { Files } from './files.tsx';

/** Words, then files, then components; "is thinking" while the answer is still to come. */
export function MessageBody({ message }: { readonly message: DiscordMessage }) {
  const { t } = useLanguage();
  const { surface, failed } = useMessageSurface(message);
  const { content, components, attachments, is_loading: thinking, edited_timestamp: edited } = message;
  if (thinking) return <Thinking />;
  const loose = attachments.filter(({ filename }) => !names(components, filename));
  return (
    <SurfaceContext value={surface}>
      <div className="dc-body">
        {content !== '' && <Markdown source={content} />}
        <Files files={loose} />
        <Components components={components} />
        {edited !== null && <span className="dc-edited">{t('messages.edited')}</span>}
        {failed && (
          <p className="dc-failed" role="alert">
            {t('discord.failed')}
          </p>
        )}
      </div>
    </SurfaceContext>
  );
}

function Thinking() {
  const { t } = useLanguage();
  const { bot } = useSeat().screen;
  return (
    <p className="dc-thinking">
      <span className="dc-dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {t('discord.thinking', { name: bot.globalName ?? bot.username })}
    </p>
  );
}

/** A file that a component shows is not shown twice. */
const names = (components: DiscordMessage['components'], filename: string): boolean =>
  JSON.stringify(components).includes(JSON.stringify(`attachment://${filename}`));

function useMessageSurface({ channel_id: channel, id: message, attachments }: DiscordMessage) {
  const { control, userId } = useSeat();
  const [failed, setFailed] = useState(false);
  const surface = useMemo<Surface>(
    () => ({
      act: async (customId, value) => {
        setFailed(false);
        const { outcome, refused } = await control.act(userId, { channel, message, customId }, value);
        setFailed(refused !== undefined || outcome?.acked === false);
      },
      fileNamed: (name) => attachments.find(({ filename }) => filename === name),
    }),
    [control, userId, channel, message, attachments],
  );
  return { surface, failed };
}
