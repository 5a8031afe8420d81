import { useLanguage } from '../../../language/language.ts';
import { Avatar } from '../../shared/draw/avatar.tsx';
import { nameOf, useSeat } from '../world/screen.ts';
import type { DiscordChannel, DiscordGuild, Screen } from '../world/wire.ts';

/** Who is in the server, by role. */
export function MemberList({ channel }: { readonly channel: DiscordChannel }) {
  const { t } = useLanguage();
  const { screen } = useSeat();
  const guild = screen.guilds.find(({ id }) => id === channel.guild_id);
  if (!guild) return null;
  return (
    <aside className="dc-members" aria-label={t('discord.members')}>
      {groupsOf(guild, screen).map(({ id, title, members }) => (
        <section key={id}>
          <h3>
            {title ?? t('discord.online')} — {members.length}
          </h3>
          {members.map((user) => (
            <p key={user.id} className="dc-member">
              <Avatar id={user.id} name={user.username} label={nameOf(user)} small />
              <span>{nameOf(user)}</span>
              {user.isBot && <span className="dc-app">{t('slack.app')}</span>}
            </p>
          ))}
        </section>
      ))}
    </aside>
  );
}

interface Group {
  readonly id: string;
  /** Left out for those who have no role. */
  readonly title: string | undefined;
  readonly members: readonly Screen['me'][];
}

function groupsOf({ id, roles, members }: DiscordGuild, { users }: Screen): readonly Group[] {
  const userOf = (wanted: string) => users.find((user) => user.id === wanted);
  // Everybody's own role and those that belong to apps make no group.
  const held = roles.filter((role) => role.id !== id && !role.managed);
  const roleOf = (own: readonly string[]) => held.find((role) => own.includes(role.id));
  const groups = [...held, undefined].map((role) => ({
    id: role?.id ?? 'none',
    title: role?.name,
    members: members
      .filter((member) => roleOf(member.roles)?.id === role?.id)
      .flatMap((member) => userOf(member.userId) ?? []),
  }));
  return groups.filter((group) => group.members.length > 0);
}
