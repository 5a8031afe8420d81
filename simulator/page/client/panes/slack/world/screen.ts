import { createContext, useContext } from 'react';
import type { SlackControl } from './control.ts';
import type { Screen } from './wire.ts';

/** One person at their Slack: what they see, and the way to act for them. */
export interface Seat {
  readonly screen: Screen;
  readonly control: SlackControl;
  readonly userId: string;
}

export const SeatContext = createContext<Seat | undefined>(undefined);

/** Only inside a person's window. */
export function useSeat(): Seat {
  const seat = useContext(SeatContext);
  if (!seat) throw new Error('This part is drawn inside a Slack window only; wrap it in SeatContext.');
  return seat;
}
