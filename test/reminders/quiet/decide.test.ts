import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { businessCalendar, CHINA_CALENDAR } from '../../../src/reminders/calendar/calendar.ts';
import { isOpen } from '../../../src/reminders/calendar/opening.ts';
import { type Desk, decideAll, MOST_MESSAGES } from '../../../src/reminders/quiet/decide.ts';
import type { DueReminder, Verdict } from '../../../src/reminders/quiet/reminder.ts';
import { shanghai } from '../support/stage.ts';

const aReminder = (changes: Partial<DueReminder> = {}): DueReminder => ({
  object: 'CR-2026-000001',
  stateSeq: 2,
  rung: 'at-80',
  dueAt: shanghai('2026-05-07 14:24'),
  form: 'message',
  rank: 80,
  escalates: false,
  urgent: false,
  stateChange: false,
  gone: false,
  surpassed: false,
  onIt: false,
  snoozedUntil: null,
  ...changes,
});

const aDesk = (now: string, changes: Partial<Desk> = {}): Desk => ({
  now: shanghai(now),
  calendar: CHINA_CALENDAR,
  messagedToday: new Set(),
  newsToday: new Set(),
  digestSent: false,
  ...changes,
});

const said = (verdict: Verdict): string => {
  if (verdict.do === 'wait') return `wait until ${verdict.until.toISOString()}`;
  return verdict.do === 'settle' ? verdict.outcome : verdict.do;
};
const one = (desk: Desk, changes: Partial<DueReminder> = {}) =>
  decideAll(desk, [aReminder(changes)]).map(said)[0];
const at = (text: string) => `wait until ${shanghai(text).toISOString()}`;

describe('a reminder that has come due', () => {
  it.each<[string, string, Partial<DueReminder>, string]>([
    ['is sent during working hours', '2026-05-07 14:24', {}, 'send'],
    ['waits for the morning at night', '2026-05-07 22:00', {}, at('2026-05-08 09:00')],
    ['is not sent at closing time itself', '2026-05-07 18:00', {}, at('2026-05-08 09:00')],
    ['waits for the end of a holiday', '2026-09-30 18:30', {}, at('2026-10-08 09:00')],
    ['is sent on a make-up working Saturday', '2026-05-09 10:00', {}, 'send'],
    ['is sent at night when it is urgent (QS09)', '2026-05-07 22:00', { urgent: true }, 'send'],
    ['is not sent to somebody who left', '2026-05-07 14:24', { gone: true }, 'GONE'],
    ['says nothing after a louder one', '2026-05-07 14:24', { surpassed: true }, 'MERGED'],
    ['is silent while somebody is on it', '2026-05-07 14:24', { onIt: true }, 'MUTED'],
    ['speaks again when it escalates', '2026-05-08 10:00', { onIt: true, escalates: true }, 'send'],
    [
      'waits as long as it was snoozed',
      '2026-05-07 14:24',
      { snoozedUntil: shanghai('2026-05-07 16:00') },
      at('2026-05-07 16:00'),
    ],
    [
      'waits for the morning if it was snoozed into the night',
      '2026-05-07 14:24',
      { snoozedUntil: shanghai('2026-05-07 20:00') },
      at('2026-05-08 09:00'),
    ],
    [
      'is sent once the snooze is over',
      '2026-05-07 16:00',
      { snoozedUntil: shanghai('2026-05-07 16:00') },
      'send',
    ],
    [
      'that is news of a change waits for the morning, too',
      '2026-05-07 00:00',
      { stateChange: true },
      at('2026-05-07 09:00'),
    ],
  ])('%s', (_, now, changes, expected) => {
    expect(one(aDesk(now), changes)).toBe(expected);
  });

  it('waits for the next business day when its item was spoken of today', () => {
    const desk = aDesk('2026-05-08 14:00', { messagedToday: new Set(['CR-2026-000001']) });
    expect(one(desk)).toBe(at('2026-05-09 09:00'));
  });

  it('is sent in any case when it is news of a change', () => {
    const desk = aDesk('2026-05-08 14:00', { messagedToday: new Set(['CR-2026-000001']) });
    expect(one(desk, { stateChange: true })).toBe('send');
  });
});

describe('several reminders at once', () => {
  it('of one item: the highest rung speaks, the others are recorded as merged', () => {
    const rungs = [50, 80, 100, 150].map((rank) => aReminder({ rank, rung: `at-${rank}` }));
    const verdicts = decideAll(aDesk('2026-05-11 09:00'), rungs);
    expect(verdicts.map((verdict) => `${verdict.reminder.rung} ${said(verdict)}`).sort()).toEqual([
      'at-100 MERGED',
      'at-150 send',
      'at-50 MERGED',
      'at-80 MERGED',
    ]);
  });

  const items = (count: number, changes: Partial<DueReminder> = {}) =>
    Array.from({ length: count }, (_, item) => aReminder({ object: `CR-2026-${item}`, ...changes }));

  it.each([
    ['two of them brought news today', { newsToday: new Set(['survey:st_1', 'rating:prv_1']) }, 1, ['send']],
    [
      'the day is full of news',
      { newsToday: new Set(['a', 'b', 'survey:st_1']) },
      1,
      [at('2026-05-12 09:30')],
    ],
    ['the news is of the same item', { newsToday: new Set(['a', 'b', 'CR-2026-0']) }, 1, ['send']],
  ])('count with the news of the day: %s', (_, had, count, expected) => {
    expect(
      decideAll(aDesk('2026-05-11 14:00', { ...had, digestSent: true }), items(count)).map(said),
    ).toEqual(expected);
  });

  it('news goes out beside what is too much for the day', () => {
    const news = items(3, { stateChange: true });
    const verdicts = decideAll(aDesk('2026-05-11 14:00', { digestSent: true }), [
      ...news,
      aReminder({ object: 'd' }),
    ]);
    expect(verdicts.map(said)).toEqual(['send', 'send', 'send', at('2026-05-12 09:30')]);
  });

  it('of three items are three messages', () => {
    expect(decideAll(aDesk('2026-05-11 14:00'), items(3)).map(said)).toEqual(['send', 'send', 'send']);
  });

  it('of four items wait for the digest of the next morning', () => {
    const due = items(4, { dueAt: shanghai('2026-05-11 14:00') });
    const verdicts = decideAll(aDesk('2026-05-11 14:00'), due).map(said);
    expect(new Set(verdicts)).toEqual(new Set([at('2026-05-12 09:30')]));
  });

  it('a fourth one of the day waits for it, too', () => {
    const desk = aDesk('2026-05-11 14:00', { messagedToday: new Set(['a', 'b', 'c']) });
    expect(one(desk, { dueAt: shanghai('2026-05-11 14:00') })).toBe(at('2026-05-12 09:30'));
  });

  it('are one digest when its time has come', () => {
    const due = items(9, { dueAt: shanghai('2026-05-11 09:30') });
    const verdicts = decideAll(aDesk('2026-05-11 09:30'), due).map(said);
    expect(new Set(verdicts)).toEqual(new Set(['digest']));
  });

  it('never make a second digest on one day', () => {
    const desk = aDesk('2026-05-11 09:31', { digestSent: true });
    expect(one(desk, { form: 'digest', dueAt: shanghai('2026-05-11 09:30') })).toBe(at('2026-05-12 09:30'));
  });
});

describe('the morning’s digest', () => {
  it.each([
    ['at half past nine', 540, 1080, '2026-05-11 09:30'],
    ['with the opening of whoever begins later', 660, 1200, '2026-05-11 11:00'],
    ['with the opening of whoever goes before it', 300, 560, '2026-05-11 05:00'],
  ])('comes %s', (_, opensMinute, closesMinute, expected) => {
    const calendar = businessCalendar({ country: 'CN', zone: 'Asia/Shanghai', opensMinute, closesMinute });
    const desk = aDesk('2026-05-11 04:00', { calendar });
    const dueAt = shanghai('2026-05-11 04:00');
    const [verdict] = decideAll({ ...desk, now: shanghai(expected) }, [aReminder({ form: 'digest', dueAt })]);
    expect(verdict?.do).toBe('digest');
  });
});

describe('what always holds', () => {
  const reminder = fc.record({
    object: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    rank: fc.constantFrom(50, 80, 100, 150, 200),
    form: fc.constantFrom('digest', 'message', 'note'),
    escalates: fc.boolean(),
    stateChange: fc.boolean(),
    gone: fc.boolean(),
    surpassed: fc.boolean(),
    onIt: fc.boolean(),
  });
  const minute = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2026, 11, 20) / 60_000 });
  const scene = fc
    .record({
      minute,
      reminders: fc.array(reminder, { maxLength: 12 }),
      had: fc.subarray(['a', 'b', 'x', 'y']),
    })
    .map(({ minute: now, reminders, had }) => ({
      desk: aDesk('2026-01-01 00:00', { now: new Date(now * 60_000), messagedToday: new Set(had) }),
      reminders: reminders.map((each, index) =>
        aReminder({ ...each, rung: `r${index}`, dueAt: new Date((now - index * 90) * 60_000) }),
      ),
    }));

  it('every reminder has exactly one verdict', () => {
    fc.assert(
      fc.property(scene, ({ desk, reminders }) => {
        const verdicts = decideAll(desk, reminders);
        expect(verdicts.map((verdict) => verdict.reminder.rung).sort()).toEqual(
          reminders.map(({ rung }) => rung).sort(),
        );
      }),
    );
  });

  it('nothing is said outside working hours, nothing twice of one item, and never more than three items', () => {
    fc.assert(
      fc.property(scene, ({ desk, reminders }) => {
        const loud = decideAll(desk, reminders).filter((verdict) => verdict.do === 'send');
        const items = loud
          .filter(({ reminder: { stateChange } }) => !stateChange)
          .map((v) => v.reminder.object);
        if (!isOpen(desk.calendar, desk.now)) expect(loud).toEqual([]);
        expect(new Set(items).size).toBe(items.length);
        expect(items.filter((item) => desk.messagedToday.has(item))).toEqual([]);
        if (items.length > 0)
          expect(items.length + desk.messagedToday.size).toBeLessThanOrEqual(MOST_MESSAGES);
      }),
    );
  });

  it('whatever waits, waits for a later moment at which the receiver works', () => {
    fc.assert(
      fc.property(scene, ({ desk, reminders }) => {
        for (const verdict of decideAll(desk, reminders)) {
          if (verdict.do !== 'wait') continue;
          expect(verdict.until > desk.now).toBe(true);
          expect(isOpen(desk.calendar, verdict.until)).toBe(true);
        }
      }),
    );
  });
});
