import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../src/people/principal.ts';
import { Prisma } from '../../src/platform/database/generated/client.ts';
import { loadCase } from '../../src/reports/record/case.ts';
import { acknowledge } from '../../src/urgent/actions/acknowledge.ts';
import { measureMonths } from '../../src/urgent/actions/measure-months.ts';
import { MOST_OPEN, reportUrgent } from '../../src/urgent/actions/report-urgent.ts';
import { away } from '../reminders/delegation/away.ts';
import { type ReminderStage, reminderStage, shanghai } from '../reminders/support/stage.ts';
import { expectOk } from '../support/case-driver.ts';
import { seedPerson } from '../support/cast.ts';
import { testDatabase } from '../support/database.ts';

/** A cooperation that stands since 1 June; its provider promised to acknowledge within 4 hours (QS09), by its admin. */
let stage: ReminderStage;
let report: string;

beforeAll(async () => {
  stage = await reminderStage(testDatabase);
  report = await stage.drive.toReview();
  await stage.drive.apply(report, stage.cast.reviewer, { type: 'approve' });
  await stage.round('2026-06-01 00:00');
});
afterAll(() => stage[Symbol.asyncDispose]());

/** As if nothing had been urgent yet: a database for each test would take longer than all of them. */
beforeEach(async () => {
  const { prisma } = stage.app.database;
  await Promise.all([
    prisma.urgentIssue.deleteMany(),
    prisma.reminder.deleteMany(),
    prisma.delivery.deleteMany(),
    prisma.delegation.deleteMany(),
    prisma.qualityCheck.deleteMany(),
  ]);
  await prisma.report.update({ where: { id: report }, data: { state: 'ACTIVE' } });
});

const typed = (actor: Actor, text = 'The shop shows prices of 0.01.') => ({
  actor,
  text,
  since: shanghai('2026-06-06 01:50'),
  draft: Prisma.sql`SELECT 1`,
  requestId: stage.app.ids.next('req'),
});

async function trying(actor = stage.cast.owner, text?: string) {
  const parties = await loadCase(stage.app, report);
  if (!parties) throw new Error('no report');
  return reportUrgent(stage.app, { ...typed(actor, text), parties });
}

/** On a Saturday night, unless said otherwise. */
async function reported(at = '2026-06-06 02:00', actor = stage.cast.owner): Promise<string> {
  stage.clock.moveTo(shanghai(at));
  return expectOk(await trying(actor)).id;
}

const seen = (issueId: string, actor = stage.cast.helper) =>
  acknowledge(stage.app, { actor, issueId, requestId: stage.app.ids.next('req') });

/** As `rule → receiver`, with all that was owed at once. */
async function told(issue: string): Promise<readonly string[]> {
  const rows = await stage.app.database.prisma.delivery.findMany({
    where: { subject: issue },
    orderBy: [{ recordedAt: 'asc' }, { rule: 'asc' }, { receiver: 'asc' }],
  });
  return rows.map(({ rule, receiver }) => `${rule} → ${receiver}`);
}

describe('an urgent issue', () => {
  it('is told to the provider’s contact in the middle of a weekend’s night', async () => {
    expect(await told(await reported())).toEqual(['urgent.reported → prn_admin_a']);
  });

  it('climbs its ladder around the clock, and wakes nobody after that', async () => {
    const issue = await reported();
    for (const at of ['05:11', '05:12', '06:00', '08:00', '10:00', '12:00', '18:00'])
      await stage.round(`2026-06-06 ${at}`);
    expect((await told(issue)).slice(1)).toEqual([
      'reminder-urgent-80 → prn_admin_a',
      'reminder-urgent-100 → prn_admin_a',
      'reminder-urgent-100 → prn_helper_a',
      'reminder-urgent-100 → prn_owner_a',
      'reminder-urgent-150 → prn_admin_a',
      'reminder-urgent-150 → prn_helper_a',
    ]);
  });

  it('that nobody acknowledges is said to the leads in their hours, on five business days', async () => {
    const issue = await reported();
    for (let day = 6; day <= 24; day += 1)
      for (const hour of ['09:00', '10:00', '14:00', '17:59'])
        await stage.round(`2026-06-${String(day).padStart(2, '0')} ${hour}`);
    expect((await told(issue)).filter((line) => line.endsWith('prn_lead'))).toEqual(
      [1, 2, 3, 4, 5].map((count) => `reminder-unacknowledged-${count} → prn_lead`),
    );
  });

  it('falls silent once it is acknowledged, and whoever reported it hears that at once', async () => {
    const issue = await reported();
    stage.clock.moveTo(shanghai('2026-06-06 03:00'));
    expectOk(await seen(issue));
    await stage.round('2026-06-06 06:00');
    expect(await told(issue)).toEqual(['urgent.reported → prn_admin_a', 'urgent.acknowledged → prn_owner_a']);
    expect(await stage.outcomes(issue)).toEqual([]);
  });

  it('is acknowledged once, and the second of two is told by whom', async () => {
    const issue = await reported();
    const both = await Promise.all([seen(issue), seen(issue, stage.cast.admin)]);
    expect(both.map((outcome) => ('ok' in outcome ? 'ok' : outcome.refused)).toSorted()).toEqual([
      'ok',
      'urgent.acknowledged-already',
    ]);
  });

  it('cannot be acknowledged by the store that waits for it', async () => {
    expect(await seen(await reported(), stage.cast.owner)).toMatchObject({ refused: 'people.role-needed' });
  });

  it('reaches whoever stands in for a contact who is away', async () => {
    const ben = await seedPerson(stage.app.database.prisma, {
      id: 'prn_ben',
      name: 'ben',
      organisationId: stage.cast.providerId,
      role: 'PROVIDER_ADMIN',
    });
    const { admin } = stage.cast;
    await away(stage, admin, {
      to: ben,
      from: shanghai('2026-06-02 00:00'),
      until: shanghai('2026-06-10 00:00'),
    });
    const issue = await reported();
    await stage.round('2026-06-06 05:12');
    expect(await told(issue)).toEqual(['urgent.reported → prn_ben', 'reminder-urgent-80 → prn_ben']);
    await stage.app.database.prisma.membership.deleteMany({ where: { principalId: 'prn_ben' } });
  });

  it('reaches everybody of the provider where its contact has left', async () => {
    const { prisma } = stage.app.database;
    const [admin] = await prisma.membership.findMany({ where: { principalId: 'prn_admin_a' } });
    if (!admin) throw new Error('no admin');
    await prisma.membership.deleteMany({ where: { principalId: 'prn_admin_a' } });
    expect(await told(await reported())).toEqual(['urgent.reported → prn_helper_a']);
    await prisma.membership.create({ data: admin });
  });

  it('is not reminded of once the cooperation is over', async () => {
    const issue = await reported();
    await stage.app.database.prisma.report.update({ where: { id: report }, data: { state: 'TERMINATED' } });
    await stage.round('2026-06-06 06:00');
    expect(await told(issue)).toEqual(['urgent.reported → prn_admin_a']);
  });
});

describe('it cannot be reported', () => {
  it.each([
    ['without a word of what happened', '', 'urgent.text-missing'],
    ['in a novel', 'a'.repeat(501), 'urgent.text-too-long'],
    ['with a password', 'password: hunter2-hunter2', 'fields.looks-like-secret'],
  ])('%s', async (_, text, refused) => {
    expect(await trying(stage.cast.owner, text)).toMatchObject({ refused, field: 'text' });
  });

  it('before the cooperation stands', async () => {
    await stage.app.database.prisma.report.update({ where: { id: report }, data: { state: 'SUSPENDED' } });
    expect(await trying()).toMatchObject({ refused: 'urgent.not-effective' });
  });

  it('by whoever loaded it while it still stood', async () => {
    const parties = await loadCase(stage.app, report);
    await stage.app.database.prisma.report.update({ where: { id: report }, data: { state: 'EXPIRED' } });
    if (!parties) throw new Error('no report');
    expect(await reportUrgent(stage.app, { ...typed(stage.cast.owner), parties })).toMatchObject({
      refused: 'urgent.not-effective',
    });
  });

  it('by a member of the store who is not its owner', async () => {
    expect(await trying(stage.cast.member)).toMatchObject({ refused: 'people.role-needed' });
  });

  it('over and over while the first ones wait', async () => {
    for (let count = 0; count < MOST_OPEN; count += 1) await reported();
    expect(await trying()).toMatchObject({ refused: 'urgent.too-many' });
  });
});

describe('the QS09 check of a month', () => {
  const checks = async () => {
    const rows = await stage.app.database.prisma.qualityCheck.findMany({ where: { code: 'QS09' } });
    return rows.map(({ measured, n, verdict, source }) => `${measured} h of ${n}: ${verdict}, ${source}`);
  };
  const acknowledgedAt = async (issue: string, at: string) => {
    stage.clock.moveTo(shanghai(at));
    expectOk(await seen(issue));
  };

  it.each([
    ['is met by the slowest of them', '2026-06-20 12:45', '2.75 h of 2: MET, FEED'],
    ['is missed by one that was too slow', '2026-06-20 15:00', '5 h of 2: MISSED, FEED'],
  ])('%s', async (_, second, expected) => {
    await acknowledgedAt(await reported('2026-06-06 02:00'), '2026-06-06 02:30');
    await acknowledgedAt(await reported('2026-06-20 10:00'), second);
    stage.clock.moveTo(shanghai('2026-07-02 00:30'));
    await measureMonths(stage.app);
    await measureMonths(stage.app);
    expect(await checks()).toEqual([expected]);
  });

  it('counts the hours until now where nobody has acknowledged, once the longest target is over', async () => {
    await reported('2026-06-30 23:00');
    stage.clock.moveTo(shanghai('2026-07-01 12:00'));
    await measureMonths(stage.app);
    expect(await checks()).toEqual([]);
    stage.clock.moveTo(shanghai('2026-07-02 00:00'));
    await measureMonths(stage.app);
    expect(await checks()).toEqual(['25 h of 1: MISSED, FEED']);
  });

  it('does not count what the provider itself reported', async () => {
    await acknowledgedAt(await reported('2026-06-06 02:00', stage.cast.admin), '2026-06-06 02:01');
    stage.clock.moveTo(shanghai('2026-07-02 00:30'));
    await measureMonths(stage.app);
    expect(await checks()).toEqual([]);
  });

  it('leaves what staff have ruled', async () => {
    await reported('2026-06-06 02:00');
    await stage.app.database.prisma.qualityCheck.create({
      data: {
        ...{ reportId: report, month: new Date('2026-06-01'), code: 'QS09', target: '4', n: 1 },
        ...{ verdict: 'EXEMPT', source: 'STAFF', recordedBy: 'prn_lead', recordedAt: stage.clock.now() },
      },
    });
    stage.clock.moveTo(shanghai('2026-07-02 00:30'));
    await measureMonths(stage.app);
    expect(await checks()).toEqual(['null h of 1: EXEMPT, STAFF']);
  });
});
