import { useEffect, useState } from 'react';
import { useLanguage } from '../../../language/language.ts';
import { useSeat } from '../world/screen.ts';

/** What Discord itself tells somebody, such as that an app did not respond; the latest one, until it is dismissed. */
export function Notices() {
  const { t } = useLanguage();
  const { notices } = useSeat().screen;
  // Those that were there when the window opened are old news.
  const [read, setRead] = useState(notices.length);
  useEffect(() => setRead((count) => Math.min(count, notices.length)), [notices.length]);
  const latest = notices.length > read ? notices.at(-1) : undefined;
  if (!latest) return null;
  return (
    <div className="dc-notice" role="alert">
      <p>{latest.text}</p>
      <p className="dc-private">
        {t('discord.onlyYou')} ·{' '}
        <button type="button" onClick={() => setRead(notices.length)}>
          {t('discord.dismiss')}
        </button>
      </p>
    </div>
  );
}
