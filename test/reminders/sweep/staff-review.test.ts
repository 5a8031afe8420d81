import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTranslators } from '../../../src/chat/messages/translators.ts';
import { plain } from '../../../src/chat/text.ts';
import type { Actor } from '../../../src/people/principal.ts';
import { drawCase } from '../../../src/reports/chat/draw-case.ts';
import { testDatabase } from '../../support/database.ts';
import { type ReminderStage, reminderStage } from '../support/stage.ts';

describe('a review that nobody decides', () => {
  let stage: ReminderStage;
  let id: string;

  beforeAll(async () => {
    stage = await reminderStage(testDatabase, '2026-05-11 16:00');
    id = await stage.drive.toReview();
    await stage.drive.apply(id, stage.cast.reviewer, { type: 'claim' });
  });
  afterAll(() => stage[Symbol.asyncDispose]());

  const report = async () => (await stage.drive.load(id)).report;
  /** What the card says of its changing hands. */
  const whyFor = async (person: Actor) => {
    const reader = { locale: 'en' as const, zone: 'Asia/Shanghai', t: createTranslators().en };
    const parties = await stage.drive.load(id);
    const audience = { ...reader, person: { ...person, displayName: 'x' } };
    const { sections = [] } = await drawCase(stage.app, audience, parties);
    const body = sections.find(({ title }) => title === 'Why this changed hands')?.body;
    return body && plain(body);
  };
  const toldAt = async (at: string) => {
    const before = await stage.told(id);
    await stage.round(at);
    return (await stage.told(id)).slice(before.length);
  };

  it('goes to its reviewer, then to the channel as well, then to the lead', async () => {
    await stage.round('2026-05-13 09:30');
    expect(await toldAt('2026-05-13 12:24')).toEqual([
      'reminder-at-80 → channel:staff',
      'reminder-at-80 → prn_reviewer_1',
    ]);
    // Whoever had a message today hears of the lateness tomorrow; the lead at once.
    expect(await toldAt('2026-05-13 16:00')).toEqual(['reminder-at-100 → prn_lead']);
    expect(await toldAt('2026-05-14 09:00')).toEqual([
      'reminder-at-100 → channel:staff',
      'reminder-at-100 → prn_reviewer_1',
    ]);
    await stage.round('2026-05-14 16:00');
  });

  it('is handed to somebody else at twice its time, once', async () => {
    await stage.round('2026-05-15 15:59');
    expect((await report()).assignedTo).toBe('prn_reviewer_1');
    await stage.round('2026-05-15 16:00');
    expect((await report()).assignedTo).toBe('prn_reviewer_2');
    await stage.app.database.prisma.reminder.updateMany({
      where: { object: id, rung: 'reassign' },
      data: { settledAt: null },
    });
    await stage.round('2026-05-15 16:01');
    expect((await report()).assignedTo).toBe('prn_reviewer_2');
  });

  it('says why to whoever has it now and to whoever had it, and each of them has a message of it', async () => {
    const assigned = await stage.app.database.prisma.delivery.findMany({
      where: { subject: id, rule: 'assigned' },
      orderBy: { receiver: 'asc' },
    });
    expect(assigned.map(({ receiver }) => receiver)).toEqual([
      'channel:staff',
      'prn_reviewer_1',
      'prn_reviewer_2',
    ]);
    expect(await whyFor(stage.cast.secondReviewer)).toBe(
      'reviewer_1 had this review for twice the time it has, so it was given to you.',
    );
    expect(await whyFor(stage.cast.reviewer)).toMatch(/so it was given to reviewer_2\. Nothing is left/);
    expect(await whyFor(stage.cast.lead)).toMatch(/so it was given to reviewer_2\.$/);
    expect(await whyFor(stage.cast.owner)).toBeUndefined();
  });

  it('stands in the lead’s digest every business day, and never lapses', async () => {
    await stage.round('2026-05-19 16:00');
    for (const day of ['20', '21', '22', '25']) await stage.round(`2026-05-${day} 16:00`);
    await stage.round('2026-05-26 09:30');
    const outcomes = await stage.outcomes(id);
    expect(outcomes.filter((line) => line.startsWith('overdue-') && line.includes('prn_lead'))).toHaveLength(
      4,
    );
    expect((await report()).state).toBe('STAFF_REVIEW');
  });

  it('falls silent with the decision', async () => {
    await stage.drive.apply(id, stage.cast.secondReviewer, { type: 'approve' });
    const ahead = (await stage.outcomes(id)).filter((line) => line.endsWith('ahead'));
    expect(ahead.every((line) => line.startsWith('expiry-'))).toBe(true);
  });
});

describe('a review that is interrupted by a question', () => {
  it('has the rest of its ladder after the answer, without the rungs that were used', async () => {
    await using stage = await reminderStage(testDatabase, '2026-05-11 16:00');
    const { drive, clock, cast } = stage;
    const id = await drive.toReview();
    const moveTo = (at: string) => clock.moveTo(new Date(`${at}:00+08:00`));
    moveTo('2026-05-12T10:00');
    await drive.apply(id, cast.reviewer, {
      type: 'askInformation',
      from: 'provider',
      question: 'Which team answers at night?',
    });
    expect((await stage.outcomes(id)).filter((line) => line.endsWith('ahead'))).toEqual([
      'at-50 * ahead',
      'at-80 * ahead',
      'at-100 * ahead',
      'at-150 * ahead',
      'at-200 * ahead',
      'last-1 * ahead',
    ]);
    moveTo('2026-05-14T13:00');
    await drive.apply(id, cast.admin, { type: 'answerInformation', answer: 'The night team in Hangzhou.' });
    const planned = await stage.app.database.prisma.reminder.findMany({
      where: { object: id, settledAt: null },
      orderBy: { dueAt: 'asc' },
    });
    expect(planned.map(({ rung, dueAt }) => `${rung} ${dueAt.toISOString()}`)).toEqual([
      'at-50 2026-05-15T02:00:00.000Z',
      'at-80 2026-05-15T07:24:00.000Z',
      'at-100 2026-05-18T02:00:00.000Z',
      'at-150 2026-05-19T02:00:00.000Z',
      'reassign 2026-05-20T02:00:00.000Z',
      'at-300 2026-05-22T02:00:00.000Z',
    ]);
  });
});
