import type { PagePerson } from '../../../setup.ts';
import { useLanguage } from '../../language/language.ts';
import { Avatar } from '../../panes/shared/draw/avatar.tsx';
import { Popover } from '../popover.tsx';
import { seatsOf, useSession } from '../session.ts';
import { PeopleList } from './people-list.tsx';

interface PersonPickerProps {
  readonly person: PagePerson;
  /** Takes the key of a window. */
  readonly choose: (key: string) => void;
}

/** Whose window this is, and everybody else whom one could act. */
export function PersonPicker({ person, choose }: PersonPickerProps) {
  const { t } = useLanguage();
  const session = useSession();
  const glance = () => {
    const seats = session.setup.people.flatMap((one) => seatsOf(session, one));
    for (const platform of session.platforms) {
      const there = seats.filter((seat) => seat.platform === platform);
      void platform.glance(there.map(({ account }) => account));
    }
  };
  return (
    <Popover title={t('person.pick')} className="sh-person" label={<Face person={person} />} onOpen={glance}>
      {(close) => (
        <PeopleList
          current={person.id}
          choose={(key) => {
            close();
            choose(key);
          }}
        />
      )}
    </Popover>
  );
}

export function Face({ person }: { readonly person: PagePerson }) {
  const { pick } = useLanguage();
  const name = pick(person.name);
  const role = [pick(person.title), person.organisation && pick(person.organisation)]
    .filter(Boolean)
    .join(' · ');
  return (
    <>
      <Avatar id={person.id} name={name} />
      <span className="sh-person-words">
        <strong>{name}</strong>
        <span>{role}</span>
      </span>
      <span className="sh-caret" aria-hidden="true" />
    </>
  );
}
