import { useMemo } from 'react';
import { useNow } from '../../../clock.ts';
import type { Reader } from '../text/reader.ts';
import type { Screen } from '../world/wire.ts';

/** Texts as this person reads them. */
export function useScreenReader({ me, users, conversations }: Screen): Reader {
  const nowMs = useNow(60_000);
  return useMemo(() => {
    const people = new Map(users.map((user) => [user.id, user.realName]));
    const channels = new Map(conversations.map((conversation) => [conversation.id, conversation.name]));
    return {
      userId: me.id,
      locale: me.locale,
      zone: me.tz,
      nowMs,
      nameOf: (id) => people.get(id),
      channelNamed: (id) => channels.get(id),
    };
  }, [me, users, conversations, nowMs]);
}
