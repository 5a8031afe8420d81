import { useLanguage } from '../../language/language.ts';
import type { Seat } from '../session.ts';

/** How much in a window has not been read. */
export function Unread({ seat: { platform, account } }: { readonly seat: Seat }) {
  const { t } = useLanguage();
  const count = platform.useUnread()(account);
  if (count === 0) return null;
  return (
    <span className="sl-badge" title={t('slack.unread', { count })}>
      {count}
    </span>
  );
}
