import { useEffect } from 'react';
import { useObservable } from '../../../observable.ts';
import { allPlaces, type Place, placeOf } from '../world/place.ts';
import { useSeat } from '../world/screen.ts';
import { markRead } from '../world/seen.ts';
import type { SlackConversation } from '../world/wire.ts';

export function usePlace(): Place {
  const { userId } = useSeat();
  return placeOf(useObservable(allPlaces), userId);
}

/** The conversation in front of this person; the one with the app unless they went elsewhere. */
export function useCurrent(): SlackConversation | undefined {
  const { conversations } = useSeat().screen;
  const { conversation: wanted } = usePlace();
  return conversations.find((one) => one.id === wanted) ?? conversations.find((one) => one.withBot);
}

/** Marks what is in front as read, and opens the conversation with the app for somebody who never spoke with it. */
export function useArrival(current: SlackConversation | undefined): void {
  const { screen, control, userId } = useSeat();
  const { tab } = usePlace();
  const knowsApp = screen.conversations.some((one) => one.withBot);
  useEffect(() => {
    if (!knowsApp) void control.direct(userId);
  }, [knowsApp, control, userId]);
  const reading = !(current?.withBot && tab === 'home');
  useEffect(() => {
    if (current && reading) markRead(userId, current);
  }, [current, reading, userId]);
}
