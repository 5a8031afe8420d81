import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { planStandings } from '../../../src/directory/reminders/plan-standings.ts';
import { endDelegation } from '../../../src/people/delegation/actions/end-delegation.ts';
import { seedPerson } from '../../support/cast.ts';
import { testDatabase } from '../../support/database.ts';
import { type ReminderStage, reminderStage } from '../support/stage.ts';
import { away } from './away.ts';

describe('reminders while somebody is away', () => {
  let stage: ReminderStage;

  beforeEach(async () => {
    stage = await reminderStage(testDatabase, '2026-05-11 16:00');
  });
  afterEach(() => stage[Symbol.asyncDispose]());

  const taken = async () => {
    const id = await stage.drive.toReview();
    await stage.drive.apply(id, stage.cast.reviewer, { type: 'claim' });
    return id;
  };
  const toldAt = async (id: string, at: string) => {
    const before = await stage.told(id);
    await stage.round(at);
    return (await stage.told(id)).slice(before.length);
  };

  const anotherAdmin = () =>
    seedPerson(stage.app.database.prisma, {
      id: 'prn_admin_2',
      name: 'admin_2',
      organisationId: stage.cast.providerId,
      role: 'PROVIDER_ADMIN',
    });

  it('of a review go to the stand-in, and to the reviewer again once it has ended', async () => {
    const { app, cast } = stage;
    const id = await taken();
    const given = await away(stage, cast.reviewer, { to: cast.secondReviewer });
    expect(await toldAt(id, '2026-05-13 12:24')).toEqual([
      'reminder-at-80 → channel:staff',
      'reminder-at-80 → prn_reviewer_2',
    ]);
    await endDelegation(app, { id: given, by: cast.reviewer.principalId, requestId: app.ids.next('req') });
    expect(await toldAt(id, '2026-05-13 16:00')).toEqual([
      'reminder-at-100 → prn_lead',
      'reminder-at-100 → prn_reviewer_1',
    ]);
  });

  it('of a review go to the queue where nobody stands in', async () => {
    const id = await taken();
    await away(stage, stage.cast.reviewer, { to: null });
    expect(await toldAt(id, '2026-05-13 12:24')).toEqual(['reminder-at-80 → channel:staff']);
  });

  it('of another review are not moved by a delegation of one', async () => {
    const [handedOver, kept] = [await taken(), await stage.drive.draft()];
    await away(stage, stage.cast.reviewer, { to: stage.cast.secondReviewer, reportId: kept });
    expect(await toldAt(handedOver, '2026-05-13 12:24')).toContain('reminder-at-80 → prn_reviewer_1');
  });

  it('of a request, and of what is the provider’s own, go to the other administrator', async () => {
    const { cast, drive, app } = stage;
    const other = await anotherAdmin();
    const id = await drive.draft();
    await drive.apply(id, cast.owner, { type: 'request' });
    await away(stage, cast.admin, { to: other });
    await app.database.prisma.qualification.updateMany({ data: { validUntil: new Date('2026-08-12') } });
    await planStandings(app);
    await stage.round('2026-05-14 16:00');
    expect(await stage.told(id)).toEqual(['reminder-at-100 → prn_admin_2', 'reminder-at-100 → prn_helper_a']);
    expect(await stage.told(cast.providerId)).toEqual(['reminder-qualification-90 → prn_admin_2']);
  });

  it('reach the only administrator although they are away: a party has no other queue', async () => {
    const { cast, drive } = stage;
    const id = await drive.draft();
    await drive.apply(id, cast.owner, { type: 'request' });
    await away(stage, cast.admin, { to: null });
    await stage.round('2026-05-14 16:00');
    expect(await stage.told(id)).toContain('reminder-at-100 → prn_admin_a');
  });

  it('go to the queue when the stand-in has lost the role', async () => {
    const { app, cast } = stage;
    const id = await taken();
    await away(stage, cast.reviewer, { to: cast.secondReviewer });
    await app.database.prisma.membership.deleteMany({
      where: { principalId: cast.secondReviewer.principalId },
    });
    expect(await toldAt(id, '2026-05-13 12:24')).toEqual(['reminder-at-80 → channel:staff']);
  });
});
