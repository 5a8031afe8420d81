import { useLanguage } from '../../../language/language.ts';
import { Avatar } from '../../shared/draw/avatar.tsx';
import { move } from '../world/place.ts';
import { useSeat } from '../world/screen.ts';
import type { SlackConversation } from '../world/wire.ts';
import { usePlace } from './current.ts';

/** The name of the conversation; for the app's own one, its tabs. */
export function ConversationHeader({ conversation }: { readonly conversation: SlackConversation }) {
  const { t } = useLanguage();
  const { screen } = useSeat();
  const { name, kind, withBot } = conversation;
  return (
    <header className="sl-head">
      <h2 className="sl-head-name">
        {withBot && <Avatar id={screen.bot.userId} name={screen.bot.name} small />}
        {kind === 'public' && <span className="sl-hash">#</span>}
        {kind === 'private' && <LockIcon />}
        <span>{withBot ? 'Baobei' : name}</span>
        {withBot && <span className="sl-app-badge">{t('slack.app')}</span>}
      </h2>
      {withBot && <AppTabs conversation={conversation} />}
    </header>
  );
}

function AppTabs({ conversation }: { readonly conversation: SlackConversation }) {
  const { t } = useLanguage();
  const { control, userId } = useSeat();
  const place = usePlace();
  const open = (tab: 'home' | 'messages') => {
    move(userId, { conversation: conversation.id, tab, thread: undefined });
    void control.openHome(userId, tab);
  };
  return (
    <div className="sl-tabs" role="tablist">
      {(['home', 'messages'] as const).map((tab) => (
        <button
          key={tab}
          type="button"
          role="tab"
          aria-selected={place.tab === tab}
          className="sl-tab"
          onClick={() => open(tab)}
        >
          {t(tab === 'home' ? 'slack.home' : 'slack.messages')}
        </button>
      ))}
    </div>
  );
}

export function LockIcon() {
  return (
    <svg className="sl-lock" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d="M5 7V5a3 3 0 0 1 6 0v2M3.75 7h8.5v6.25h-8.5z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
      />
    </svg>
  );
}
