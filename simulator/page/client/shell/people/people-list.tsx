import { useState } from 'react';
import { type PagePerson, PERSON_GROUPS } from '../../../setup.ts';
import { useLanguage } from '../../language/language.ts';
import { seatsOf, useSession } from '../session.ts';
import { Face } from './person-picker.tsx';
import { Unread } from './unread.tsx';

interface PeopleListProps {
  readonly current: string;
  /** Takes the key of a window. */
  readonly choose: (key: string) => void;
}

/** Everybody, by the side on which they stand, to be searched. */
export function PeopleList({ current, choose }: PeopleListProps) {
  const { t } = useLanguage();
  const { people } = useSession().setup;
  const [query, setQuery] = useState('');
  const wanted = query.trim().toLocaleLowerCase();
  const fits = (person: PagePerson) => wanted === '' || everyWord(person).includes(wanted);
  const groups = PERSON_GROUPS.map((group) => ({
    group,
    members: people.filter((person) => person.group === group && fits(person)),
  })).filter(({ members }) => members.length > 0);
  return (
    <div className="sh-people">
      <input
        className="sh-people-search"
        type="search"
        placeholder={t('person.search')}
        aria-label={t('person.search')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      {groups.length === 0 && <p>{t('person.none')}</p>}
      {groups.map(({ group, members }) => (
        <section key={group}>
          <h3>{t(`group.${group}`)}</h3>
          {members.map((person) => (
            <Row key={person.id} person={person} current={person.id === current} choose={choose} />
          ))}
        </section>
      ))}
    </div>
  );
}

interface RowProps {
  readonly person: PagePerson;
  readonly current: boolean;
  readonly choose: (key: string) => void;
}

function Row({ person, current, choose }: RowProps) {
  const { t, pick } = useLanguage();
  const seats = seatsOf(useSession(), person);
  const [first] = seats;
  if (!first) return null;
  return (
    <div className="sh-people-row" aria-current={current}>
      <button
        type="button"
        className="sh-people-face"
        title={pick(person.title)}
        onClick={() => choose(first.key)}
      >
        <Face person={person} />
      </button>
      {seats.map((seat) => (
        <button
          key={seat.key}
          type="button"
          className="sh-people-on"
          title={t('person.openOn', { platform: seat.platform.name })}
          onClick={() => choose(seat.key)}
        >
          {seat.platform.name}
          <Unread seat={seat} />
        </button>
      ))}
    </div>
  );
}

function everyWord({ name, title, organisation }: PagePerson): string {
  const texts = [name, title, organisation].flatMap((text) => (text ? [text.en, text.zh] : []));
  return texts.join(' ').toLocaleLowerCase();
}
