import { Fragment } from 'react';
import { useLanguage } from '../language/language.ts';
import { PersonPicker } from './people/person-picker.tsx';
import { accountOf, useSession } from './session.ts';

interface PaneProps {
  readonly personId: string;
  /** Somebody else takes this window. */
  readonly choose: (id: string) => void;
}

export function Pane({ personId, choose }: PaneProps) {
  const { pick } = useLanguage();
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
      <Fragment key={account}>{session.platform.window(account)}</Fragment>
    </section>
  );
}
