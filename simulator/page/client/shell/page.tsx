import { useEffect } from 'react';
import { useLanguage } from '../language/language.ts';
import { useObservable } from '../observable.ts';
import { ControlStrip } from './controls/control-strip.tsx';
import { Guide } from './guide/guide.tsx';
import { Pane } from './pane.tsx';
import { PersonTabs } from './people/person-tabs.tsx';
import { toast } from './toast.ts';
import { useSeats } from './use-seats.ts';

/** The whole page: the strip above, the guide, and the people side by side. */
export function Page() {
  const { t, language } = useLanguage();
  const { shown, put, show } = useSeats();
  const [first] = shown;
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = t('page.title');
  }, [language, t]);
  return (
    <div className="sh-page">
      <ControlStrip shown={shown} />
      <Guide show={show} />
      {first && shown.length === 1 && <PersonTabs current={first} choose={show} />}
      <div className="sh-panes" data-count={shown.length}>
        {shown.map((seat, index) => (
          <Pane key={seat.account} seat={seat} choose={(key) => put(key, index)} />
        ))}
      </div>
      <Toast />
    </div>
  );
}

function Toast() {
  const text = useObservable(toast);
  return (
    <div className="sh-toast-place" role="status">
      {text && <p className="sh-toast">{text}</p>}
    </div>
  );
}
