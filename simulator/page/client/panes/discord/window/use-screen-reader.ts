import { useMemo } from 'react';
import { useNow } from '../../../clock.ts';
import type { Reader } from '../text/reader.ts';
import { nameOf } from '../world/screen.ts';
import type { Screen } from '../world/wire.ts';

/** Texts as this person reads them. */
export function useScreenReader({ me, users, guilds, channels }: Screen): Reader {
  const nowMs = useNow(60_000);
  return useMemo(() => {
    const people = new Map(users.map((user) => [user.id, nameOf(user)]));
    const roles = new Map(guilds.flatMap((guild) => guild.roles).map(({ id, name }) => [id, name]));
    const named = new Map(channels.map(({ id, name }) => [id, name]));
    return {
      userId: me.id,
      locale: me.locale,
      zone: me.tz,
      nowMs,
      nameOf: (id) => people.get(id),
      roleNamed: (id) => roles.get(id),
      channelNamed: (id) => named.get(id),
    };
  }, [me, users, guilds, channels, nowMs]);
}
