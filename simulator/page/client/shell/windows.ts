import { useEffect, useState } from 'react';
import { remembered } from '../remembered.ts';

/** Who is shown, left to right, by person id; more than fit are kept for wider screens. */
export const shownPeople = remembered<readonly string[]>('people', (stored) =>
  Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : [],
);

/** How many windows somebody asked for; zero: as many as fit. */
export const wantedWindows = remembered<number>('windows', (stored) =>
  typeof stored === 'number' && stored >= 0 && stored <= MAX_WINDOWS ? stored : 0,
);

export const MAX_WINDOWS = 3;
/** Narrower than this a Slack window is no pleasure. */
const MIN_WIDTH_PX = 440;

export function windowsThatFit(width: number): number {
  return Math.max(1, Math.min(MAX_WINDOWS, Math.floor(width / MIN_WIDTH_PX)));
}

export function useWindowsThatFit(): number {
  const [fit, setFit] = useState(() => windowsThatFit(window.innerWidth));
  useEffect(() => {
    const measure = () => setFit(windowsThatFit(window.innerWidth));
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return fit;
}

/** Puts a person into a window; whoever is there already changes places with them. */
export function place(people: readonly string[], person: string, at: number): readonly string[] {
  const before = people[at];
  const moved = people.map((one, index) => (index === at ? person : one === person ? (before ?? one) : one));
  return at < people.length ? moved : [...people, person];
}
