import { useState } from 'react';
import type { MessageKey } from '../../../language/en.ts';
import { useLanguage } from '../../../language/language.ts';
import { useObservable } from '../../../observable.ts';
import { Avatar, initials } from '../../shared/draw/avatar.tsx';
import { useCurrent } from '../window/current.ts';
import { LockIcon } from '../window/header.tsx';
import { move } from '../world/place.ts';
import { useSeat } from '../world/screen.ts';
import { badgeOf, slackSeen, unreadIn } from '../world/seen.ts';
import type { SlackConversation } from '../world/wire.ts';

const SECTIONS: readonly {
  readonly title: MessageKey;
  readonly holds: (one: SlackConversation) => boolean;
}[] = [
  { title: 'slack.apps', holds: (one) => one.withBot },
  { title: 'slack.channels', holds: (one) => one.kind === 'public' || one.kind === 'private' },
  {
    title: 'slack.directMessages',
    holds: (one) => !one.withBot && (one.kind === 'im' || one.kind === 'mpim'),
  },
];

/** Where somebody can go. In a narrow window it is a rail of signs that opens on demand. */
export function Sidebar() {
  const { t } = useLanguage();
  const { screen } = useSeat();
  const [open, setOpen] = useState(false);
  return (
    <nav className={open ? 'sl-sidebar sl-sidebar-open' : 'sl-sidebar'} aria-label={screen.team.name}>
      <button
        type="button"
        className="sl-team"
        aria-expanded={open}
        title={t(open ? 'slack.sidebar.close' : 'slack.sidebar.open')}
        onClick={() => setOpen(!open)}
      >
        <span className="sl-team-mark">{initials(screen.team.name)}</span>
        <span className="sl-team-name">{screen.team.name}</span>
      </button>
      {SECTIONS.map(({ title, holds }) => {
        const held = screen.conversations.filter(holds);
        if (held.length === 0) return null;
        return (
          <section key={title}>
            <h3>{t(title)}</h3>
            {held.map((conversation) => (
              <Entry key={conversation.id} conversation={conversation} chosen={() => setOpen(false)} />
            ))}
          </section>
        );
      })}
    </nav>
  );
}

function Entry({
  conversation,
  chosen,
}: {
  readonly conversation: SlackConversation;
  readonly chosen: () => void;
}) {
  const { t } = useLanguage();
  const { userId } = useSeat();
  const marks = useObservable(slackSeen);
  const current = useCurrent()?.id === conversation.id;
  const unread = unreadIn(marks, userId, conversation);
  const badge = badgeOf(marks, userId, conversation);
  const name = conversation.withBot ? 'Baobei' : conversation.name;
  const go = () => {
    move(userId, { conversation: conversation.id, thread: undefined, tab: 'messages' });
    chosen();
  };
  const classes = ['sl-entry', current && 'sl-entry-current', unread > 0 && 'sl-entry-unread'];
  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(' ')}
      aria-current={current ? 'page' : undefined}
      title={name}
      aria-label={badge > 0 ? `${name}, ${t('slack.unread', { count: badge })}` : name}
      onClick={go}
    >
      <Sign conversation={conversation} />
      <span className="sl-entry-name">{name}</span>
      {badge > 0 && (
        <span className="sl-badge" title={t('slack.unread', { count: badge })}>
          {badge}
        </span>
      )}
    </button>
  );
}

function Sign({ conversation }: { readonly conversation: SlackConversation }) {
  const { screen } = useSeat();
  const { kind, withBot, name, id } = conversation;
  if (withBot) return <Avatar id={screen.bot.userId} name="baobei" small />;
  if (kind === 'private') return <LockIcon />;
  return kind === 'public' ? <span className="sl-hash">#</span> : <Avatar id={id} name={name} small />;
}
