import { describe, expect, it } from 'vitest';
import { meetingTimes } from '../../../src/opportunities/need/meeting-times.ts';
import { endOfDay, needOf } from '../../../src/opportunities/need/typed-need.ts';
import { isRefused, refusalsOf } from '../../../src/result.ts';
import { NEED } from '../support/given-opportunities.ts';

const NOW = new Date('2026-05-06T02:00:00Z');

describe('a need as it is typed', () => {
  it('is read whole', () => {
    const typed = { ...NEED, answerUntil: '2026年5月20日', markets: ['AU', 'MARS'], confidential: 'YES' };
    expect(needOf(typed, NOW)).toMatchObject({
      ok: { brand: 'Solstice', answerUntil: '2026-05-20', markets: ['AU'], confidential: true, details: '' },
    });
  });

  it('names everything that is wrong, each beside its input', () => {
    const typed = { ...NEED, brand: ' ', category: 'X', scopes: [], band: '', answerUntil: '2026-05-05' };
    const read = needOf(typed, NOW);
    expect(isRefused(read) && refusalsOf(read).map(({ field, refused }) => [field, refused])).toEqual([
      ['brand', 'directory.text-missing'],
      ['category', 'opportunities.choose-one'],
      ['scopes', 'opportunities.choose-one'],
      ['band', 'opportunities.choose-one'],
      ['answerUntil', 'opportunities.day-is-past'],
    ]);
  });

  it('can be answered until its last day is over in China', () => {
    expect(endOfDay('2026-05-20').toISOString()).toBe('2026-05-20T16:00:00.000Z');
    // Already the 7th there.
    expect(isRefused(needOf({ ...NEED, answerUntil: '2026-05-06' }, new Date('2026-05-06T16:30:00Z')))).toBe(
      true,
    );
  });
});

describe('times of a meeting as they are typed', () => {
  const read = (time1: string, time2 = '', zone = 'Asia/Shanghai') =>
    meetingTimes({ time1, time2, time3: '' }, { zone, now: NOW });

  it.each([
    ['2026-05-08 14:00', '2026-05-08T06:00:00.000Z'],
    ['2026/5/8 9:30', '2026-05-08T01:30:00.000Z'],
    ['2026年5月8日 14:00', '2026-05-08T06:00:00.000Z'],
    ['２０２６-０５-０８　１４：００', '2026-05-08T06:00:00.000Z'],
  ])('%s is read on the clock of whoever types', (text, instant) => {
    expect(read(text)).toEqual({ ok: [new Date(instant)] });
  });

  it('are another instant in another zone', () => {
    expect(read('2026-05-08 14:00', '', 'Australia/Sydney')).toEqual({
      ok: [new Date('2026-05-08T04:00:00.000Z')],
    });
  });

  it('are in order, each once', () => {
    expect(read('2026-05-09 10:00', '2026-05-08 10:00')).toEqual({
      ok: [new Date('2026-05-08T02:00:00.000Z'), new Date('2026-05-09T02:00:00.000Z')],
    });
    expect(read('2026-05-08 10:00', '2026-05-08 10:00')).toEqual({
      ok: [new Date('2026-05-08T02:00:00.000Z')],
    });
  });

  it.each([
    ['', '', 'time1', 'opportunities.not-a-time'],
    ['05/08 14:00', '', 'time1', 'opportunities.not-a-time'],
    ['2026-02-30 14:00', '', 'time1', 'opportunities.not-a-time'],
    ['2026-05-08 14:00', '2026-05-06 09:59', 'time2', 'opportunities.time-is-past'],
  ])('“%s” and “%s” are refused beside %s', (time1, time2, field, refused) => {
    expect(read(time1, time2)).toMatchObject({ field, refused });
  });
});
