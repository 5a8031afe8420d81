import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tickDue } from '../../../src/reports/actions/tick.ts';
import { finishHandover } from '../../../src/reports/handover/finish-handover.ts';
import { said } from '../../chat/talking.ts';
import { labelsOf, openStage, type Stage } from './support/stage.ts';

const stack = new AsyncDisposableStack();
let stage: Stage;
let id: string;
beforeAll(async () => {
  stage = await openStage(stack);
  const { drive, cast, clock } = stage;
  id = await drive.toReview();
  await drive.apply(id, cast.reviewer, { type: 'approve' });
  clock.moveTo('2026-06-01T02:00:00Z');
  await tick();
});
afterAll(() => stack.disposeAsync());

const tick = () => tickDue(stage.app);
const shown = (who: 'owner' | 'admin' | 'helper' | 'reviewer') =>
  stage.as(stage.cast[who]).type(`/report show ${id}`);
const finish = (item: 'ACCESS' | 'DATA', who: 'owner' | 'admin' | 'helper') =>
  finishHandover(stage.app, {
    reportId: id,
    item,
    actor: stage.cast[who],
    requestId: stage.app.ids.next('req'),
  });

describe('the handover at the end of a cooperation', () => {
  it('is no matter before an end is in sight', async () => {
    expect(said(await shown('owner'))).not.toContain('Stock reconciled');
  });

  it('begins with the notice, and ends with a notice that is taken back', async () => {
    const { drive, cast } = stage;
    await drive.apply(id, cast.owner, { type: 'giveNotice', effectiveOn: '2026-07-15' });
    expect(said(await shown('owner'))).toContain('○ Stock reconciled');
    await drive.apply(id, cast.owner, { type: 'withdrawNotice' });
    await drive.apply(id, cast.admin, { type: 'consentToStay' });
    expect(await stage.app.database.prisma.handoverItem.count()).toBe(0);
    await drive.apply(id, cast.owner, { type: 'giveNotice', effectiveOn: '2026-07-15' });
  });

  it('is noted by either side with a button, and both see who did', async () => {
    const admin = stage.as(stage.cast.admin);
    await admin.press('✓ Data delivered', await admin.type(`/report show ${id}`));
    const owners = await shown('owner');
    expect(said(owners)).toContain('✓ Data delivered · admin_a');
    expect(labelsOf(owners)).not.toContain('✓ Data delivered');
    expect(labelsOf(owners)).toContain('✓ Accounts and access revoked');
  });

  it('is noted once, and by nobody else', async () => {
    expect(await finish('DATA', 'owner')).toMatchObject({ refused: 'cases.handover-done' });
    expect(await finish('ACCESS', 'helper')).toMatchObject({ refused: 'people.role-needed' });
    expect(labelsOf(await shown('reviewer'))).not.toContain('✓ Accounts and access revoked');
  });

  it('has its open items as findings once the cooperation has ended', async () => {
    stage.clock.moveTo('2026-07-15T02:00:00Z');
    await tick();
    const card = said(await shown('reviewer'));
    expect(card).toContain('✗ Stock reconciled · still open when the cooperation ended');
    expect(card).toContain('✓ Data delivered');
  });
});
