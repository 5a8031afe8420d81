import { useEffect, useState } from 'react';
import { remembered } from '../remembered.ts';

const MAX_WINDOWS = 3;

/** What is shown, left to right, by the keys of windows; more than fit are kept for wider screens. */
export const shownWindows = remembered<readonly string[]>('people', (stored) =>
  Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : [],
);

/** How many windows somebody asked for; zero: as many as fit. */
export const wantedWindows = remembered<number>('windows', (stored) =>
  typeof stored === 'number' && stored >= 0 && stored <= MAX_WINDOWS ? stored : 0,
);

/** Narrower than this a window is no pleasure; below the second width it is only shown when asked for. */
const LEAST_WIDTH_PX = 400;
const GOOD_WIDTH_PX = 470;

const across = (each: number) => Math.max(1, Math.min(MAX_WINDOWS, Math.floor(window.innerWidth / each)));

export interface Room {
  /** How many windows there is room for at all. */
  readonly fit: number;
  /** How many look good, and are shown unless somebody asked for another number. */
  readonly good: number;
}

const measured = (): Room => ({ fit: across(LEAST_WIDTH_PX), good: across(GOOD_WIDTH_PX) });

export function useRoom(): Room {
  const [room, setRoom] = useState(measured);
  useEffect(() => {
    const measure = () => setRoom(measured());
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return room;
}

/** Puts a window somewhere; if it stands elsewhere already, the two change places. */
export function place(keys: readonly string[], key: string, at: number): readonly string[] {
  const before = keys[at];
  const moved = keys.map((one, index) => (index === at ? key : one === key ? (before ?? one) : one));
  return at < keys.length ? moved : [...keys, key];
}
