import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import type { FormValues } from '../../../src/chat/form.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import type { ReportState } from '../../../src/reports/report.ts';
import { tickServices } from '../../../src/services/actions/tick.ts';
import { applyForApi } from '../../../src/services/application/actions/apply.ts';
import { reduceScopes } from '../../../src/services/application/actions/clock.ts';
import { APPLICATION_DEEDS } from '../../../src/services/application/deeds.ts';
import { relationshipEnds } from '../../../src/services/application/record/wake.ts';
import { testApp, testClock } from '../../support/app.ts';
import { bothDatabases } from '../../support/database.ts';
import {
  ADMIN,
  APPLICATION,
  code,
  doing,
  givenLevel,
  givenParties,
  got,
  LEAD,
  MEI,
  NEWCOMER,
  NO_DRAFT,
  NOW,
  owed,
  REASON,
  TAO,
} from '../support/given.ts';

const deeds = APPLICATION_DEEDS;
const WRITING: FormValues = { ...APPLICATION, scopes: ['reports:read', 'reports:write'] };

describe.each(await bothDatabases())('applications for the API on $name', ({ open }) => {
  const clock = testClock(NOW);
  let database: Database;
  let app: App & AsyncDisposable;
  beforeAll(async () => {
    database = await open();
    app = await testApp(database, clock);
    await givenParties(database);
    await givenLevel(database, '4');
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  });

  const apply = (values: FormValues = APPLICATION, who = ADMIN, providerId = 'prv_1') =>
    applyForApi(app, { actor: who, requestId: 'slack:none', providerId, values, draft: NO_DRAFT });
  const applied = async (values: FormValues = APPLICATION) => got(await apply(values)).id;
  const standing = (id: string) => database.prisma.apiApplication.findUniqueOrThrow({ where: { id } });
  const take = (...given: Parameters<ReturnType<typeof doing>>) => doing(app)(...given);
  const grants = (applicationId: string) =>
    database.query<{ mode: string; scopes: string[]; ended: boolean }>(Prisma.sql`
      SELECT mode, scopes, ended_at IS NOT NULL AS ended FROM api_grant WHERE application_id = ${applicationId}
      ORDER BY mode`);
  const reviewed = async (values: FormValues = APPLICATION) => {
    const id = await applied(values);
    got(await take(deeds.take, MEI, id));
    return id;
  };
  const inSandbox = async (values: FormValues = APPLICATION) => {
    const id = await reviewed(values);
    got(await take(deeds.approve, MEI, id));
    if ((await standing(id)).state !== 'SANDBOX') got(await take(deeds.approve, TAO, id));
    return id;
  };
  const live = async (values: FormValues = APPLICATION) => {
    const id = await inSandbox(values);
    got(await take(deeds['ask-live'], ADMIN, id));
    got(await take(deeds['go-live'], MEI, id));
    return id;
  };

  it('is refused to a provider without an effective relationship', async () => {
    expect(code(await apply(APPLICATION, NEWCOMER, 'prv_new'))).toBe('services.no-report');
  });

  it.each<[string, FormValues, string, string]>([
    [
      'a callback within a network',
      { callbackUrl: 'https://10.0.0.1/x' },
      'services.not-a-callback',
      'callbackUrl',
    ],
    ['a private address', { allowedIps: '10.0.0.1' }, 'services.address-not-public', 'allowedIps'],
    ['keeping data for longer than a year', { retentionDays: '366' }, 'fields.out-of-range', 'retentionDays'],
    ['a scope that there is not', { scopes: ['money:write'] }, 'fields.not-an-option', 'scopes'],
    [
      'a contact that nobody reaches',
      { securityContact: 'ask Lin' },
      'fields.not-a-contact',
      'securityContact',
    ],
    ['people’s names below 6★', { scopes: ['contacts:read'] }, 'services.scopes-beyond-level', 'scopes'],
  ])('refuses %s beside its input', async (_what, values, refused, field) => {
    expect(await apply({ ...APPLICATION, ...values })).toMatchObject({ refused, field });
  });

  it('has five business days for its security review once somebody begins it', async () => {
    const id = await reviewed();
    expect(await standing(id)).toMatchObject({
      state: 'SECURITY_REVIEW',
      assignedTo: 'MEI',
      deadlineAt: new Date('2026-05-13T04:00:00Z'),
    });
  });

  it('for reading is approved by one, and opens the sandbox to a key', async () => {
    const id = await reviewed();
    expect(code(await take(deeds.approve, MEI, id))).toBe('ok');
    expect((await standing(id)).state).toBe('SANDBOX');
    expect(await grants(id)).toEqual([
      { mode: 'SANDBOX', scopes: ['items:read', 'reports:read'], ended: false },
    ]);
  });

  it('for writing needs two people, and no key before the second', async () => {
    const id = await reviewed(WRITING);
    expect(code(await take(deeds.approve, MEI, id))).toBe('ok');
    expect(await standing(id)).toMatchObject({ state: 'SECURITY_REVIEW', approvals: ['MEI'] });
    expect(await grants(id)).toEqual([]);
    expect(code(await take(deeds.approve, MEI, id))).toBe('people.first-approver-may-not-second');
    expect(code(await take(deeds.approve, TAO, id))).toBe('ok');
    expect((await standing(id)).state).toBe('SANDBOX');
    expect(await owed(database, id)).toEqual([
      'apply → channel:staff',
      'take → ADMIN',
      'take → GUAN',
      'first-approval → channel:staff',
      'approve → ADMIN',
      'approve → GUAN',
    ]);
  });

  it('two first approvals at once are one, and the other is told', async () => {
    const id = await reviewed(WRITING);
    const both = await Promise.all([
      take(deeds.approve, MEI, id, { stateSeq: 2 }),
      take(deeds.approve, TAO, id, { stateSeq: 2 }),
    ]);
    expect(both.map(code).sort()).toEqual(['ok', 'services.already-decided']);
    expect((await standing(id)).approvals).toHaveLength(1);
  });

  it('is returned with a reason, and its approvals are void when it comes back', async () => {
    const id = await reviewed(WRITING);
    await take(deeds.approve, MEI, id);
    expect(code(await take(deeds.return, TAO, id, { values: { reason: 'No.' } }))).toBe('fields.too-short');
    expect(code(await take(deeds.return, TAO, id, { values: REASON }))).toBe('ok');
    expect(code(await take(deeds.resubmit, ADMIN, id, { values: WRITING }))).toBe('ok');
    expect(await standing(id)).toMatchObject({ state: 'SUBMITTED', approvals: [] });
  });

  it('is refused for good with a reason', async () => {
    const id = await reviewed();
    expect(code(await take(deeds.refuse, MEI, id, { values: REASON }))).toBe('ok');
    expect(code(await take(deeds.resubmit, ADMIN, id, { values: APPLICATION }))).toBe('services.wrong-state');
  });

  it('goes live once the provider asks, and is reviewed in a year', async () => {
    const id = await inSandbox(WRITING);
    expect(code(await take(deeds['go-live'], MEI, id))).toBe('services.live-not-asked');
    await take(deeds['ask-live'], ADMIN, id);
    expect((await standing(id)).deadlineAt).toEqual(new Date('2026-05-13T04:00:00Z'));
    expect(code(await take(deeds['ask-live'], ADMIN, id))).toBe('services.live-asked');
    expect(code(await take(deeds['not-yet'], MEI, id, { values: REASON }))).toBe('ok');
    expect(await standing(id)).toMatchObject({ deadlineAt: null, liveAskedAt: null });
    await take(deeds['ask-live'], ADMIN, id);
    expect(code(await take(deeds['go-live'], MEI, id))).toBe('ok');
    expect(await standing(id)).toMatchObject({ state: 'LIVE', wakeAt: new Date('2027-05-06T16:00:00Z') });
    expect((await grants(id)).map(({ mode }) => mode)).toEqual(['LIVE', 'SANDBOX']);
    const rungs = await database.prisma.reminder.findMany({ where: { object: `service:prv_1:${id}` } });
    expect(rungs.map(({ rung }) => rung)).toEqual(['told.review-soon']);
  });

  it('goes live with what the level gives, however much was tried in the sandbox', async () => {
    await givenLevel(database, '3');
    expect((await standing(await live(WRITING))).scopes).toEqual(['reports:read']);
    await givenLevel(database, 'R');
    const id = await inSandbox(WRITING);
    expect(code(await take(deeds['ask-live'], ADMIN, id))).toBe('services.no-live-at-level');
    await givenLevel(database, '4');
  });

  it('works on while its yearly review is due, and is good for another year', async () => {
    const id = await live();
    clock.moveTo('2027-05-06T16:00:00Z');
    await tickServices(app);
    expect((await standing(id)).state).toBe('REVIEW_DUE');
    expect((await grants(id)).every(({ ended }) => !ended)).toBe(true);
    expect(code(await take(deeds.renew, MEI, id))).toBe('ok');
    expect(await standing(id)).toMatchObject({ state: 'LIVE', wakeAt: new Date('2028-05-06T16:00:00Z') });
    clock.moveTo(NOW);
  });

  it('is revoked by a lead alone, and its keys with it', async () => {
    const id = await live();
    expect(code(await take(deeds.revoke, MEI, id, { values: REASON }))).toBe('people.role-needed');
    expect(code(await take(deeds.revoke, LEAD, id, { values: REASON }))).toBe('ok');
    expect((await grants(id)).every(({ ended }) => ended)).toBe(true);
  });

  it('loses what a lower level does not give once its benefits end, and all of it at the lowest', async () => {
    const id = await live(WRITING);
    await database.query(Prisma.sql`UPDATE provider_rating SET level = '3', benefits_level = '4',
      benefits_until = '2026-06-30' WHERE provider_id = 'prv_1'`);
    await reduceScopes(app);
    expect((await standing(id)).scopes).toEqual(['reports:read', 'reports:write']);
    clock.moveTo('2026-06-30T17:00:00Z');
    await reduceScopes(app);
    expect(await standing(id)).toMatchObject({ state: 'LIVE', scopes: ['reports:read'] });
    await givenLevel(database, 'R');
    await reduceScopes(app);
    expect((await standing(id)).state).toBe('REVOKED');
    expect((await grants(id)).every(({ ended }) => ended)).toBe(true);
    await givenLevel(database, '4');
    clock.moveTo(NOW);
  });

  it('is revoked with the round after the last relationship has ended, and not before', async () => {
    const id = await live();
    const ended = (state: ReportState) =>
      relationshipEnds({ from: 'ACTIVE', next: { state, providerId: 'prv_1' } }, clock.now());
    expect(ended('NOTICE')).toEqual([]);
    await database.change([
      Prisma.sql`UPDATE report SET state = 'EXPIRED' WHERE provider_id = 'prv_1' AND store_id = 'st_1'`,
      ...ended('EXPIRED'),
    ]);
    await tickServices(app);
    expect(await standing(id)).toMatchObject({ state: 'LIVE', wakeAt: new Date('2027-05-06T16:00:00Z') });
    await database.change([
      Prisma.sql`UPDATE report SET state = 'EXPIRED' WHERE provider_id = 'prv_1'`,
      ...ended('EXPIRED'),
    ]);
    await tickServices(app);
    expect((await standing(id)).state).toBe('REVOKED');
    expect((await grants(id)).every(({ ended: over }) => over)).toBe(true);
  });
});
