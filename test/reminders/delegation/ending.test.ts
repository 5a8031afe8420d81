import { afterAll, beforeAll, expect, it } from 'vitest';
import { overtaken } from '../../../src/delivery/send/in-place.ts';
import { endDelegation } from '../../../src/people/delegation/actions/end-delegation.ts';
import { planEnds } from '../../../src/people/delegation/reminders/plan-ends.ts';
import { seedPerson } from '../../support/cast.ts';
import { testDatabase } from '../../support/database.ts';
import { type ReminderStage, reminderStage, shanghai } from '../support/stage.ts';
import { away } from './away.ts';

let stage: ReminderStage;

beforeAll(async () => {
  stage = await reminderStage(testDatabase, '2026-05-11 16:00');
});
afterAll(() => stage[Symbol.asyncDispose]());

const pairOfOwners = async (tag: string) => {
  const join = (id: string) =>
    seedPerson(stage.app.database.prisma, {
      id: `prn_${id}_${tag}`,
      name: id,
      organisationId: stage.cast.storeId,
      role: 'STORE_OWNER',
    });
  return [await join('ann'), await join('ben')] as const;
};
const until = (day: string) => ({ from: shanghai('2026-05-12 00:00'), until: shanghai(`${day} 00:00`) });
const end = (id: string, by: string) =>
  endDelegation(stage.app, { id, by, requestId: stage.app.ids.next('req') });

it('both people are reminded once, in the morning of the last business day', async () => {
  stage.clock.moveTo(shanghai('2026-05-11 16:00'));
  const [ann, ben] = await pairOfOwners('once');
  const id = await away(stage, ann, { to: ben, ...until('2026-05-18') });
  await stage.round('2026-05-15 08:59');
  expect(await stage.told(id)).toEqual([]);
  await stage.round('2026-05-15 09:00');
  await stage.round('2026-05-15 09:01');
  expect(await stage.told(id)).toEqual([
    'reminder-delegation-ends → prn_ann_once',
    'reminder-delegation-ends → prn_ben_once',
  ]);
});

it('of an absence only whoever is away hears that it ends', async () => {
  stage.clock.moveTo(shanghai('2026-05-11 16:00'));
  const [ann] = await pairOfOwners('absent');
  const id = await away(stage, ann, { to: null, ...until('2026-05-18') });
  await stage.round('2026-05-15 09:00');
  expect(await stage.told(id)).toEqual(['reminder-delegation-ends → prn_ann_absent']);
});

it('one that was set before there were reminders of ends gets its own with the day’s plan, once', async () => {
  stage.clock.moveTo(shanghai('2026-05-11 16:00'));
  const [ann, ben] = await pairOfOwners('older');
  const id = await away(stage, ann, { to: ben, ...until('2026-05-18') });
  await stage.app.database.prisma.reminder.deleteMany({ where: { object: id } });
  await planEnds(stage.app);
  await planEnds(stage.app);
  expect(await stage.outcomes(id)).toEqual(['delegation-ends * ahead']);
  await stage.round('2026-05-15 09:00');
  await planEnds(stage.app);
  expect((await stage.outcomes(id)).filter((line) => line.endsWith('ahead'))).toEqual([]);
});

it('one that was ended early is not spoken of again', async () => {
  stage.clock.moveTo(shanghai('2026-05-11 16:00'));
  const [ann, ben] = await pairOfOwners('early');
  const id = await away(stage, ann, { to: ben, ...until('2026-05-18') });
  expect(await stage.outcomes(id)).toEqual(['delegation-ends * ahead']);
  await end(id, ann.principalId);
  expect(await stage.outcomes(id)).toEqual([]);
});

it('a reminder that is still on its way when it is ended is no longer owed', async () => {
  stage.clock.moveTo(shanghai('2026-05-11 16:00'));
  const [ann, ben] = await pairOfOwners('way');
  const id = await away(stage, ann, { to: ben, ...until('2026-05-18') });
  await stage.round('2026-05-15 09:00', { arrives: false });
  const owed = { rule: { startsWith: 'reminder-' }, subject: id };
  const [row] = await stage.app.database.prisma.delivery.findMany({ where: owed });
  if (!row) throw new Error('nothing was owed');
  const message = {
    view: row.view,
    subject: id,
    stateSeq: 0,
    rule: row.rule,
    receiver: { kind: 'person', principalId: row.receiver },
  } as const;
  expect(await overtaken(stage.app, { key: row.key, message })).toBe(false);
  await end(id, ben.principalId);
  expect(await overtaken(stage.app, { key: row.key, message })).toBe(true);
});

it('whoever left the organisation is not reminded', async () => {
  stage.clock.moveTo(shanghai('2026-05-11 16:00'));
  const [ann, ben] = await pairOfOwners('left');
  const id = await away(stage, ann, { to: ben, ...until('2026-05-18') });
  await stage.app.database.prisma.membership.deleteMany({ where: { principalId: ben.principalId } });
  await stage.round('2026-05-15 09:00');
  expect(await stage.told(id)).toEqual(['reminder-delegation-ends → prn_ann_left']);
});

it('one that lasts a day needs no reminder', async () => {
  stage.clock.moveTo(shanghai('2026-05-12 10:00'));
  const [ann, ben] = await pairOfOwners('day');
  const id = await away(stage, ann, {
    to: ben,
    from: shanghai('2026-05-12 10:00'),
    until: shanghai('2026-05-13 00:00'),
  });
  expect(await stage.outcomes(id)).toEqual([]);
});
