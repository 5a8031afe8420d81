import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import { testApp, testClock } from '../../support/app.ts';
import { type CaseDriver, caseDriver } from '../../support/case-driver.ts';
import { type Cast, seedCast } from '../../support/cast.ts';
import { bothDatabases } from '../../support/database.ts';

describe.each(await bothDatabases())('a report on $name', ({ open }) => {
  const clock = testClock('2026-04-30T02:00:00Z');
  let app: App & AsyncDisposable;
  let cast: Cast;
  let drive: CaseDriver;

  beforeAll(async () => {
    app = await testApp(await open(), clock);
    cast = await seedCast(app.database);
    drive = caseDriver(app, cast);
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    await app.database[Symbol.asyncDispose]();
  });

  it('goes the worked way of the rules from request to approval, with their deadlines', async () => {
    const id = await drive.draft();
    await drive.apply(id, cast.owner, { type: 'request' });
    expect(await drive.deadline(id)).toBe('2026-05-08T02:00:00.000Z');
    clock.moveTo('2026-05-06T03:00:00Z');
    await drive.apply(id, cast.admin, { type: 'accept' });
    expect(await drive.deadline(id)).toBe('2026-05-12T03:00:00.000Z');
    await drive.fill(id);
    clock.moveTo('2026-05-08T07:30:00Z');
    await drive.submit(id);
    expect(await drive.deadline(id)).toBe('2026-05-12T07:30:00.000Z');
    clock.moveTo('2026-05-11T08:00:00Z');
    await drive.confirm(id);
    expect(await drive.deadline(id)).toBe('2026-05-13T08:00:00.000Z');
    clock.moveTo('2026-05-12T02:00:00Z');
    await drive.apply(id, cast.reviewer, {
      type: 'askInformation',
      from: 'provider',
      question: 'Which team answers at night?',
    });
    clock.moveTo('2026-05-14T05:00:00Z');
    await drive.apply(id, cast.admin, { type: 'answerInformation', answer: 'The night team in Hangzhou.' });
    expect(await drive.deadline(id)).toBe('2026-05-18T02:00:00.000Z');
    await drive.apply(id, cast.reviewer, { type: 'approve' });
    expect((await drive.load(id)).report.state).toBe('SCHEDULED');
  });
});
