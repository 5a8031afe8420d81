import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIds } from '../../src/platform/ids.ts';

const at = (epochMs: number) => createIds({ now: () => new Date(epochMs) });
/** Until the year 10000. */
const instant = fc.integer({ min: 0, max: 253_402_300_799_999 });

describe('An id', () => {
  it('says what it is an id of, in letters and digits', () => {
    expect(at(0).next('prv')).toMatch(/^prv_0{10}[0-9a-z]{16}$/);
  });

  it('sorts by the time at which it was made', () => {
    fc.assert(
      fc.property(instant, instant, (one, other) => {
        fc.pre(one < other);
        return at(one).next('st') < at(other).next('st');
      }),
    );
  });

  it('is never given twice, even within a millisecond', () => {
    const ids = at(1);
    const many = Array.from({ length: 1_000 }, () => ids.next('it'));
    expect(new Set(many).size).toBe(many.length);
  });
});
