import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import { createTranslators } from '../../../src/chat/messages/translators.ts';
import { plain } from '../../../src/chat/text.ts';
import { addressee } from '../../../src/delivery/audience.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { sayOnIt } from '../../../src/reminders/actions/on-it.ts';
import { snoozeReminders } from '../../../src/reminders/actions/snooze.ts';
import { reminderState } from '../../../src/reminders/record/reminder-state.ts';
import { sweepReminders } from '../../../src/reminders/sweep/sweep.ts';
import { reportViews } from '../../../src/reports/chat/view.ts';
import { applyForApi } from '../../../src/services/application/actions/apply.ts';
import { APPLICATION_DEEDS } from '../../../src/services/application/deeds.ts';
import { remindedService } from '../../../src/services/record/reminded.ts';
import { REMINDER_SOURCES } from '../../../src/vocabularies.ts';
import { shanghai } from '../../reminders/support/stage.ts';
import { testApp, testClock } from '../../support/app.ts';
import { bothDatabases } from '../../support/database.ts';
import {
  ADMIN,
  APPLICATION,
  doing,
  givenLevel,
  givenParties,
  got,
  MEI,
  NO_DRAFT,
  NOW,
  REASON,
} from '../support/given.ts';

const INPUT = { actor: ADMIN, requestId: 'slack:none', providerId: 'prv_1', draft: NO_DRAFT };

describe.each(await bothDatabases())('the ladder of a special service on $name', ({ open }) => {
  const clock = testClock(NOW);
  let database: Database;
  let app: App & AsyncDisposable;
  let id: string;
  beforeAll(async () => {
    database = await open();
    app = await testApp(database, clock);
    await givenParties(database);
    id = got(await applyForApi(app, { ...INPUT, values: APPLICATION })).id;
    got(await doing(app)(APPLICATION_DEEDS.take, MEI, id));
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  });

  const round = async (at: string) => {
    clock.moveTo(shanghai(at));
    await sweepReminders(app, REMINDER_SOURCES);
  };
  const told = async () => {
    const rows = await database.prisma.delivery.findMany({
      where: { rule: { notIn: ['apply', 'take', 'return', 'approve', 'ask-live', 'go-live'] } },
      orderBy: [{ recordedAt: 'asc' }, { rule: 'asc' }, { receiver: 'asc' }],
    });
    return rows.map(({ rule, receiver }) => `${rule} → ${receiver}`);
  };

  it.each([
    // 50 % of five business days: Sat 9 May 16:30, which is a make-up working day.
    ['2026-05-09 16:30', []],
    ['2026-05-11 09:30', ['digest → MEI']],
    ['2026-05-12 12:00', ['reminder-at-80 → MEI', 'reminder-at-80 → channel:staff']],
    [
      '2026-05-13 12:00',
      ['reminder-at-100 → LEAD', 'reminder-at-100 → MEI', 'reminder-at-100 → channel:staff'],
    ],
  ])('at %s: %j', async (at, expected) => {
    const before = await told();
    await round(at);
    const after = (await told()).slice(before.length);
    expect(after).toEqual(expected);
  });

  it('stood in the morning’s digest with its button', async () => {
    const [digest] = await database.prisma.delivery.findMany({ where: { rule: 'digest', receiver: 'MEI' } });
    const defaults = { locale: 'en', zone: 'Asia/Shanghai', translators: createTranslators() } as const;
    const reader = await addressee(app, defaults, 'MEI');
    const view = reportViews.find(({ name }) => name === 'digest');
    const [card] = (reader && (await view?.draw(app, reader.audience, digest?.subject ?? ''))) ?? [];
    expect(card?.title).toBe('Today: one thing waits for you');
    expect((card?.sections?.[0]?.list ?? []).map(plain).join()).toContain(id);
    expect(card?.actions?.map(({ handle }) => handle)).toMatchObject([
      { action: 'service.show', subject: id },
    ]);
  });

  it('can be put off by whoever was reminded, and not once the step is done', async () => {
    const { stateSeq } = await database.prisma.apiApplication.findUniqueOrThrow({ where: { id } });
    const reminded = remindedService({ id, kind: 'api', providerId: 'prv_1' });
    const asked = { reminded, principalId: 'MEI', requestId: 'slack:none' };
    expect(await snoozeReminders(app, { ...asked, stateSeq, snooze: 'hours' })).toEqual({
      ok: { until: shanghai('2026-05-13 14:00') },
    });
    expect(await reminderState(app, reminded, 'MEI')).toMatchObject({ snoozes: 1, onIt: false });
    expect(got(await sayOnIt(app, { ...asked, stateSeq }))).toBeNull();
    expect(await reminderState(app, reminded, 'MEI')).toMatchObject({ onIt: true });
    expect(await reminderState(app, reminded, 'ADMIN')).toBeNull();
    expect(await sayOnIt(app, { ...asked, stateSeq: stateSeq - 1 })).toMatchObject({
      refused: 'reminders.nothing-to-snooze',
    });
  });

  it('goes to somebody else once it has taken twice its time, and keeps its buttons', async () => {
    const before = await database.prisma.apiApplication.findUniqueOrThrow({ where: { id } });
    await round('2026-05-20 12:00');
    const after = await database.prisma.apiApplication.findUniqueOrThrow({ where: { id } });
    expect(after).toMatchObject({ assignedTo: 'TAO', stateSeq: before.stateSeq });
    expect(await told()).toContain('reassigned → TAO');
    const { stateSeq } = before;
    got(await doing(app)(APPLICATION_DEEDS.return, MEI, id, { values: REASON, stateSeq }));
  });

  it('ends with the step that was awaited, and the provider’s begins', async () => {
    const ahead = await database.prisma.reminder.findMany({
      where: { object: `service:prv_1:${id}`, settledAt: null },
      orderBy: { dueAt: 'asc' },
      select: { rung: true },
    });
    expect(ahead.map(({ rung }) => rung)).toEqual(['at-50', 'at-80', 'at-100', 'at-150', 'at-200']);
  });

  it('reminds a provider thirty days before its live system is reviewed', async () => {
    await givenLevel(database, '3');
    clock.moveTo(NOW);
    const live = got(await applyForApi(app, { ...INPUT, values: APPLICATION })).id;
    for (const [deed, who] of [
      [APPLICATION_DEEDS.take, MEI],
      [APPLICATION_DEEDS.approve, MEI],
      [APPLICATION_DEEDS['ask-live'], ADMIN],
      [APPLICATION_DEEDS['go-live'], MEI],
    ] as const)
      got(await doing(app)(deed, who, live));
    await round('2027-04-07 08:59');
    expect(await told()).not.toContain('review-soon → ADMIN');
    await round('2027-04-07 09:00');
    expect(await told()).toEqual(expect.arrayContaining(['review-soon → ADMIN', 'review-soon → GUAN']));
  });
});
