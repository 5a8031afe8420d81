import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { said } from '../../chat/talking.ts';
import { openStage, type Stage } from './support/stage.ts';

const stack = new AsyncDisposableStack();
let stage: Stage;
beforeAll(async () => {
  stage = await openStage(stack);
  const { prisma } = stage.app.database;
  const { providerId } = stage.cast;
  await prisma.provider.update({ where: { id: providerId }, data: { depositAvailableMinor: 4_000_000n } });
  await prisma.qualification.updateMany({
    where: { providerId },
    data: { validUntil: new Date('2026-12-31') },
  });
});
afterAll(() => stack.disposeAsync());

describe('what will matter at the decision', () => {
  it('is said beforehand: the deposit to its provider and the staff, an expiry to all, a second approval to the staff', async () => {
    const { as, cast, drive } = stage;
    const trial = {
      exceptionCodes: ['TRIAL'],
      exceptionText: 'A trial of eleven months first.',
      reportingMonths: '11',
    };
    const id = await drive.toReview(trial);
    const shown = async (role: 'owner' | 'admin' | 'reviewer') =>
      said(await as(cast[role]).type(`/report show ${id}`));
    const [owner, admin, reviewer] = [await shown('owner'), await shown('admin'), await shown('reviewer')];
    const deposit = 'The deposit is 10,000.00 CNY below the required 50,000.00 CNY';
    const expiry = 'Business licence is valid until 2026-12-31';
    const second = 'A second approval is needed: term under 12 months';
    expect([deposit, expiry, second].map((text) => owner.includes(text))).toEqual([false, true, false]);
    expect([deposit, expiry, second].map((text) => admin.includes(text))).toEqual([true, true, false]);
    expect([deposit, expiry, second].map((text) => reviewer.includes(text))).toEqual([true, true, true]);
  });

  it('disables the approval with its reason, where it stands in the way', async () => {
    const { as, cast } = stage;
    const reviewer = as(cast.reviewer);
    const card = await reviewer.type('/report show');
    const approve =
      card?.kind === 'card' ? card.card.actions?.find(({ label }) => label === 'Approve') : undefined;
    expect(approve?.disabledBecause).toContain('The deposit is 10,000.00 CNY below');
    expect(said(await reviewer.press('Approve'))).toContain('The deposit is 10,000.00 CNY below');
  });
});
