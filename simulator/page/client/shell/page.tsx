import { useEffect } from 'react';
import { useLanguage } from '../language/language.ts';
import { useObservable } from '../observable.ts';
import { ControlStrip } from './controls/control-strip.tsx';
import { Guide } from './guide/guide.tsx';
import { Pane } from './pane.tsx';
import { PersonTabs } from './people/person-tabs.tsx';
import { accountOf, useSession } from './session.ts';
import { toast } from './toast.ts';
import { place, shownPeople, useRoom, wantedWindows } from './windows.ts';

/** The whole page: the strip above, the guide, and the people side by side. */
export function Page() {
  const { t, language } = useLanguage();
  const people = usePeople();
  useEffect(() => {
    document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
    document.title = t('page.title');
  }, [language, t]);
  return (
    <div className="sh-page">
      <ControlStrip shown={people.shown.length} />
      <Guide show={people.show} />
      {people.shown.length === 1 && <PersonTabs current={people.shown[0] ?? ''} choose={people.show} />}
      <div className="sh-panes" data-count={people.shown.length}>
        {people.shown.map((id, index) => (
          <Pane key={id} personId={id} choose={(other) => people.put(other, index)} />
        ))}
      </div>
      <Toast />
    </div>
  );
}

/** Who is shown: those chosen before, else those whom the server proposes; as many as wanted and as fit. */
function usePeople() {
  const session = useSession();
  const { setup, platform, personOf } = session;
  const { fit, good } = useRoom();
  const wanted = useObservable(wantedWindows);
  const chosen = useObservable(shownPeople).filter((id) => personOf(id));
  const all = chosen.length > 0 ? chosen : setup.shownFirst;
  const count = wanted === 0 ? good : Math.min(fit, wanted);
  const shown = all.slice(0, count);
  const put = (id: string, at: number) => shownPeople.set(place(all, id, at));
  const show = (id: string) => {
    if (!shown.includes(id)) put(id, all.length > count && count > 1 ? count - 1 : 0);
  };
  const accounts = all.flatMap((id) => {
    const person = personOf(id);
    return person ? [accountOf(session, person)] : [];
  });
  const watched = accounts.join();
  useEffect(() => platform.show(watched.split(',')), [platform, watched]);
  return { shown, put, show };
}

function Toast() {
  const text = useObservable(toast);
  return (
    <div className="sh-toast-place" role="status">
      {text && <p className="sh-toast">{text}</p>}
    </div>
  );
}
