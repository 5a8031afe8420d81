import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bothDatabases } from '../../support/database.ts';
import { type ReminderStage, reminderStage } from '../support/stage.ts';

describe.each(await bothDatabases())('a request that nobody answers, on $name', ({ open }) => {
  let stage: ReminderStage;
  let id: string;

  beforeAll(async () => {
    stage = await reminderStage(open);
    id = await stage.drive.draft();
    await stage.drive.apply(id, stage.cast.owner, { type: 'request' });
  });
  afterAll(() => stage[Symbol.asyncDispose]());

  const state = async () => (await stage.drive.load(id)).report.state;

  it('has its whole ladder planned with the change that begins the wait', async () => {
    expect(await stage.outcomes(id)).toEqual([
      'at-50 * ahead',
      'at-80 * ahead',
      'at-100 * ahead',
      'at-150 * ahead',
      'at-200 * ahead',
      'last-1 * ahead',
    ]);
  });

  it.each([
    // 50 %: Wed 6 May 14:30, too late for that day's digest.
    ['2026-05-06 14:30', []],
    ['2026-05-07 09:30', ['digest → prn_admin_a']],
    // 80 %: Thu 7 May 14:24, to the whole team.
    ['2026-05-07 14:24', ['reminder-at-80 → prn_admin_a', 'reminder-at-80 → prn_helper_a']],
    ['2026-05-08 10:00', ['reminder-at-100 → prn_admin_a', 'reminder-at-100 → prn_helper_a']],
    // 150 % falls on the make-up working day of the May holiday.
    ['2026-05-09 14:30', ['reminder-at-150 → prn_admin_a', 'reminder-at-150 → prn_helper_a']],
    ['2026-05-11 14:30', []],
    // 200 %: the last notice.
    ['2026-05-12 10:00', ['reminder-at-200 → prn_admin_a', 'reminder-at-200 → prn_helper_a']],
    ['2026-05-13 10:00', []],
    ['2026-05-14 09:59', []],
  ])('at %s', async (at, expected) => {
    const before = await allOf();
    await stage.round(at);
    expect((await allOf()).slice(before.length)).toEqual(expected);
  });

  const allOf = async () => {
    const rows = await stage.app.database.prisma.delivery.findMany({
      where: { rule: { in: ['digest'] } },
    });
    return [...rows.map(({ receiver }) => `digest → ${receiver}`), ...(await stage.told(id))];
  };

  it('lapses five business days after its deadline, and both sides hear of it', async () => {
    expect(await state()).toBe('REQUESTED');
    await stage.round('2026-05-14 10:00');
    expect(await state()).toBe('LAPSED');
    expect((await stage.outcomes(id)).slice(-2)).toEqual([
      'told.T23 prn_admin_a SENT',
      'told.T23 prn_owner_a SENT',
    ]);
  });
});
