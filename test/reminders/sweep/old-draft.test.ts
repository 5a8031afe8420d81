import { expect, it } from 'vitest';
import { testDatabase } from '../../support/database.ts';
import { reminderStage } from '../support/stage.ts';

it('a draft is spoken of after 23 days, in working hours, and gone after 30', async () => {
  await using stage = await reminderStage(testDatabase, '2026-05-01 22:00');
  const id = await stage.drive.draft();
  const told = async () => {
    const rows = await stage.app.database.prisma.delivery.findMany({ where: { subject: id } });
    return rows.map(({ rule, receiver, recordedAt }) => `${rule} → ${receiver} ${recordedAt.toISOString()}`);
  };
  await stage.round('2026-05-24 21:59');
  await stage.round('2026-05-24 22:00');
  expect(await told()).toEqual([]);
  await stage.round('2026-05-25 09:00');
  expect(await told()).toEqual(['draft.reminded → prn_owner_a 2026-05-25T01:00:00.000Z']);
  await stage.round('2026-05-31 21:59');
  expect((await stage.drive.load(id)).report.state).toBe('DRAFT');
  await stage.round('2026-05-31 22:00');
  expect((await stage.drive.load(id)).report.state).toBe('LAPSED');
});
