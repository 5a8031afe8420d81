import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeHash, oneTimeCode } from '../../src/people/invitation/code.ts';
import { FAILURES_ALLOWED, lockedUntil, triesLeft } from '../../src/people/invitation/lockout.ts';
import { clockTime, minutesOf } from '../../src/people/working-hours.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 4, 4, 10, minute));
const minutes = (...list: readonly number[]) => list.map(at);

describe('the lock after failed codes', () => {
  it.each([
    ['none', minutes(), null],
    ['nine', minutes(0, 1, 2, 3, 4, 5, 6, 7, 8), null],
    ['ten', minutes(0, 1, 2, 3, 4, 5, 6, 7, 8, 9), at(60)],
    ['ten, in any order', minutes(9, 8, 7, 6, 5, 4, 3, 2, 1, 0), at(60)],
    ['eleven: the second one decides', minutes(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), at(61)],
  ])('%s', (_, failures, opensAt) => {
    expect(lockedUntil(failures)).toEqual(opensAt);
    expect(triesLeft(failures)).toBe(Math.max(0, FAILURES_ALLOWED - failures.length));
  });
});

describe('a code', () => {
  it('is the same however it is copied', () => {
    fc.assert(
      fc.property(fc.constant(null), () => {
        const code = oneTimeCode();
        expect(code).toMatch(/^[2-9A-Z]{4}(-[2-9A-Z]{4}){2}$/);
        const ways = [
          code.toLowerCase(),
          code.replaceAll('-', ''),
          ` ${code.replaceAll('-', ' ')} `,
          `「${code}」`,
        ];
        expect(new Set([code, ...ways].map(codeHash)).size).toBe(1);
      }),
    );
    expect(codeHash('２３４６－ＡＢＣＤ－ｅｆｇｈ')).toBe(codeHash('2346-ABCD-EFGH'));
  });
});

describe('a time of day', () => {
  it.each([
    ['09:00', 540],
    ['9', 540],
    ['9：30', 570],
    [' 18.15 ', 1095],
    ['24:00', 1440],
    ['24:01', undefined],
    ['9:60', undefined],
    ['9:5', undefined],
    ['nine', undefined],
    ['', undefined],
  ])('%j', (typed, expected) => {
    expect(minutesOf(typed)).toBe(expected);
  });

  it('reads back what it shows', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1440 }), (time) => minutesOf(clockTime(time)) === time));
  });
});
