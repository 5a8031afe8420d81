import { useLanguage } from '../../../language/language.ts';
import { Avatar } from '../../shared/draw/avatar.tsx';
import { useReader } from '../text/reader.ts';
import { useSeat } from '../world/screen.ts';
import type { DiscordMessage } from '../world/wire.ts';
import { MESSAGE } from './timeline.ts';

/** The thin line above a message: what it answers, and whose. */
export function Context({ message }: { readonly message: DiscordMessage }) {
  const { type, interaction_metadata: asked, referenced_message: answered } = message;
  if (type === MESSAGE.command && asked?.user && asked.name)
    return <UsedCommand user={asked.user.id} name={asked.name} />;
  if (type === MESSAGE.reply && answered) return <Answered message={answered} />;
  return null;
}

function UsedCommand({ user, name }: { readonly user: string; readonly name: string }) {
  const { t } = useLanguage();
  const who = useReader().nameOf(user) ?? '';
  const [before = '', after = ''] = t('discord.used', { name: who, command: '\n' }).split('\n');
  return (
    <p className="dc-context">
      <Avatar id={user} name="" label={who} small />
      <span>
        {before}
        <span className="dc-context-command">/{name}</span>
        {after}
      </span>
    </p>
  );
}

function Answered({ message }: { readonly message: DiscordMessage }) {
  const { t } = useLanguage();
  const { screen } = useSeat();
  const name = useReader().nameOf(message.author.id) ?? '';
  const isApp = message.author.id === screen.bot.id;
  return (
    <p className="dc-context">
      <Avatar id={message.author.id} name={isApp ? screen.bot.username : ''} label={name} small />
      <strong>{name}</strong>
      <span className="dc-context-words">{message.content || t('discord.answered')}</span>
    </p>
  );
}
