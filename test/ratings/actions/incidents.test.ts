import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import { verify } from '../../../src/audit/verify/verify.ts';
import type { Actor, Role } from '../../../src/people/principal.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { hearAppeal } from '../../../src/ratings/actions/appeal/hear-appeal.ts';
import { openAppeal } from '../../../src/ratings/actions/appeal/open-appeal.ts';
import { answerIncident } from '../../../src/ratings/actions/incidents/answer-incident.ts';
import { decideIncident } from '../../../src/ratings/actions/incidents/decide-incident.ts';
import { complain, openIncident } from '../../../src/ratings/actions/incidents/open-incident.ts';
import type { IncidentVerdict, Severity } from '../../../src/ratings/incidents.ts';
import { findIncident } from '../../../src/ratings/record/incidents/incident-record.ts';
import { isRefused, type Result } from '../../../src/result.ts';
import { actor, givenPeople } from '../../directory/given.ts';
import { testApp, testClock } from '../../support/app.ts';
import { bothDatabases } from '../../support/database.ts';
import { bondRows, providerRow, storeRow, write } from '../support/given-rated.ts';

const code = (result: Result<unknown>): string => (isRefused(result) ? result.refused : 'ok');
const HAPPENED = 'Orders of a whole week were not answered.';
const requestId = 'slack:none';

const owner = actor('STORE_OWNER', 'st_1', 'OWNER');
const admin = actor('PROVIDER_ADMIN', 'prv_1', 'ADMIN');
const reviewer = actor('STAFF_REVIEWER', 'platform', 'reviewer');
const lead = actor('STAFF_LEAD', 'platform', 'lead');

describe.each(await bothDatabases())('complaints and incidents on $name', ({ open }) => {
  let database: Database;
  let app: App & AsyncDisposable;
  let reportId: string;
  let unapproved: string;
  const clock = testClock('2026-05-06T04:00:00Z');
  beforeAll(async () => {
    database = await open();
    app = await testApp(database, clock);
    await write(database, [
      ...['prv_1', 'prv_2'].map((id) => providerRow(id)),
      ...['st_1', 'st_2'].map((id) => storeRow(id)),
      bondRows({ providerId: 'prv_1', storeId: 'st_1' }),
      bondRows({ providerId: 'prv_2', storeId: 'st_1', state: 'REQUESTED', history: [] }),
    ]);
    const of = (providerId: string) => database.prisma.report.findFirstOrThrow({ where: { providerId } });
    [reportId, unapproved] = [(await of('prv_1')).id, (await of('prv_2')).id];
    await givenPeople(database, [
      { user: 'ADMIN', role: 'PROVIDER_ADMIN', at: 'prv_1' },
      { user: 'OWNER', role: 'STORE_OWNER', at: 'st_1' },
    ]);
  });
  beforeEach(async () => {
    clock.moveTo('2026-05-06T04:00:00Z');
    await database.change([Prisma.sql`DELETE FROM incident_answer`, Prisma.sql`DELETE FROM incident`]);
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  });

  const recorded = (severity: Severity, changes: Partial<Parameters<typeof openIncident>[1]> = {}) =>
    openIncident(app, {
      ...{ actor: reviewer, requestId, providerId: 'prv_1', reportId: null, severity, text: HAPPENED },
      ...changes,
    });
  const complained = (changes: Partial<Parameters<typeof complain>[1]> = {}) =>
    complain(app, { actor: owner, requestId, reportId, text: HAPPENED, ...changes });
  const idOf = async (opened: Promise<Result<{ readonly id: string }>>): Promise<string> => {
    const made = await opened;
    return isRefused(made) ? made.refused : made.ok.id;
  };
  const say = (incidentId: string, who: Actor, text = 'We were told to wait by the store.') =>
    answerIncident(app, { actor: who, requestId, incidentId, text });
  const decide = (incidentId: string, who: Actor = lead, verdict: IncidentVerdict = 'UPHELD') =>
    decideIncident(app, {
      actor: who,
      requestId,
      incidentId,
      verdict,
      basis: 'The feed of that week shows it.',
    });
  const told = async (incidentId: string): Promise<readonly string[]> => {
    const rows = await database.prisma.delivery.findMany({ where: { subject: incidentId } });
    return rows.map(({ rule, receiver }) => `${rule} ${receiver}`).toSorted();
  };

  it('a complaint is the store’s: provider and staff hear of it, each side answers, a verdict is given once', async () => {
    const id = await idOf(complained());
    expect(await told(id)).toEqual(['opened ADMIN', 'opened channel:staff']);
    expect(await say(id, admin)).toEqual({ ok: { side: 'PROVIDER' } });
    expect(await say(id, owner, 'Nobody of the store said so.')).toEqual({ ok: { side: 'STORE' } });
    const results = await Promise.all([decide(id), decide(id, actor('STAFF_LEAD', 'platform', 'other'))]);
    expect(results.map(code).toSorted()).toEqual(['ok', 'ratings.incident-decided']);
    expect(await findIncident(app, id)).toMatchObject({
      severity: 'C',
      storeId: 'st_1',
      reportId,
      answers: [{ side: 'PROVIDER' }, { side: 'STORE' }],
      verdict: 'UPHELD',
    });
    expect(await told(id)).toEqual([
      'answered ADMIN',
      'answered OWNER',
      'decided ADMIN',
      'decided OWNER',
      'opened ADMIN',
      'opened channel:staff',
    ]);
    expect((await verify(database)).finding).toBeNull();
  });

  it('what staff put on record goes to the provider, and its answer to the staff', async () => {
    const id = await idOf(recorded('S1'));
    expect(await told(id)).toEqual(['opened ADMIN']);
    await say(id, admin);
    expect(await told(id)).toEqual(['answered channel:staff', 'opened ADMIN']);
  });

  it.each<[string, () => Promise<Result<unknown>>, string]>([
    ['a member complains', () => complained({ actor: actor('STORE_MEMBER', 'st_1') }), 'people.role-needed'],
    [
      'another store complains',
      () => complained({ actor: actor('STORE_OWNER', 'st_2') }),
      'people.not-your-organisation',
    ],
    ['a report was never approved', () => complained({ reportId: unapproved }), 'ratings.complaint-report'],
    ['there is no such report', () => complained({ reportId: 'CR-1999-000001' }), 'reports.unknown'],
    ['nothing is said', () => complained({ text: 'Bad.' }), 'ratings.incident-text'],
    ['a provider records', () => recorded('S1', { actor: admin }), 'people.role-needed'],
    ['a report is another’s', () => recorded('S1', { reportId: unapproved }), 'ratings.incident-report'],
  ])('nothing is on record where %s', async (_, attempt, refused) => {
    expect(code(await attempt())).toBe(refused);
    expect(await database.prisma.incident.count()).toBe(0);
  });

  it('nothing is upheld against somebody who has not been heard', async () => {
    const id = await idOf(recorded('S2'));
    expect(code(await decide(id))).toBe('ratings.incident-unheard');
    clock.moveTo('2026-05-09T04:00:01Z');
    expect(code(await decide(id))).toBe('ok');
    const other = await idOf(recorded('S3'));
    expect(code(await decide(other, lead, 'DISMISSED'))).toBe('ok');
  });

  it('a side has three answers, and none after the verdict', async () => {
    const id = await idOf(complained());
    const answers = [];
    for (let time = 0; time < 4; time += 1) answers.push(code(await say(id, admin)));
    expect(answers).toEqual(['ok', 'ok', 'ok', 'ratings.incident-answers']);
    expect(code(await say(id, owner))).toBe('ok');
    await decide(id);
    expect(code(await say(id, owner))).toBe('ratings.incident-over');
  });

  it('of two answers at the same moment the second is asked to read the first', async () => {
    const id = await idOf(complained());
    const results = await Promise.all([say(id, admin), say(id, owner)]);
    expect(results.map(code).toSorted()).toEqual(['ok', 'ratings.incident-moved']);
  });

  it.each<[string, Actor, string]>([
    ['the store of another case', actor('STORE_OWNER', 'st_2'), 'people.not-your-organisation'],
    ['another provider', actor('PROVIDER_ADMIN', 'prv_2'), 'people.not-your-organisation'],
    ['a member of the provider', actor('PROVIDER_MEMBER', 'prv_1'), 'people.role-needed'],
    ['staff', reviewer, 'people.role-needed'],
  ])('%s does not answer', async (_, who, refused) => {
    const id = await idOf(complained());
    expect(code(await say(id, who))).toBe(refused);
  });

  it.each<{ organisationId: string; role: Role }>([
    { organisationId: 'prv_1', role: 'PROVIDER_MEMBER' },
    { organisationId: 'st_1', role: 'STORE_MEMBER' },
  ])('nobody of $organisationId decides on it', async (membership) => {
    const both = { principalId: 'both', memberships: [...lead.memberships, membership] };
    expect(code(await decide(await idOf(complained()), both, 'DISMISSED'))).toBe(
      'people.party-member-may-not-decide',
    );
  });

  it('nobody decides on what they put on record, and nothing that is not there', async () => {
    expect(code(await decide(await idOf(recorded('C')), reviewer, 'DISMISSED'))).toBe(
      'people.requester-may-not-decide',
    );
    expect(code(await decide('inc_nowhere'))).toBe('ratings.incident-unknown');
  });

  it('a verdict can be appealed before there is any rating, in the quarter in which it counts', async () => {
    const id = await idOf(complained());
    await say(id, admin);
    await decide(id);
    const grounds = 'The store had asked us not to answer.';
    const appeal = await openAppeal(app, {
      actor: admin,
      requestId,
      providerId: 'prv_1',
      datum: id,
      grounds,
    });
    expect(appeal).toMatchObject({ ok: { kind: 'APPEAL', quarter: '2026-Q2' } });
    if (isRefused(appeal)) return;
    const hearing = { requestId, appealId: appeal.ok.id, verdict: 'UPHELD', reason: grounds } as const;
    expect(code(await hearAppeal(app, { ...hearing, actor: lead }))).toBe(
      'people.decider-may-not-hear-appeal',
    );
    expect(code(await hearAppeal(app, { ...hearing, actor: reviewer }))).toBe('ok');
    expect(await findIncident(app, id)).toMatchObject({ verdict: 'DISMISSED' });
    clock.moveTo('2026-05-19T04:00:01Z');
    const late = await openAppeal(app, { actor: admin, requestId, providerId: 'prv_1', datum: id, grounds });
    expect(isRefused(late)).toBe(true);
  });
});
