import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/platform/database/database.ts';
import { funnel } from '../../../src/reports/digest/numbers/funnel.ts';
import { happened } from '../../../src/reports/digest/numbers/happened.ts';
import { openCases } from '../../../src/reports/digest/numbers/open-cases.ts';
import { ownTime } from '../../../src/reports/digest/numbers/own-time.ts';
import { returnReasons } from '../../../src/reports/digest/numbers/returns.ts';
import { weekOf } from '../../../src/reports/digest/week.ts';
import { testDatabase } from '../../support/database.ts';
import { forget, lived } from './population.ts';

/** Monday 8 to Sunday 14 June 2026 in Shanghai. */
const WEEK = weekOf(new Date('2026-06-10T00:00:00Z'), 'Asia/Shanghai');
const BEFORE = '2026-06-07T15:59:59.999Z';
const FIRST = '2026-06-07T16:00:00Z';
const LAST = '2026-06-14T15:59:59.999Z';
const AFTER = '2026-06-14T16:00:00Z';

const stack = new AsyncDisposableStack();
let database: Database;
beforeAll(async () => {
  database = stack.use(await testDatabase());
});
afterAll(() => stack.disposeAsync());
beforeEach(() => forget(database));

describe('the time that each side took', () => {
  it('is the median and the 90th percentile over the visits that ended in the week', async () => {
    const accepted = [
      [FIRST, 100],
      ['2026-06-09T02:00:00Z', 400],
      ['2026-06-10T02:00:00Z', 200],
      [LAST, 300],
      // Other weeks.
      [BEFORE, 9000],
      [AFTER, 9000],
    ] as const;
    for (const [at, minutes] of accepted)
      await lived(database, { steps: [[at, 'T3', 'REQUESTED', 'FILLING', minutes]] });
    // Nobody's work: time was over, the store took it back.
    await lived(database, { steps: [['2026-06-09T02:00:00Z', 'T23', 'REQUESTED', 'LAPSED', 4320]] });
    await lived(database, { steps: [['2026-06-09T02:00:00Z', 'T22', 'REQUESTED', 'WITHDRAWN', 5]] });
    // 100, 200, 300, 400: halfway between 200 and 300; seven tenths of the way from 300 to 400.
    expect(await ownTime({ database }, WEEK)).toEqual([
      { state: 'REQUESTED', count: 4, medianMinutes: 250, p90Minutes: 370 },
    ]);
  });

  it('adds up what lies around the questions of one review, and leaves the wait for the answer out', async () => {
    await lived(database, {
      steps: [
        ['2026-06-08T02:00:00Z', 'T7', 'STORE_CONFIRM', 'STAFF_REVIEW'],
        ['2026-06-08T03:00:00Z', 'claimed', 'STAFF_REVIEW', 'STAFF_REVIEW'],
        // Before the week: still part of the visit that ends in it.
        [BEFORE, 'T9.ask', 'STAFF_REVIEW', 'INFO_REQUESTED', 120],
        ['2026-06-09T03:00:00Z', 'T9.answer', 'INFO_REQUESTED', 'STAFF_REVIEW', 300],
        ['2026-06-09T04:00:00Z', 'T8', 'STAFF_REVIEW', 'FILLING', 60],
        ['2026-06-10T03:00:00Z', 'T5', 'FILLING', 'STORE_CONFIRM', 40],
        ['2026-06-10T04:00:00Z', 'T7', 'STORE_CONFIRM', 'STAFF_REVIEW', 50],
        ['2026-06-10T05:00:00Z', 'T11', 'STAFF_REVIEW', 'ACTIVE', 30],
      ],
    });
    const [filling, confirm, review, info, ...more] = await ownTime({ database }, WEEK);
    expect(filling).toEqual({ state: 'FILLING', count: 1, medianMinutes: 40, p90Minutes: 40 });
    expect(confirm).toEqual({ state: 'STORE_CONFIRM', count: 1, medianMinutes: 50, p90Minutes: 50 });
    // 120 + 60 in the first visit, 30 in the second.
    expect(review).toEqual({ state: 'STAFF_REVIEW', count: 2, medianMinutes: 105, p90Minutes: 165 });
    expect(info).toEqual({ state: 'INFO_REQUESTED', count: 1, medianMinutes: 300, p90Minutes: 300 });
    expect(more).toEqual([]);
  });
});

describe('what happened', () => {
  it('counts each transition within the week, and no draft that its own store threw away', async () => {
    await lived(database, { steps: [[BEFORE, 'T2', 'DRAFT', 'REQUESTED']] });
    await lived(database, { steps: [[FIRST, 'T2', 'DRAFT', 'REQUESTED']] });
    await lived(database, { steps: [[LAST, 'T22', 'DRAFT', 'WITHDRAWN']] });
    await lived(database, { steps: [[LAST, 'T22', 'FILLING', 'WITHDRAWN']] });
    await lived(database, {
      steps: [
        [FIRST, 'T6', 'STORE_CONFIRM', 'FILLING'],
        [FIRST, 'T8', 'STAFF_REVIEW', 'FILLING'],
        [FIRST, 'T10', 'STAFF_REVIEW', 'SCHEDULED'],
        [FIRST, 'T11', 'STAFF_REVIEW', 'ACTIVE'],
        [FIRST, 'T12', 'STAFF_REVIEW', 'REJECTED'],
        [FIRST, 'T4', 'REQUESTED', 'DECLINED'],
        [FIRST, 'T23', 'REQUESTED', 'LAPSED'],
        [AFTER, 'T11', 'STAFF_REVIEW', 'ACTIVE'],
      ],
    });
    expect(await happened({ database }, WEEK)).toEqual({
      requested: 1,
      approved: 2,
      rejected: 1,
      declined: 1,
      withdrawn: 1,
      lapsed: 1,
      returnedByStore: 1,
      returnedByStaff: 1,
    });
  });
});

describe('why cases came back', () => {
  it('counts the returns that named a field, the most frequent first', async () => {
    const back = (at: string, ...fields: (string | null)[]) =>
      lived(database, {
        steps: [[at, 'T6', 'STORE_CONFIRM', 'FILLING']],
        returned: [{ step: 0, fields }],
      });
    await back(FIRST, 'QS03', 'contractNo', null);
    // Twice in one return is one return.
    await back(FIRST, 'QS03', 'QS03');
    await back(LAST, 'QS03', 'brands');
    await back(BEFORE, 'contractNo');
    const returns = await returnReasons({ database }, WEEK, 5);
    expect(returns).toEqual([
      { field: 'QS03', times: 3 },
      { field: 'brands', times: 1 },
      { field: 'contractNo', times: 1 },
    ]);
    expect(await returnReasons({ database }, WEEK, 1)).toEqual([{ field: 'QS03', times: 3 }]);
  });
});

describe('what is open', () => {
  it('is counted by state and age; drafts and running cooperations are not', async () => {
    const now = new Date('2026-06-15T01:30:00Z');
    const since = (stateSince: string, deadlineAt?: string) =>
      lived(database, { state: 'STAFF_REVIEW', stateSince, ...(deadlineAt ? { deadlineAt } : {}) });
    await since('2026-06-15T01:00:00Z', '2026-06-17T01:00:00Z');
    await since('2026-06-12T01:30:00Z', '2026-06-15T01:29:00Z');
    await since('2026-06-07T01:31:00Z', '2026-06-09T01:00:00Z');
    await since('2026-06-07T01:30:00Z', '2026-06-15T01:30:00Z');
    await since('2026-05-31T01:30:00Z');
    await lived(database, { state: 'DRAFT' });
    await lived(database, { state: 'ACTIVE' });
    expect(await openCases({ database }, now)).toEqual([
      { state: 'STAFF_REVIEW', count: 5, late: 2, days0to2: 1, days3to7: 2, days8to14: 1, days15on: 1 },
    ]);
  });
});

describe('the funnel', () => {
  it('follows what was requested in twelve weeks, each step from when it was first reached', async () => {
    const requested = (at: string, ...more: { at: string; rule: 'T5' | 'T6' | 'T7' | 'T10' | 'T11' }[]) =>
      lived(database, {
        steps: [
          [at, 'T2', 'DRAFT', 'REQUESTED'],
          ...more.map(({ at: then, rule }) => [then, rule, 'FILLING', 'FILLING'] as const),
        ],
      });
    await requested('2026-05-01T00:00:00Z');
    await requested(
      '2026-05-01T00:00:00Z',
      { at: '2026-05-03T00:00:00Z', rule: 'T5' },
      { at: '2026-05-03T12:00:00Z', rule: 'T7' },
      { at: '2026-05-04T12:00:00Z', rule: 'T10' },
    );
    await requested(
      '2026-06-01T00:00:00Z',
      { at: '2026-06-05T00:00:00Z', rule: 'T5' },
      { at: '2026-06-06T00:00:00Z', rule: 'T6' },
      { at: '2026-06-07T00:00:00Z', rule: 'T5' },
      { at: '2026-06-08T00:00:00Z', rule: 'T7' },
      { at: AFTER, rule: 'T11' },
    );
    // Twelve weeks and a moment ago, and after the week.
    await requested('2026-03-22T15:59:59.999Z', { at: '2026-05-03T00:00:00Z', rule: 'T5' });
    await requested(AFTER);
    expect(await funnel({ database }, WEEK)).toEqual({
      weeks: 12,
      lines: [
        { step: 'requested', count: 3, medianDays: null },
        // 2 and 4 days.
        { step: 'filled', count: 2, medianDays: 3 },
        // Half a day, and 3 days from the first time that it was filled in.
        { step: 'confirmed', count: 2, medianDays: 1.75 },
        { step: 'approved', count: 1, medianDays: 1 },
      ],
    });
  });

  it('of nothing is nothing', async () => {
    const { lines } = await funnel({ database }, WEEK);
    expect(lines.map(({ count, medianDays }) => [count, medianDays])).toEqual(Array(4).fill([0, null]));
  });
});
