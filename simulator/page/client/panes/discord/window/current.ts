import { useEffect } from 'react';
import { useObservable } from '../../../observable.ts';
import { allPlaces, type Place, placeOf } from '../world/place.ts';
import { useSeat } from '../world/screen.ts';
import { markRead } from '../world/seen.ts';
import type { DiscordChannel } from '../world/wire.ts';

export function usePlace(): Place {
  const { userId } = useSeat();
  return placeOf(useObservable(allPlaces), userId);
}

/** The channel in front of this person; the messages with the app unless they went elsewhere. */
export function useCurrent(): DiscordChannel | undefined {
  const { channels } = useSeat().screen;
  const { channel: wanted } = usePlace();
  return channels.find(({ id }) => id === wanted) ?? channels.find(({ kind }) => kind === 'dm');
}

/** Marks what is in front as read, and opens the messages with the app for somebody who never spoke with it. */
export function useArrival(current: DiscordChannel | undefined): void {
  const { screen, control, userId } = useSeat();
  const knowsApp = screen.channels.some(({ kind }) => kind === 'dm');
  useEffect(() => {
    if (!knowsApp) void control.direct(userId);
  }, [knowsApp, control, userId]);
  useEffect(() => {
    if (current) markRead(userId, current);
  }, [current, userId]);
}
