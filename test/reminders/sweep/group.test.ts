import { expect, it } from 'vitest';
import { seedPerson } from '../../support/cast.ts';
import { testDatabase } from '../../support/database.ts';
import { reminderStage } from '../support/stage.ts';

it('an escalation knows how many it reaches before it goes out, and never reaches more than 25', async () => {
  await using stage = await reminderStage(testDatabase);
  const id = await stage.drive.draft();
  await stage.drive.apply(id, stage.cast.owner, { type: 'request' });
  const { prisma } = stage.app.database;
  for (let each = 0; each < 40; each += 1) {
    const organisationId = stage.cast.providerId;
    await seedPerson(prisma, {
      id: `prn_x${each}`,
      name: `x${each}`,
      organisationId,
      role: 'PROVIDER_ADMIN',
    });
  }
  await stage.round('2026-05-08 10:00');
  const told = (await stage.told(id)).filter((line) => line.startsWith('reminder-at-100'));
  expect(told).toHaveLength(25);
  const rows = await prisma.reminder.findMany({ where: { object: id, rung: 'at-100' } });
  expect(new Set(rows.map(({ people }) => people))).toEqual(new Set([25]));
});
