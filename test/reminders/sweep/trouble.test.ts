import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sayOnIt } from '../../../src/reminders/actions/on-it.ts';
import { snoozeReminders } from '../../../src/reminders/actions/snooze.ts';
import { remindedReport } from '../../../src/reports/record/reminded.ts';
import { expectOk } from '../../support/case-driver.ts';
import { seedPerson } from '../../support/cast.ts';
import { testDatabase } from '../../support/database.ts';
import { type ReminderStage, reminderStage, shanghai } from '../support/stage.ts';

describe('reminders of a request', () => {
  let stage: ReminderStage;
  let id: string;

  beforeEach(async () => {
    stage = await reminderStage(testDatabase);
    id = await requested();
  });
  afterEach(() => stage[Symbol.asyncDispose]());

  /** On 30 April 10:00; 80 % is 7 May 14:24, late is 8 May 10:00, it lapses on 14 May 10:00. */
  async function requested(changes: Parameters<ReminderStage['drive']['draft']>[0] = {}): Promise<string> {
    const report = await stage.drive.draft(changes);
    await stage.drive.apply(report, stage.cast.owner, { type: 'request' });
    return report;
  }
  const state = async () => (await stage.drive.load(id)).report.state;
  const toldTo = async (receiver: string) =>
    (await stage.told(id))
      .filter((line) => line.endsWith(` → ${receiver}`))
      .map((line) => line.split(' → ')[0]);

  it('that were missed during a standstill come as one message for each person', async () => {
    await stage.round('2026-05-11 03:00');
    expect(await stage.told(id)).toEqual([]);
    await stage.round('2026-05-11 09:00');
    expect(await stage.told(id)).toEqual(['reminder-at-150 → prn_admin_a', 'reminder-at-150 → prn_helper_a']);
    expect((await stage.outcomes(id)).filter((line) => line.includes('prn_admin_a'))).toEqual([
      'at-50 prn_admin_a MERGED',
      'at-80 prn_admin_a MERGED',
      'at-100 prn_admin_a MERGED',
      'at-150 prn_admin_a SENT',
    ]);
  });

  it('that did not arrive do not let it lapse: last notices follow until three have arrived', async () => {
    for (const at of ['05-07 14:24', '05-08 10:00', '05-09 14:30', '05-12 10:00']) {
      await stage.round(`2026-${at}`, { arrives: false });
    }
    await stage.round('2026-05-14 10:00');
    expect(await state()).toBe('REQUESTED');
    await stage.app.database.prisma.delivery.updateMany({
      where: { rule: { in: ['reminder-at-80', 'reminder-at-100', 'reminder-at-150', 'digest'] } },
      data: { sentAt: null },
    });
    await stage.round('2026-05-15 10:00');
    expect([await state(), (await toldTo('prn_admin_a')).slice(-2)]).toEqual([
      'REQUESTED',
      ['reminder-last-1', 'reminder-last-2'],
    ]);
    await stage.round('2026-05-18 10:00');
    expect(await state()).toBe('LAPSED');
  });

  it('do not come again when the clock jumps back, and are merged when it jumps ahead', async () => {
    await stage.round('2026-05-07 14:24');
    const before = await stage.told(id);
    await stage.round('2026-05-07 09:00');
    await stage.round('2026-05-07 14:24');
    expect(await stage.told(id)).toEqual(before);
    await stage.round('2026-05-12 10:00');
    expect((await toldTo('prn_admin_a')).slice(before.length / 2)).toEqual(['reminder-at-200']);
  });

  it('do not reach somebody who has left, and reach whoever has joined', async () => {
    const { prisma } = stage.app.database;
    await prisma.membership.deleteMany({ where: { principalId: 'prn_helper_a' } });
    const { providerId: organisationId } = stage.cast;
    await seedPerson(prisma, { id: 'prn_new', name: 'new', organisationId, role: 'PROVIDER_MEMBER' });
    await stage.round('2026-05-07 14:24');
    expect(await stage.told(id)).toEqual(['reminder-at-80 → prn_admin_a', 'reminder-at-80 → prn_new']);
  });

  it('do not reach somebody who left between the rung and their working hours', async () => {
    const { prisma } = stage.app.database;
    await prisma.principal.update({ where: { id: 'prn_helper_a' }, data: { opensAt: 960, closesAt: 1080 } });
    await stage.round('2026-05-07 14:24');
    await prisma.membership.deleteMany({ where: { principalId: 'prn_helper_a' } });
    await stage.round('2026-05-07 16:00');
    expect(await toldTo('prn_helper_a')).toEqual([]);
    expect(await stage.outcomes(id)).toContain('at-80 prn_helper_a GONE');
  });

  it('keep to each receiver’s own hours and zone', async () => {
    await stage.app.database.prisma.principal.update({
      where: { id: 'prn_helper_a' },
      data: { timeZone: 'America/Los_Angeles' },
    });
    await stage.round('2026-05-07 14:24');
    expect(await toldTo('prn_helper_a')).toEqual([]);
    // 09:00 in Los Angeles.
    await stage.round('2026-05-08 00:00');
    expect(await toldTo('prn_helper_a')).toEqual(['reminder-at-80']);
  });

  it('of more than three items come as one digest the next morning', async () => {
    for (const year of [2028, 2030, 2032]) {
      const start = { purchaseStart: `${year}-06-01`, reportingStart: `${year}-06-01` };
      await requested(start);
    }
    await stage.app.database.prisma.provider.updateMany({
      data: { recognisedUntil: new Date('2040-01-01') },
    });
    await stage.round('2026-05-07 14:24');
    expect(await stage.told(id)).toEqual([]);
    await stage.round('2026-05-08 09:30');
    const digests = await stage.app.database.prisma.delivery.findMany({ where: { rule: 'digest' } });
    expect(digests.map(({ receiver }) => receiver).sort()).toEqual(['prn_admin_a', 'prn_helper_a']);
  });

  describe('once one has come', () => {
    const asked = () => ({
      reminded: remindedReport(id),
      stateSeq: 2,
      principalId: 'prn_admin_a',
      requestId: stage.app.ids.next('req'),
    });
    beforeEach(() => stage.round('2026-05-07 14:24'));

    it('can be put off twice, by a business day at most, and never move the deadline', async () => {
      const deadline = await stage.drive.deadline(id);
      expect(expectOk(await snoozeReminders(stage.app, { ...asked(), snooze: 'hours' })).until).toEqual(
        shanghai('2026-05-07 16:24'),
      );
      await stage.round('2026-05-07 16:24');
      expect((await stage.outcomes(id)).at(-1)).toBe('last-1 * ahead');
      expect(expectOk(await snoozeReminders(stage.app, { ...asked(), snooze: 'day' })).until).toEqual(
        shanghai('2026-05-08 09:00'),
      );
      expect(await snoozeReminders(stage.app, { ...asked(), snooze: 'day' })).toMatchObject({
        refused: 'reminders.snoozed-twice',
      });
      expect(await stage.drive.deadline(id)).toBe(deadline);
    });

    it('come back when the time is over', async () => {
      expectOk(await snoozeReminders(stage.app, { ...asked(), snooze: 'day' }));
      await stage.round('2026-05-08 09:00');
      expect(await toldTo('prn_admin_a')).toEqual(['reminder-at-80', 'reminder-again-1']);
    });

    it('are silenced by whoever is on it, until it is late', async () => {
      await snoozeReminders(stage.app, { ...asked(), snooze: 'hours' });
      expectOk(await sayOnIt(stage.app, asked()));
      await stage.round('2026-05-07 16:24');
      expect(await toldTo('prn_admin_a')).toEqual(['reminder-at-80']);
      await stage.round('2026-05-08 10:00');
      expect(await toldTo('prn_admin_a')).toEqual(['reminder-at-80', 'reminder-at-100']);
    });

    it('cannot be put off by a button of an older state', async () => {
      await stage.drive.apply(id, stage.cast.admin, { type: 'accept' });
      expect(await snoozeReminders(stage.app, { ...asked(), snooze: 'hours' })).toMatchObject({
        refused: 'reminders.nothing-to-snooze',
      });
      expect(await sayOnIt(stage.app, asked())).toMatchObject({ refused: 'reminders.nothing-to-snooze' });
    });

    it('fall silent with the step that they ask for', async () => {
      await stage.drive.apply(id, stage.cast.admin, { type: 'accept' });
      await stage.round('2026-05-08 10:00');
      expect(await toldTo('prn_admin_a')).toEqual(['reminder-at-80']);
    });
  });
});
