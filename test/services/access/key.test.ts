import { describe, expect, it } from 'vitest';
import { isKey, KEY_MODES, newKey, shownPart } from '../../../src/services/access/key.ts';

describe('a key', () => {
  it.each(KEY_MODES)('of the mode %s checks itself', (mode) => {
    const key = newKey(mode);
    expect(key).toMatch(mode === 'LIVE' ? /^bb_live_\w{36}$/ : /^bb_test_\w{36}$/);
    expect(isKey(key)).toBe(true);
    expect(newKey(mode)).not.toBe(key);
  });

  it('with any one letter changed is none', () => {
    const key = newKey('LIVE');
    const changed = [...key].map(
      (letter, at) => key.slice(0, at) + (letter === 'x' ? 'y' : 'x') + key.slice(at + 1),
    );
    expect(changed.filter(isKey)).toEqual([]);
  });

  it.each(['', 'bb_live_', 'bb_other_000000000000000000000000000000000000'])('%j is none', (text) => {
    expect(isKey(text)).toBe(false);
  });

  it('shows too little to be used', () => {
    expect(shownPart(newKey('SANDBOX'))).toMatch(/^bb_test_\w{4}$/);
  });
});
