import { useLanguage } from '../../../language/language.ts';
import { useReader } from '../text/reader.ts';
import { ThreadIcon } from '../window/icons.tsx';
import type { DiscordMessage } from '../world/wire.ts';

/** The line in a channel that says that a thread was started there. */
export function ThreadCreated({ message }: { readonly message: DiscordMessage }) {
  const { t } = useLanguage();
  const name = useReader().nameOf(message.author.id) ?? '';
  return (
    <p className="dc-system">
      <ThreadIcon />
      <span>{t('discord.thread.started', { name, thread: message.content })}</span>
    </p>
  );
}
