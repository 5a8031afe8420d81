import { useEffect } from 'react';
import { useObservable } from '../observable.ts';
import type { Platform } from '../panes/platform.ts';
import { type Seat, seatKey, seatOf, useSession } from './session.ts';
import { place, shownWindows, useRoom, wantedWindows } from './windows.ts';

export interface Seats {
  readonly shown: readonly Seat[];
  /** Somebody else takes the window at this place. */
  readonly put: (key: string, at: number) => void;
  /** Brings a window to where it can be seen. */
  readonly show: (key: string) => void;
}

/** Who is shown: those chosen before, else those whom the server proposes; as many as wanted and as fit. */
export function useSeats(): Seats {
  const session = useSession();
  const { fit, good } = useRoom();
  const wanted = useObservable(wantedWindows);
  const chosen = useObservable(shownWindows).filter((key) => seatOf(session, key));
  const all = chosen.length > 0 ? chosen : firstWindows(session.setup);
  const count = wanted === 0 ? good : Math.min(fit, wanted);
  const seats = all.flatMap((key) => seatOf(session, key) ?? []);
  const shown = seats.slice(0, count);
  const put = (key: string, at: number) => shownWindows.set(place(all, key, at));
  const show = (key: string) => {
    const account = seatOf(session, key)?.account;
    if (!shown.some((seat) => seat.account === account))
      put(key, all.length > count && count > 1 ? count - 1 : 0);
  };
  useWatching(session.platforms, seats);
  return { shown, put, show };
}

export function firstWindows({ turns }: ReturnType<typeof useSession>['setup']): readonly string[] {
  return [turns.store, turns.provider, turns.staff].map(({ person, platform }) => seatKey(person, platform));
}

function useWatching(platforms: readonly Platform[], seats: readonly Seat[]): void {
  const watched = platforms.map((platform) =>
    seats
      .filter((seat) => seat.platform === platform)
      .map(({ account }) => account)
      .join(),
  );
  const told = watched.join(';');
  useEffect(() => {
    const lists = told.split(';');
    platforms.forEach((platform, index) => {
      platform.show((lists[index] ?? '').split(',').filter((account) => account !== ''));
    });
  }, [platforms, told]);
}
