import { useMemo } from 'react';
import { useSeat } from '../world/screen.ts';
import type { DiscordChannel } from '../world/wire.ts';
import { type Leaf, leavesOf } from './command/leaf.ts';

/** The commands that this person is offered in a channel. */
export function useLeaves({ command_ids: ids }: DiscordChannel): readonly Leaf[] {
  const { commands, me } = useSeat().screen;
  return useMemo(
    () =>
      leavesOf(
        commands.filter((command) => ids.includes(String(command.id))),
        me.locale,
      ),
    [commands, ids, me.locale],
  );
}
