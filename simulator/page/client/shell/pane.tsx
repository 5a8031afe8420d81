import { useLanguage } from '../language/language.ts';
import { Boundary } from './boundary.tsx';
import { PersonPicker } from './people/person-picker.tsx';
import { accountOf, useSession } from './session.ts';

interface PaneProps {
  readonly personId: string;
  /** Somebody else takes this window. */
  readonly choose: (id: string) => void;
}

export function Pane({ personId, choose }: PaneProps) {
  const { pick, t } = useLanguage();
  const session = useSession();
  const person = session.personOf(personId);
  if (!person) return null;
  const account = accountOf(session, person);
  return (
    <section
      className={`sh-pane sh-pane-${person.group}`}
      aria-label={`${pick(person.name)}, ${pick(person.title)}`}
      data-person={personId}
    >
      <header className="sh-pane-head">
        <PersonPicker person={person} choose={choose} />
      </header>
      <Boundary
        key={account}
        broken={(error) => <p className="sh-broken">{t('page.broken', { reason: error.message })}</p>}
      >
        {session.platform.window(account)}
      </Boundary>
    </section>
  );
}
