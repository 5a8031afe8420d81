import { useMemo } from 'react';
import type { JsonObject } from '../../../../../common/json.ts';
import { objectsAt, stringAt } from '../../../../../common/json.ts';
import { useLanguage } from '../../../language/language.ts';
import { Blocks } from '../blocks/any-block.tsx';
import { type Surface, SurfaceContext } from '../elements/surface.ts';
import { emojiNamed } from '../text/emoji.ts';
import { Mrkdwn } from '../text/mrkdwn.tsx';
import { useSeat } from '../world/screen.ts';
import type { SlackMessage } from '../world/wire.ts';
import { SharedFiles } from './shared-files.tsx';

/** Blocks where there are some, else the text; then attachments, files and reactions. */
export function MessageBody({ message }: { readonly message: SlackMessage }) {
  const { t } = useLanguage();
  const surface = useMessageSurface(message);
  const { blocks = [], attachments = [], files = [], reactions = [] } = message;
  return (
    <SurfaceContext value={surface}>
      <div className="sl-body">
        {blocks.length > 0 ? <Blocks blocks={blocks} /> : <Words text={message.text} />}
        {attachments.map((attachment, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: attachments have no identity besides their place.
          <Attachment key={index} attachment={attachment} />
        ))}
        <SharedFiles files={files} />
        {message.edited && <span className="sl-edited">{t('messages.edited')}</span>}
        {reactions.length > 0 && (
          <div className="sl-reactions">
            {reactions.map(({ name, count }) => (
              <span key={name}>
                {emojiNamed(name)} {count}
              </span>
            ))}
          </div>
        )}
      </div>
    </SurfaceContext>
  );
}

function Words({ text }: { readonly text: string }) {
  if (text === '') return null;
  return (
    <div className="sl-words">
      <Mrkdwn source={text} />
    </div>
  );
}

/** The bar at the side carries the card's tone. https://docs.slack.dev/reference/messaging/attachments */
function Attachment({ attachment }: { readonly attachment: JsonObject }) {
  const blocks = objectsAt(attachment, 'blocks');
  const texts = ['pretext', 'title', 'text', 'footer'].flatMap((key) => stringAt(attachment, key) ?? []);
  const color = stringAt(attachment, 'color');
  return (
    <div className="sl-attachment" style={color ? { borderColor: color } : {}}>
      {blocks.length > 0 ? <Blocks blocks={blocks} /> : texts.map((text) => <Words key={text} text={text} />)}
    </div>
  );
}

function useMessageSurface({ channel, ts }: SlackMessage): Surface {
  const { control, userId } = useSeat();
  return useMemo(
    () => ({
      ref: { channel, ts },
      kind: 'message',
      valueOf: () => undefined,
      errors: {},
      act: (element, value) => control.act(userId, element, value),
      enter: () => undefined,
      upload: (file) => control.upload(userId, file),
    }),
    [control, userId, channel, ts],
  );
}
