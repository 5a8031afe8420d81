import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planStandings } from '../../../src/directory/reminders/plan-standings.ts';
import { testDatabase } from '../../support/database.ts';
import { type ReminderStage, reminderStage } from '../support/stage.ts';

describe('a cooperation from its first to its last day', () => {
  let stage: ReminderStage;
  let id: string;

  beforeEach(async () => {
    stage = await reminderStage(testDatabase, '2026-05-11 10:00');
    id = await stage.drive.toReview();
    await stage.drive.apply(id, stage.cast.reviewer, { type: 'approve' });
  });
  afterEach(() => stage[Symbol.asyncDispose]());

  const state = async () => (await stage.drive.load(id)).report.state;
  const news = async () => {
    const rows = await stage.app.database.prisma.delivery.findMany({
      where: { subject: id, rule: { in: ['T13', 'T14'] } },
      orderBy: [{ recordedAt: 'asc' }, { receiver: 'asc' }],
    });
    return rows.map(({ rule, receiver, recordedAt }) => `${rule} ${receiver} ${recordedAt.toISOString()}`);
  };

  it('begins at midnight of the store, and is told when people are at work', async () => {
    await stage.round('2026-05-31 23:59');
    expect(await state()).toBe('SCHEDULED');
    await stage.round('2026-06-01 00:00');
    expect([await state(), await news()]).toEqual(['ACTIVE', []]);
    await stage.round('2026-06-01 09:00');
    expect(await news()).toEqual([
      'T13 prn_admin_a 2026-06-01T01:00:00.000Z',
      'T13 prn_owner_a 2026-06-01T01:00:00.000Z',
    ]);
  });

  it('ends at 24:00 of its last day, after both sides were told that it will', async () => {
    await stage.round('2026-06-01 09:00');
    for (const day of ['03-02', '04-01', '04-30', '05-17', '05-24', '05-28', '05-31']) {
      await stage.round(`2027-${day} 09:00`);
    }
    const told = await stage.told(id);
    expect(new Set(told.map((line) => line.split(' → ')[1]))).toEqual(
      new Set(['prn_admin_a', 'prn_owner_a']),
    );
    expect(told.filter((line) => line.endsWith('owner_a')).map((line) => line.split(' → ')[0])).toEqual([
      'reminder-expiry-90',
      'reminder-expiry-60',
      'reminder-expiry-30',
      'reminder-expiry-14',
      'reminder-expiry-7',
      'reminder-expiry-1',
      'reminder-expiry-0',
    ]);
    expect(await state()).toBe('ACTIVE');
    await stage.round('2027-06-01 00:00');
    expect(await state()).toBe('EXPIRED');
    expect((await stage.outcomes(id)).filter((line) => line.endsWith('* ahead'))).toEqual([]);
  });

  it('has the days of its end counted anew when notice is given', async () => {
    await stage.round('2026-06-01 09:00');
    await stage.drive.apply(id, stage.cast.owner, { type: 'giveNotice', effectiveOn: '2026-12-01' });
    const ahead = await stage.app.database.prisma.reminder.findMany({
      where: { object: id, settledAt: null, receiver: '*' },
      orderBy: { dueAt: 'desc' },
      take: 1,
    });
    expect(ahead.map(({ rung, dueAt }) => [rung, dueAt.toISOString()])).toEqual([
      ['expiry-0', '2026-11-30T01:00:00.000Z'],
    ]);
  });

  it('reminds its provider while it is suspended, and the leads when the time to cure is over', async () => {
    await stage.round('2026-06-01 09:00');
    await stage.drive.apply(id, stage.cast.lead, {
      type: 'suspend',
      cause: 'SEVERE_VIOLATION',
      text: 'Orders were moved off the platform in May.',
    });
    for (const day of ['05', '08', '11', '15', '17']) await stage.round(`2026-06-${day} 09:00`);
    expect((await stage.told(id)).map((line) => line.replace('reminder-', ''))).toEqual([
      // Day 5 falls on a Saturday.
      'cure-5 → prn_admin_a',
      'cure-10 → prn_admin_a',
      'cure-14 → prn_admin_a',
      'cure-over → prn_lead',
    ]);
  });

  it('has a deposit that falls short spoken of until it is there, then not any more', async () => {
    const { prisma } = stage.app.database;
    await stage.round('2026-06-01 09:00');
    await prisma.provider.update({ where: { id: 'prv_a' }, data: { depositAvailableMinor: 1n } });
    await planStandings(stage.app);
    await stage.round('2026-06-01 09:01');
    await planStandings(stage.app);
    await stage.round('2026-06-08 09:00');
    await prisma.provider.update({ where: { id: 'prv_a' }, data: { depositAvailableMinor: 9_000_000n } });
    await stage.round('2026-06-11 09:00');
    await stage.round('2026-06-16 09:00');
    expect(await stage.told('prv_a')).toEqual([
      'reminder-deposit-0 → prn_admin_a',
      'reminder-deposit-5 → prn_admin_a',
    ]);
  });

  it('has a licence that expires spoken of, unless it has been renewed', async () => {
    const { prisma } = stage.app.database;
    const until = (date: string) => prisma.qualification.updateMany({ data: { validUntil: new Date(date) } });
    await until('2026-12-31');
    stage.clock.moveTo('2026-09-25T01:00:00Z');
    await planStandings(stage.app);
    await stage.round('2026-09-30 09:00');
    await until('2028-12-31');
    await stage.round('2026-10-30 09:00');
    expect(await stage.told('prv_a')).toEqual(['reminder-qualification-90 → prn_admin_a']);
  });
});
