import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import type { Actor } from '../../../src/people/principal.ts';
import { openDatabase } from '../../../src/platform/database/open.ts';
import { applyEvent } from '../../../src/reports/actions/apply.ts';
import type { ReportEvent } from '../../../src/reports/lifecycle/events.ts';
import { isRefused } from '../../../src/result.ts';
import { testApp, testClock } from '../../support/app.ts';
import { type CaseDriver, caseDriver } from '../../support/case-driver.ts';
import { type Cast, seedCast } from '../../support/cast.ts';
import { postgresAvailable, postgresUrl } from '../../support/database.ts';

const ROUNDS = 200;

describe.skipIf(!(await postgresAvailable()))('two people at the same moment, on PostgreSQL', () => {
  const clock = testClock('2026-05-11T02:00:00Z');
  // Two processes that share one database, as far as the database can tell.
  let here: App & AsyncDisposable;
  let there: App & AsyncDisposable;
  let cast: Cast;
  let drive: CaseDriver;

  beforeAll(async () => {
    const databaseUrl = await postgresUrl();
    const open = () => openDatabase({ databaseUrl, dataDir: '', poolSize: 4 });
    here = await testApp(await open(), clock);
    there = await testApp(await open(), clock);
    cast = await seedCast(here.database);
    drive = caseDriver(here, cast);
  });
  afterAll(async () => {
    for (const app of [here, there]) {
      await app[Symbol.asyncDispose]();
      await app.database[Symbol.asyncDispose]();
    }
  });

  const click = (
    app: App,
    reportId: string,
    { actor, stateSeq }: { actor: Actor; stateSeq: number },
    event: ReportEvent,
  ) => applyEvent(app, { reportId, stateSeq, actor, requestId: null, channel: 'test' }, event);

  it(`one of two reviewers decides and the other is told who did, ${ROUNDS} times over`, async () => {
    const id = await drive.toReview();
    const names = new Map([
      [cast.reviewer.principalId, 'reviewer_1'],
      [cast.secondReviewer.principalId, 'reviewer_2'],
    ]);
    for (let round = 0; round < ROUNDS; round += 1) {
      const { stateSeq } = (await drive.load(id)).report;
      const [first, second] = round % 2 === 0 ? [here, there] : [there, here];
      const outcomes = await Promise.all([
        click(first, id, { actor: cast.reviewer, stateSeq }, { type: 'approve' }),
        click(second, id, { actor: cast.secondReviewer, stateSeq }, { type: 'approve' }),
      ]);
      const told = outcomes.filter(isRefused);
      expect(told).toHaveLength(1);
      const step = await here.database.prisma.transition.findUniqueOrThrow({
        where: { reportId_stateSeq: { reportId: id, stateSeq } },
      });
      expect(told[0]).toMatchObject({
        refused: 'reports.already-decided',
        data: { by: names.get(step.actor), state: 'SCHEDULED' },
      });
      await backToReview(here, id);
    }
    expect(await here.database.prisma.decision.count({ where: { reportId: id } })).toBe(ROUNDS);
  });

  it('two requests for one scope of a store: the second is refused by the calendar of the store', async () => {
    const changes = { reportingStart: '2028-06-01', purchaseStart: '2028-06-01' };
    const ids = [await drive.draft(changes), await drive.draft(changes)];
    const outcomes = await Promise.all(
      ids.map((id, index) =>
        click(index === 0 ? here : there, id, { actor: cast.owner, stateSeq: 1 }, { type: 'request' }),
      ),
    );
    const refused = outcomes.filter(isRefused);
    expect(refused).toHaveLength(1);
    expect(refused[0]?.refused).toMatch(/^reports\.(overlap|second-primary-operator)/);
  });
});

/** The same case again: only what the race is about is undone, what was decided stays on record. */
const backToReview = ({ database }: App, id: string) =>
  database.prisma.report.update({ where: { id }, data: { state: 'STAFF_REVIEW', deadlineAt: null } });
