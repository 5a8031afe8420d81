import { useEffect, useState } from 'react';
import { remembered } from '../remembered.ts';

const MAX_WINDOWS = 3;

/** Who is shown, left to right, by person id; more than fit are kept for wider screens. */
export const shownPeople = remembered<readonly string[]>('people', (stored) =>
  Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : [],
);

/** How many windows somebody asked for; zero: as many as fit. */
export const wantedWindows = remembered<number>('windows', (stored) =>
  typeof stored === 'number' && stored >= 0 && stored <= MAX_WINDOWS ? stored : 0,
);

/** Narrower than this a Slack window is no pleasure; below the second width it is only shown when asked for. */
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

/** Puts a person into a window; whoever is there already changes places with them. */
export function place(people: readonly string[], person: string, at: number): readonly string[] {
  const before = people[at];
  const moved = people.map((one, index) => (index === at ? person : one === person ? (before ?? one) : one));
  return at < people.length ? moved : [...people, person];
}
