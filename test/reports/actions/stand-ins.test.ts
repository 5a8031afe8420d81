import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import { delegate } from '../../../src/people/delegation/actions/delegate.ts';
import { endDelegation } from '../../../src/people/delegation/actions/end-delegation.ts';
import type { Actor, Role } from '../../../src/people/principal.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { applyEvent } from '../../../src/reports/actions/apply.ts';
import { fillPage } from '../../../src/reports/actions/fill-page.ts';
import type { ReportEvent } from '../../../src/reports/lifecycle/events.ts';
import { ticksRequired } from '../../../src/reports/quality-standards/ticks.ts';
import { inboxOf } from '../../../src/reports/record/listing.ts';
import { isRefused } from '../../../src/result.ts';
import { type TestClock, testApp, testClock } from '../../support/app.ts';
import { type CaseDriver, caseDriver, expectOk } from '../../support/case-driver.ts';
import { type Cast, seedCast, seedPerson } from '../../support/cast.ts';
import { testDatabase } from '../../support/database.ts';

const START = '2026-05-06T03:00:00Z';
const BACK = new Date('2026-05-30T16:00:00Z');

describe('a stand-in', () => {
  let database: Database;
  let app: Awaited<ReturnType<typeof testApp>>;
  let clock: TestClock;
  let cast: Cast;
  let drive: CaseDriver;
  let partner: Actor;
  let tags = 0;

  beforeAll(async () => {
    database = await testDatabase();
    clock = testClock(START);
    app = await testApp(database, clock);
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  });

  beforeEach(async () => {
    clock.moveTo(START);
    await database.prisma.delegation.updateMany({ data: { endedAt: clock.now() }, where: { endedAt: null } });
    tags += 1;
    cast = await seedCast(database, { tag: `d${tags}` });
    drive = caseDriver(app, cast);
    partner = await join('partner', cast.storeId, 'STORE_OWNER');
  });

  const join = (name: string, organisationId: string, role: Role) =>
    seedPerson(database.prisma, { id: `prn_${name}_${organisationId}`, name, organisationId, role });

  async function standIn(
    delegator: Actor,
    to: Actor | null,
    reportId: string | null = null,
  ): Promise<string> {
    const [membership] = delegator.memberships;
    if (!membership) throw new Error(`${delegator.principalId} has no role`);
    const delegation = {
      ...membership,
      delegate: to?.principalId ?? null,
      reportId,
      from: clock.now(),
      until: BACK,
    };
    const requestId = app.ids.next('req');
    const set = await delegate(app, {
      ...{ by: delegator, delegation, reason: 'Holiday', draft: Prisma.sql`SELECT 1`, requestId },
    });
    return expectOk(set).id;
  }

  const end = (id: string, by: Actor) =>
    endDelegation(app, { id, by: by.principalId, requestId: app.ids.next('req') });

  const act = (id: string, actor: Actor, event: ReportEvent, on: App = app) =>
    applyEvent(on, { reportId: id, stateSeq: null, actor, requestId: null, channel: 'test' }, event);

  const confirmation = async (id: string): Promise<ReportEvent> => {
    const { report, current } = await drive.load(id);
    return {
      type: 'confirm',
      clickedHash: report.revisionHash ?? '',
      naTicks: ticksRequired(current?.fields.qualityStandards ?? []),
      typedName: 'Wu Tong',
    };
  };

  async function toConfirm(): Promise<string> {
    const id = await drive.draft();
    await drive.apply(id, cast.owner, { type: 'request' });
    await drive.apply(id, cast.admin, { type: 'accept' });
    await drive.fill(id);
    await drive.submit(id);
    return id;
  }

  /** A case of another store and provider, before the same staff. */
  async function reviewElsewhere(): Promise<string> {
    return caseDriver(app, await seedCast(database, { tag: `e${tags}` })).toReview();
  }

  const lastStep = async (id: string) =>
    database.prisma.transition.findFirst({ where: { reportId: id }, orderBy: { stateSeq: 'desc' } });

  const toldOf = async (id: string, rule: string) =>
    (await database.prisma.delivery.findMany({ where: { subject: id, rule } }))
      .map(({ receiver }) => receiver)
      .toSorted();

  const waitsFor = async (actor: Actor, id: string) =>
    (await inboxOf(app, actor, { limit: 100, offset: 0 })).some((line) => line.id === id);

  const questionFor = (from: 'store' | 'provider'): ReportEvent => ({
    type: 'askInformation',
    from,
    question: 'Which warehouse ships the goods?',
  });

  describe('acts for the other', () => {
    it('in the step, the confirmation and the trail', async () => {
      const id = await toConfirm();
      await standIn(cast.owner, partner);
      expectOk(await act(id, partner, await confirmation(id)));
      const both = { onBehalfOf: cast.owner.principalId };
      expect(await lastStep(id)).toMatchObject({ actor: partner.principalId, ...both });
      const where = { reportId: id };
      expect(await database.prisma.confirmation.findFirst({ where })).toMatchObject({
        principalId: partner.principalId,
        ...both,
      });
      const event = { objectId: id, action: 'report.T7' };
      expect(await database.prisma.auditEvent.findFirst({ where: event })).toMatchObject(both);
    });

    it('in what a late click is told', async () => {
      const id = await toConfirm();
      await standIn(cast.owner, partner);
      const { stateSeq } = (await drive.load(id)).report;
      expectOk(await act(id, partner, await confirmation(id)));
      const late = { reportId: id, stateSeq, actor: cast.owner, requestId: null, channel: 'test' };
      const answer = await applyEvent(app, late, { type: 'withdraw', text: '' });
      expect(answer).toMatchObject({ refused: 'reports.already-decided' });
      expect(isRefused(answer) && answer.data.by).toMatchObject({ by: expect.stringMatching(/^partner/) });
    });

    it('in decisions and comments of staff, on the other’s cases alone', async () => {
      const [theirs, own] = [await drive.toReview(), await reviewElsewhere()];
      await drive.apply(theirs, cast.reviewer, { type: 'claim' });
      await drive.apply(own, cast.secondReviewer, { type: 'claim' });
      await standIn(cast.reviewer, cast.secondReviewer);
      expectOk(await act(theirs, cast.secondReviewer, questionFor('store')));
      expectOk(await act(own, cast.secondReviewer, questionFor('store')));
      const asked = (id: string) =>
        database.prisma.reportComment.findFirst({ where: { reportId: id, kind: 'QUESTION' } });
      expect(await asked(theirs)).toMatchObject({ onBehalfOf: cast.reviewer.principalId });
      expect(await asked(own)).toMatchObject({ onBehalfOf: null });
      await drive.apply(theirs, cast.owner, { type: 'answerInformation', answer: 'The one in Ningbo' });
      expectOk(await act(theirs, cast.secondReviewer, { type: 'approve' }));
      expect(await database.prisma.decision.findFirst({ where: { reportId: theirs } })).toMatchObject({
        actor: cast.secondReviewer.principalId,
        onBehalfOf: cast.reviewer.principalId,
      });
    });

    it('through two others, with the nearest in the column and everybody in the trail', async () => {
      const third = await join('third', cast.storeId, 'STORE_OWNER');
      const id = await toConfirm();
      await standIn(cast.owner, partner);
      await standIn(partner, third);
      expectOk(await act(id, third, await confirmation(id)));
      expect(await lastStep(id)).toMatchObject({ onBehalfOf: partner.principalId });
      const where = { objectId: id, action: 'report.T7' };
      const event = await database.prisma.auditEvent.findFirst({ where });
      expect(JSON.parse(event?.payload ?? '').data).toMatchObject({
        onBehalfOf: [partner.principalId, cast.owner.principalId],
      });
    });

    it('for one report and no other', async () => {
      const [this_, other] = [
        await toConfirm(),
        await drive.draft({ reportingStart: '2028-06-01', purchaseStart: '2028-06-01' }),
      ];
      await standIn(cast.owner, partner, this_);
      expectOk(await act(this_, partner, await confirmation(this_)));
      expectOk(await act(other, partner, { type: 'withdraw', text: '' }));
      expect(await lastStep(this_)).toMatchObject({ onBehalfOf: cast.owner.principalId });
      expect(await lastStep(other)).toMatchObject({ onBehalfOf: null });
    });

    it('no longer once it has expired, was ended, or the role is gone', async () => {
      const id = await toConfirm();
      const first = await standIn(cast.owner, partner);
      await end(first, cast.owner);
      const { representing } = await seen(id);
      expect(representing).toEqual([]);
      await standIn(cast.owner, partner);
      expect((await seen(id)).representing).toEqual([cast.owner.principalId]);
      clock.moveTo(BACK);
      expect((await seen(id)).representing).toEqual([]);
      clock.moveTo(START);
      await database.prisma.membership.deleteMany({ where: { principalId: cast.owner.principalId } });
      expect((await seen(id)).representing).toEqual([]);
    });

    const seen = async (id: string) => {
      const { delegations } = await drive.load(id);
      return { representing: delegations.map(({ delegator }) => delegator) };
    };
  });

  describe('may do no more than either', () => {
    it('SOD-1: not confirm what the other filled in for the provider', async () => {
      const id = await drive.draft();
      await drive.apply(id, cast.owner, { type: 'request' });
      await drive.apply(id, cast.admin, { type: 'accept' });
      await database.prisma.membership.create({
        data: {
          principalId: cast.owner.principalId,
          organisationId: cast.providerId,
          role: 'PROVIDER_MEMBER',
          since: clock.now(),
        },
      });
      const both: Actor = {
        ...cast.owner,
        memberships: [
          ...cast.owner.memberships,
          { organisationId: cast.providerId, role: 'PROVIDER_MEMBER' },
        ],
      };
      await drive.fill(id);
      const page = {
        page: 'contract',
        values: { contractNo: 'HT-9' },
        requestId: app.ids.next('req'),
      } as const;
      expectOk(await fillPage(app, { ...page, reportId: id, actor: both }));
      await drive.submit(id);
      await standIn(cast.owner, partner);
      expect(await act(id, partner, await confirmation(id))).toMatchObject({
        refused: 'people.editor-may-not-confirm',
      });
    });

    it('SOD-3: not second what the other approved first, nor the other way round', async () => {
      const lead2 = await join('lead2', 'platform', 'STAFF_LEAD');
      const [one, two] = [await drive.toReview(), await reviewElsewhere()];
      expectOk(await act(one, cast.lead, { type: 'approve', unsure: true }));
      const id = await standIn(cast.lead, lead2);
      expect(await act(one, lead2, { type: 'approve' })).toMatchObject({
        refused: 'people.first-approver-may-not-second',
      });
      expect(await waitsFor(lead2, one)).toBe(false);
      expectOk(await act(two, lead2, { type: 'approve', unsure: true }));
      await end(id, lead2);
      expect(await act(two, cast.lead, { type: 'approve' })).toMatchObject({
        refused: 'people.first-approver-may-not-second',
      });
      expect(await waitsFor(cast.lead, two)).toBe(false);
      expectOk(await act(one, lead2, { type: 'approve' }));
    });

    it('SOD-3: also not on a case that was taken in the stand-in’s own name', async () => {
      const lead2 = await join('lead2', 'platform', 'STAFF_LEAD');
      const id = await drive.toReview();
      expectOk(await act(id, cast.lead, { type: 'approve', unsure: true }));
      await standIn(cast.lead, lead2);
      expectOk(await act(id, lead2, { type: 'claim' }));
      expect(await act(id, lead2, { type: 'approve' })).toMatchObject({
        refused: 'people.first-approver-may-not-second',
      });
    });

    it('SOD-5: what was filled in for somebody, they may not confirm', async () => {
      const helper2 = await join('helper2', cast.providerId, 'PROVIDER_MEMBER');
      const id = await drive.draft();
      await drive.apply(id, cast.owner, { type: 'request' });
      await drive.apply(id, cast.admin, { type: 'accept' });
      await standIn(cast.helper, helper2);
      const page = {
        page: 'contract',
        values: { contractNo: 'HT-9' },
        requestId: app.ids.next('req'),
      } as const;
      expectOk(await fillPage(app, { ...page, reportId: id, actor: helper2 }));
      const { draft } = await drive.load(id);
      expect(draft.editors).toEqual([helper2.principalId, cast.helper.principalId]);
    });
  });

  describe('whose delegation ends at the same moment', () => {
    /** Ends it after the case was read and before anything is written. */
    const endingBeforeWriting = (id: string): App => {
      let ended = false;
      const change: Database['change'] = async (statements) => {
        if (!ended) {
          ended = true;
          await end(id, cast.owner);
        }
        return database.change(statements);
      };
      return { ...app, database: { ...database, change, query: database.query } };
    };

    it('is told so, and has done nothing', async () => {
      const id = await toConfirm();
      const delegation = await standIn(cast.owner, partner);
      const answer = await act(id, partner, await confirmation(id), endingBeforeWriting(delegation));
      expect(answer).toMatchObject({
        refused: 'delegation.ended-meanwhile',
        data: { name: expect.stringMatching(/^owner/) },
      });
      expect((await drive.load(id)).report.state).toBe('STORE_CONFIRM');
      expectOk(await act(id, partner, await confirmation(id)));
      expect(await lastStep(id)).toMatchObject({ onBehalfOf: null });
    });

    it('either acts for the other before it ended, or not at all', async () => {
      const id = await toConfirm();
      const delegation = await standIn(cast.owner, partner);
      const event = await confirmation(id);
      const [acted, ended] = await Promise.all([act(id, partner, event), end(delegation, cast.owner)]);
      expect(ended).toHaveProperty('ok');
      const state = isRefused(acted) ? 'STORE_CONFIRM' : 'STAFF_REVIEW';
      expect((await drive.load(id)).report.state).toBe(state);
    });
  });

  describe('is written to', () => {
    const told = async (owners: readonly Actor[]) => {
      const id = await toConfirm();
      expect(await toldOf(id, 'T5')).toEqual(owners.map(({ principalId }) => principalId).toSorted());
      return id;
    };

    it('instead of whoever is away, whose inbox keeps the case', async () => {
      await standIn(cast.owner, partner);
      const id = await told([partner]);
      expect(await waitsFor(cast.owner, id)).toBe(true);
      expect(await waitsFor(partner, id)).toBe(true);
    });

    it('as the others are where nobody was named', async () => {
      await standIn(partner, null);
      await told([cast.owner]);
    });

    it('unless there is nobody else: then the message goes where it would have gone', async () => {
      await database.prisma.membership.deleteMany({ where: { principalId: partner.principalId } });
      await standIn(cast.owner, null);
      await told([cast.owner]);
    });

    it('of a review that its reviewer had taken', async () => {
      const id = await drive.toReview();
      await drive.apply(id, cast.reviewer, { type: 'claim' });
      await drive.apply(id, cast.reviewer, questionFor('store'));
      await standIn(cast.reviewer, cast.secondReviewer);
      await drive.apply(id, cast.owner, { type: 'answerInformation', answer: 'The one in Ningbo' });
      expect(await toldOf(id, 'T9.answer')).toEqual(['channel:staff', cast.secondReviewer.principalId]);
      expect(await waitsFor(cast.secondReviewer, id)).toBe(true);
      expect(await waitsFor(cast.reviewer, id)).toBe(true);
      expect(await waitsFor(cast.lead, id)).toBe(false);
    });

    it('while the reviewer is away without anybody, the review is everybody’s', async () => {
      const id = await drive.toReview();
      await drive.apply(id, cast.reviewer, { type: 'claim' });
      await drive.apply(id, cast.reviewer, questionFor('store'));
      await standIn(cast.reviewer, null);
      await drive.apply(id, cast.owner, { type: 'answerInformation', answer: 'The one in Ningbo' });
      expect(await toldOf(id, 'T9.answer')).toEqual(['channel:staff']);
      expect(await waitsFor(cast.secondReviewer, id)).toBe(true);
      expect(await waitsFor(cast.lead, id)).toBe(true);
    });

    it('of one review alone, where only that was handed over', async () => {
      const [handed, kept] = [await drive.toReview(), await reviewElsewhere()];
      await drive.apply(handed, cast.reviewer, { type: 'claim' });
      await drive.apply(kept, cast.reviewer, { type: 'claim' });
      await standIn(cast.reviewer, cast.secondReviewer, handed);
      expect(await waitsFor(cast.secondReviewer, handed)).toBe(true);
      expect(await waitsFor(cast.secondReviewer, kept)).toBe(false);
    });
  });

  it('the first task that somebody is given is remembered once', async () => {
    const id = await drive.draft();
    await drive.apply(id, cast.owner, { type: 'request' });
    const hint = () =>
      database.prisma.delegationHint.findUnique({ where: { principalId: cast.admin.principalId } });
    const first = await hint();
    expect(first).toMatchObject({ reportId: id, stateSeq: (await drive.load(id)).report.stateSeq });
    await drive.apply(id, cast.owner, { type: 'withdraw', text: '' });
    const again = await drive.draft();
    await drive.apply(again, cast.owner, { type: 'request' });
    expect(await hint()).toEqual(first);
  });
});
