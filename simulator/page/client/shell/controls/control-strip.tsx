import { useMemo } from 'react';
import { useLanguage } from '../../language/language.ts';
import { combined, useObservable } from '../../observable.ts';
import { type Seat, useSession } from '../session.ts';
import { ClockControls } from './clock-controls.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { TroubleMenu } from './trouble-menu.tsx';
import { ViolationsBadge } from './violations-badge.tsx';
import { WindowCount } from './window-count.tsx';

export function ControlStrip({ shown }: { readonly shown: readonly Seat[] }) {
  const { t } = useLanguage();
  const connected = useConnected();
  return (
    <header className="sh-strip">
      <h1 className="sh-brand" title={t('page.tagline')}>
        <span className="sh-brand-mark" aria-hidden="true">
          报
        </span>
        <span className="sh-brand-name">{t('page.title')}</span>
      </h1>
      <ClockControls />
      <div className="sh-strip-end">
        {!connected && (
          <span className="sh-offline" role="status">
            {t('page.connection.lost')}
          </span>
        )}
        <ViolationsBadge />
        <TroubleMenu shown={shown} />
        <WindowCount shown={shown.length} />
        <LanguageSwitch />
      </div>
    </header>
  );
}

function useConnected(): boolean {
  const { platforms } = useSession();
  const all = useMemo(() => combined(platforms.map(({ connected }) => connected)), [platforms]);
  return useObservable(all).every(Boolean);
}
