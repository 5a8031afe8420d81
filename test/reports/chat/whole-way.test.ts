import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { providerPages } from '../../../src/reports/fields/forms.ts';
import { said } from '../../chat/talking.ts';
import { requestValues, revisionValues } from '../../support/cast.ts';
import { formOf, labelsOf, openStage, type Stage, type Voice } from './support/stage.ts';

const stack = new AsyncDisposableStack();
let stage: Stage;
beforeAll(async () => {
  stage = await openStage(stack);
});
afterAll(() => stack.disposeAsync());

/** Fills in every page that is asked, as somebody would. */
async function fillIn(voice: Voice, changes = {}) {
  const values = revisionValues(stage.cast, changes);
  for (const { fields } of providerPages(['OPERATIONS'])) {
    const own = fields.flatMap(({ name }) => (name in values ? [[name, values[name] ?? '']] : []));
    const file = {
      platform: 'test',
      id: 'F1',
      name: 'contract.pdf',
      mediaType: 'application/pdf',
      sizeBytes: 60,
    };
    await voice.submit({ ...Object.fromEntries(own), evidence: [file] });
  }
}

describe('a report from request to approval, spoken', () => {
  it('goes through every hand', async () => {
    const { as, cast } = stage;
    const owner = as(cast.owner);
    const opened = await owner.type(`/report new ${cast.providerId}`);
    expect(formOf(opened)).toMatchObject({ page: 'request', step: { index: 1, count: 2 } });
    const values = requestValues(cast);
    await owner.submit({ ...values, entryChannel: 'REPORT' });
    const draft = await owner.submit(values);
    expect(said(draft)).toContain('Saved, not sent yet');
    expect(said(await owner.press('Send request'))).toContain('Request sent to the provider');

    const admin = as(cast.admin);
    expect(said(await admin.type('/inbox'))).toContain('One thing waits for you');
    expect(said(await admin.press('Accept'))).toContain('Accepted by the provider');
    await admin.type('/report fill 1');
    await fillIn(admin);
    expect(said(await admin.press('Submit to the store'))).toContain('Submitted to the store');

    await owner.type('/inbox');
    expect(formOf(await owner.press('Return for changes')).fields.length).toBe(6);
    const returned = await owner.submit({
      field1: 'contractNo',
      text1: 'The number on page one is another one.',
    });
    expect(said(returned)).toContain('Returned by the store');

    expect(said(await admin.type('/report show'))).toContain('The number on page one is another one.');
    await admin.type('/report fill');
    await admin.press('✓ Contract');
    await admin.submit({ ...revisionValues(cast), contractNo: 'HT-2026-002' });
    await admin.type('/report submit');

    const toConfirm = await owner.type('/report show 2026-1');
    expect(said(toConfirm)).toContain('Contract number: HT-2026-001 → HT-2026-002');
    await owner.press('Confirm');
    expect(said(await owner.submit({ typedName: 'Olivia Hart' }))).toContain('Confirmed by the store');

    const reviewer = as(cast.reviewer);
    expect(labelsOf(await reviewer.type('/staff queue'))).toContain('Take the case');
    await reviewer.press('Take the case');
    await reviewer.type('/report show 1');
    await reviewer.press('Ask for information');
    await reviewer.submit({ from: 'provider', question: 'Which team answers at night?' });

    await admin.type('/inbox');
    await admin.press('Answer');
    await admin.submit({ answer: 'The night team in Hangzhou.' });
    await reviewer.type('/report show');
    expect(said(await reviewer.press('Approve'))).toContain('Approved, starts later');
    expect(said(await owner.type('/report history 1'))).toContain('Approved, starts later');
  });
});
