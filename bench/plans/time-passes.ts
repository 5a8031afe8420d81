import type { App } from '../../src/app.ts';
import { planStandings } from '../../src/directory/reminders/plan-standings.ts';
import { delegate } from '../../src/people/delegation/actions/delegate.ts';
import { endDelegation } from '../../src/people/delegation/actions/end-delegation.ts';
import { planEnds } from '../../src/people/delegation/reminders/plan-ends.ts';
import { Prisma } from '../../src/platform/database/generated/client.ts';
import { askSurveys } from '../../src/ratings/reminders/ask-surveys.ts';
import { newsOfQuarter } from '../../src/ratings/reminders/news.ts';
import { sayOnIt } from '../../src/reminders/actions/on-it.ts';
import { snoozeReminders } from '../../src/reminders/actions/snooze.ts';
import { sweepReminders } from '../../src/reminders/sweep/sweep.ts';
import { recomputeEstimated } from '../../src/reports/actions/clock/recompute-estimated.ts';
import { oweDigest } from '../../src/reports/digest/actions/owe-digest.ts';
import { remindedReport } from '../../src/reports/record/reminded.ts';
import { acknowledge } from '../../src/urgent/actions/acknowledge.ts';
import { measureMonths } from '../../src/urgent/actions/measure-months.ts';
import { REMINDER_SOURCES } from '../../src/vocabularies.ts';
import type { TestClock } from '../../test/support/app.ts';
import type { Cast } from '../../test/support/cast.ts';
import type { Explained } from './explained.ts';

export interface Passing {
  readonly clock: TestClock;
  readonly explained: Explained;
}

/** What the minute's round and the day's plans run, with reminders of every kind due; `reportId` waits for its store. */
export async function timePasses(
  app: App,
  cast: Cast,
  reportId: string,
  { clock, explained }: Passing,
): Promise<void> {
  explained.step('a sweep of reminders');
  await sweepReminders(app, REMINDER_SOURCES);
  await quietened(app, cast, { reportId, explained });
  await stoodIn(app, cast, explained);
  explained.step('an acknowledgement');
  await acknowledge(app, { actor: cast.admin, issueId: 'urg_1', requestId: 'plan-acknowledge' });
  explained.step('the months of urgent issues');
  await measureMonths(app);
  explained.step('ends of delegations');
  await planEnds(app);
  explained.step('the plan of standings');
  await planStandings(app);
  explained.step('estimated deadlines');
  await recomputeEstimated(app);
  explained.step('the weekly digest');
  await oweDigest(app, 'Asia/Shanghai');
  explained.step('news of a preview');
  await app.database.change([newsOfQuarter('preview', '2026-Q1', app.clock.now())]);
  explained.step('a sweep of news');
  await sweepReminders(app, REMINDER_SOURCES);
  clock.moveTo('2026-07-01T02:00:00Z');
  explained.step('the question to stores');
  await askSurveys(app);
}

interface Reminded {
  readonly reportId: string;
  readonly explained: Explained;
}

async function quietened(app: App, { owner }: Cast, { reportId, explained }: Reminded): Promise<void> {
  const reminded = remindedReport(reportId);
  const asked = { reminded, stateSeq: 4, principalId: owner.principalId };
  explained.step('a snooze');
  await snoozeReminders(app, { ...asked, snooze: 'hours', requestId: 'plan-snooze' });
  explained.step('on it');
  await sayOnIt(app, { ...asked, requestId: 'plan-on-it' });
}

async function stoodIn(app: App, { admin, providerId }: Cast, explained: Explained): Promise<void> {
  const [from, until] = [app.clock.now(), new Date('2026-05-20T00:00:00Z')];
  explained.step('a stand-in is named');
  const made = await delegate(app, {
    by: admin,
    delegation: {
      organisationId: providerId,
      role: 'PROVIDER_ADMIN',
      delegate: null,
      reportId: null,
      from,
      until,
    },
    reason: 'on holiday',
    draft: Prisma.sql`DELETE FROM form_draft WHERE form = 'people.delegate' AND subject = ${admin.principalId}`,
    requestId: 'plan-delegate',
  });
  if (!('ok' in made)) throw new Error(`No stand-in could be named: ${made.refused}.`);
  explained.step('a stand-in is dismissed');
  await endDelegation(app, { id: made.ok.id, by: admin.principalId, requestId: 'plan-end' });
}
