import { useLanguage } from '../../language/language.ts';
import { useObservable } from '../../observable.ts';
import { useSession } from '../session.ts';
import { shownPeople } from '../windows.ts';
import { Unread } from './person-picker.tsx';

/** Where only one window fits: the others one tap away, with what waits for them. */
export function PersonTabs({
  current,
  choose,
}: {
  readonly current: string;
  readonly choose: (id: string) => void;
}) {
  const { pick } = useLanguage();
  const { setup, personOf } = useSession();
  const chosen = useObservable(shownPeople);
  const ids = [...new Set([...setup.shownFirst, ...chosen])].slice(0, 4);
  return (
    <nav className="sh-tabs">
      {ids.map((id) => {
        const person = personOf(id);
        if (!person) return null;
        return (
          <button
            key={id}
            type="button"
            className="sh-tab"
            aria-current={id === current}
            onClick={() => choose(id)}
          >
            <span className="sh-tab-words">
              <strong>{pick(person.name)}</strong>
              <span>{pick(person.title)}</span>
            </span>
            {id !== current && <Unread person={person} />}
          </button>
        );
      })}
    </nav>
  );
}
