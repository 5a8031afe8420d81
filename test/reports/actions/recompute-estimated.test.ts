import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { recomputeEstimated } from '../../../src/reports/actions/clock/recompute-estimated.ts';
import { type ReminderStage, reminderStage } from '../../reminders/support/stage.ts';
import { testDatabase } from '../../support/database.ts';

describe('a deadline of a year whose notice was not out', () => {
  let stage: ReminderStage;
  let id: string;

  beforeEach(async () => {
    stage = await reminderStage(testDatabase, '2026-05-11 16:00');
    id = await stage.drive.toReview();
  });
  afterEach(() => stage[Symbol.asyncDispose]());

  /** What was shown before the notice came. */
  const shown = (at: string) =>
    stage.app.database.prisma.report.update({
      where: { id },
      data: { deadlineAt: new Date(at), deadlineEstimated: true },
    });
  const deadline = async () => {
    const { report } = await stage.drive.load(id);
    return [report.deadline?.at.toISOString(), report.deadline?.estimated];
  };

  it('becomes exact, and later where the year has more holidays', async () => {
    await shown('2026-05-12T08:00:00Z');
    await stage.app.database.prisma.reminder.updateMany({
      where: { object: id, rung: 'at-100' },
      data: { dueAt: new Date('2026-05-12T08:00:00Z') },
    });
    expect(await recomputeEstimated(stage.app)).toBe(1);
    expect(await deadline()).toEqual(['2026-05-13T08:00:00.000Z', false]);
    const rung = await stage.app.database.prisma.reminder.findFirst({
      where: { object: id, rung: 'at-100' },
    });
    expect(rung?.dueAt.toISOString()).toBe('2026-05-13T08:00:00.000Z');
  });

  it('is never earlier than the one that was shown', async () => {
    await shown('2026-05-15T08:00:00Z');
    expect(await recomputeEstimated(stage.app)).toBe(1);
    expect(await deadline()).toEqual(['2026-05-15T08:00:00.000Z', false]);
    expect(await recomputeEstimated(stage.app)).toBe(0);
  });

  it('of a review that was interrupted counts the pause out', async () => {
    const { cast, clock, drive } = stage;
    clock.moveTo('2026-05-12T02:00:00Z');
    await drive.apply(id, cast.reviewer, {
      type: 'askInformation',
      from: 'provider',
      question: 'Which team answers at night?',
    });
    clock.moveTo('2026-05-14T05:00:00Z');
    await drive.apply(id, cast.admin, { type: 'answerInformation', answer: 'The team in Hangzhou.' });
    await shown('2026-05-14T06:00:00Z');
    await recomputeEstimated(stage.app);
    expect(await deadline()).toEqual(['2026-05-18T02:00:00.000Z', false]);
  });

  it('stays as it is as long as the notice is not out', async () => {
    const { cast, drive, clock } = stage;
    clock.moveTo('2031-03-03T02:00:00Z');
    await stage.app.database.prisma.provider.updateMany({
      data: { recognisedUntil: new Date('2040-01-01') },
    });
    const other = await drive.draft({ purchaseStart: '2031-06-01', reportingStart: '2031-06-01' });
    await stage.app.database.prisma.provider.updateMany({
      data: { recognisedUntil: new Date('2040-01-01') },
    });
    await drive.apply(other, cast.owner, { type: 'request' });
    expect((await drive.load(other)).report.deadline?.estimated).toBe(true);
    expect(await recomputeEstimated(stage.app)).toBe(0);
  });
});
