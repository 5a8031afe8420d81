import { useLanguage } from '../../../language/language.ts';
import { move } from '../world/place.ts';
import { useSeat } from '../world/screen.ts';
import type { ThreadRef } from '../world/wire.ts';

/** The thread that hangs on a message. */
export function ThreadButton({ thread: { id, name, message_count: count } }: { readonly thread: ThreadRef }) {
  const { t } = useLanguage();
  const { userId } = useSeat();
  return (
    <button type="button" className="dc-thread-button" onClick={() => move(userId, { channel: id })}>
      <strong>{name}</strong>
      <span>{count === 1 ? t('discord.thread.one') : t('discord.thread.count', { count })} ›</span>
    </button>
  );
}
