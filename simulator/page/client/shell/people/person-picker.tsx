import { useState } from 'react';
import { type PagePerson, PERSON_GROUPS } from '../../../setup.ts';
import { useLanguage } from '../../language/language.ts';
import { Avatar } from '../../panes/slack/messages/avatar.tsx';
import { Popover } from '../popover.tsx';
import { accountOf, useSession } from '../session.ts';

interface PersonPickerProps {
  readonly person: PagePerson;
  readonly choose: (id: string) => void;
}

/** Whose window this is, and everybody else whom one could act. */
export function PersonPicker({ person, choose }: PersonPickerProps) {
  const { t } = useLanguage();
  const session = useSession();
  const { setup, platform } = session;
  const glance = () => void platform.glance(setup.people.map((one) => accountOf(session, one)));
  return (
    <Popover title={t('person.pick')} className="sh-person" label={<Face person={person} />} onOpen={glance}>
      {(close) => (
        <PeopleList
          current={person.id}
          choose={(id) => {
            close();
            choose(id);
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
      <Avatar id={person.accounts.slack} name={name} />
      <span className="sh-person-words">
        <strong>{name}</strong>
        <span>{role}</span>
      </span>
      <span className="sh-caret" aria-hidden="true" />
    </>
  );
}

function PeopleList({
  current,
  choose,
}: {
  readonly current: string;
  readonly choose: (id: string) => void;
}) {
  const { t, pick } = useLanguage();
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
            <button
              key={person.id}
              type="button"
              className="sh-people-row"
              aria-current={person.id === current}
              title={pick(person.title)}
              onClick={() => choose(person.id)}
            >
              <Face person={person} />
              <Unread person={person} />
            </button>
          ))}
        </section>
      ))}
    </div>
  );
}

function everyWord({ name, title, organisation }: PagePerson): string {
  const texts = [name, title, organisation].flatMap((text) => (text ? [text.en, text.zh] : []));
  return texts.join(' ').toLocaleLowerCase();
}

export function Unread({ person }: { readonly person: PagePerson }) {
  const { t } = useLanguage();
  const session = useSession();
  const count = session.platform.useUnread()(accountOf(session, person));
  if (count === 0) return null;
  return (
    <span className="sl-badge" title={t('slack.unread', { count })}>
      {count}
    </span>
  );
}
