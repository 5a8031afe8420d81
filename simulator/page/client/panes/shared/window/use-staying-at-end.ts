import { useCallback, useEffect, useRef, useState } from 'react';

const NEAR_PX = 80;
const MARGIN_PX = 8;

/** Where the end is: the bottom, or the top of the last message when that alone is taller than the window. */
function endOf(box: HTMLElement): number {
  const bottom = box.scrollHeight - box.clientHeight;
  const last = box.lastElementChild;
  return last instanceof HTMLElement ? Math.min(bottom, last.offsetTop - MARGIN_PX) : bottom;
}

/** Follows new messages while the end is in sight, and stays put while somebody reads further up. */
export function useStayingAtEnd(last: string | undefined) {
  const ref = useRef<HTMLDivElement>(null);
  const [away, setAway] = useState(false);
  const following = useRef(true);
  following.current = !away;
  const toEnd = useCallback(() => {
    const box = ref.current;
    if (box && box.scrollTop < endOf(box)) box.scrollTop = endOf(box);
  }, []);
  const look = () => {
    const box = ref.current;
    if (box) setAway(endOf(box) - box.scrollTop > NEAR_PX);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new last message is what one follows.
  useEffect(() => {
    if (following.current) toEnd();
  }, [last, toEnd]);
  useEffect(() => {
    const box = ref.current;
    if (!box) return undefined;
    // Cards grow when they are redrawn and when their pictures arrive.
    const watch = new ResizeObserver(() => following.current && toEnd());
    for (const child of box.children) watch.observe(child);
    watch.observe(box);
    return () => watch.disconnect();
  });
  return { ref, away, look, toEnd };
}
