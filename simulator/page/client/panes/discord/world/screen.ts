import { createContext, useContext } from 'react';
import type { DiscordControl } from './control.ts';
import type { DiscordChannel, Screen } from './wire.ts';

/** One person at their Discord: what they see, and the way to act for them. */
export interface Seat {
  readonly screen: Screen;
  readonly control: DiscordControl;
  readonly userId: string;
}

export const SeatContext = createContext<Seat | undefined>(undefined);

/** Only inside a person's window. */
export function useSeat(): Seat {
  const seat = useContext(SeatContext);
  if (!seat) throw new Error('This part is drawn inside a Discord window only; wrap it in SeatContext.');
  return seat;
}

/** As it is called at the side: a channel's name, or whom the messages are with. */
export function channelName({ bot }: Screen, { kind, name }: DiscordChannel): string {
  return kind === 'dm' ? nameOf(bot) : (name ?? '');
}

export const nameOf = ({ globalName, username }: Screen['bot']): string => globalName ?? username;
