import { useState } from 'react';
import { useLanguage } from '../../../language/language.ts';
import { Composer } from '../composer/composer.tsx';
import { MessageList } from '../messages/message-list.tsx';
import type { DiscordChannel } from '../world/wire.ts';
import { ChannelHeader } from './header.tsx';
import { MemberList } from './member-list.tsx';
import { Notices } from './notices.tsx';

interface ChannelViewProps {
  readonly channel: DiscordChannel;
  /** Where the sidebar found no room. */
  readonly openSidebar: () => void;
}

export function ChannelView({ channel, openSidebar }: ChannelViewProps) {
  const { t } = useLanguage();
  const [members, setMembers] = useState(false);
  const withMembers = channel.kind !== 'dm';
  return (
    <>
      <main className="dc-main">
        <ChannelHeader
          channel={channel}
          openSidebar={openSidebar}
          members={withMembers ? { shown: members, toggle: () => setMembers(!members) } : undefined}
        />
        {/* Two siblings with one key would leave the old list standing. */}
        <MessageList key={`list-${channel.id}`} channel={channel} />
        <Notices />
        {channel.can_write ? (
          <Composer key={`composer-${channel.id}`} channel={channel} />
        ) : (
          <p className="dc-composer-off">{t('discord.readonly')}</p>
        )}
      </main>
      {withMembers && members && <MemberList channel={channel} />}
    </>
  );
}
