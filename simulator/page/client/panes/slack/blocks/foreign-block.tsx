import { type Block, Message } from 'slack-blocks-to-jsx';
import type { JsonObject } from '../../../../../common/json.ts';
import { OutsideLink } from '../../shared/draw/outside-link.tsx';
import { formatDateToken } from '../text/dates.ts';
import { emojiNamed } from '../text/emoji.ts';

import { useReader } from '../text/reader.ts';

/** Rich text, tables and every other kind of block that needs no answer. */
export function ForeignBlock({ block }: { readonly block: JsonObject }) {
  const reader = useReader();
  if (!isDrawable(block)) return null;
  return (
    <div className="sl-foreign">
      <Message
        blocks={[block]}
        name=""
        logo=""
        theme="light"
        withoutWrapper
        hooks={{
          user: ({ id }) => <span className="sl-mention">@{reader.nameOf(id) ?? id}</span>,
          channel: ({ id }) => <span className="sl-mention">#{reader.channelNamed(id) ?? id}</span>,
          emoji: ({ name }) => emojiNamed(name),
          date: ({ timestamp, format }) => formatDateToken(Number(timestamp), format, reader),
          link: ({ href, children }) => (
            <OutsideLink className="sl-link" href={href}>
              {children}
            </OutsideLink>
          ),
        }}
      />
    </div>
  );
}

// The stand-in has held every block against Slack's own schema before it comes here.
function isDrawable(block: JsonObject): block is JsonObject & Block {
  return typeof block.type === 'string';
}
