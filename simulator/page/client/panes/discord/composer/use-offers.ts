import { type KeyboardEvent, useState } from 'react';

/** Moves through what is offered by keyboard. `take` gets what is active; the rest of the keys is for the caller. */
export function useOffers(count: number, take: (index: number) => void, takesEnter = true) {
  const [at, point] = useState(0);
  const active = Math.min(at, Math.max(count - 1, 0));
  /** Whether the key was used. */
  const onKey = (event: KeyboardEvent): boolean => {
    if (count === 0) return false;
    if (event.key === 'ArrowDown') point((active + 1) % count);
    else if (event.key === 'ArrowUp') point((active - 1 + count) % count);
    else if (event.key === 'Tab' || (event.key === 'Enter' && takesEnter)) take(active);
    else return false;
    event.preventDefault();
    return true;
  };
  return { active, point, onKey };
}
