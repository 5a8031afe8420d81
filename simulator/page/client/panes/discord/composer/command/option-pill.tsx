import { useEffect, useRef } from 'react';
import type { Option } from './leaf.ts';

interface OptionPillProps {
  readonly option: Option;
  /** What stands in it. */
  readonly words: string;
  readonly focused: boolean;
  readonly wrong: boolean;
  readonly focus: () => void;
  readonly type: (words: string) => void;
}

/** One option of a command that is being composed. */
export function OptionPill({ option, words, focused, wrong, focus, type }: OptionPillProps) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) field.current?.focus();
  }, [focused]);
  return (
    <label className={wrong ? 'dc-pill dc-pill-wrong' : 'dc-pill'} title={option.description}>
      <span>{option.name}</span>
      <input
        ref={field}
        type="text"
        autoComplete="off"
        size={Math.max(4, wideness(words))}
        value={words}
        onFocus={focus}
        onChange={(event) => type(event.target.value)}
      />
    </label>
  );
}

/** A Chinese character takes the room of two Latin ones. */
const wideness = (words: string): number =>
  [...words].reduce((sum, letter) => sum + (/\p{Script=Han}/u.test(letter) ? 2 : 1), 1);
