import { useEffect, useState } from 'react';
import { useLanguage } from '../../../language/language.ts';
import { useSeat } from '../world/screen.ts';

/** What Slack itself tells somebody, such as a command that failed; the latest one, until it is dismissed. */
export function Notices() {
  const { t } = useLanguage();
  const { notices } = useSeat().screen;
  // Those that were there when the window opened are old news.
  const [read, setRead] = useState(notices.length);
  useEffect(() => setRead((count) => Math.min(count, notices.length)), [notices.length]);
  const latest = notices.length > read ? notices.at(-1) : undefined;
  if (!latest) return null;
  return (
    <div className="sl-notice" role="alert">
      <strong>{t('notice.from')}</strong>
      <span>{latest.text}</span>
      <button type="button" aria-label={t('notice.dismiss')} onClick={() => setRead(notices.length)}>
        ×
      </button>
    </div>
  );
}
