import { describe, expect, it } from 'vitest';
import type { Incoming } from '../../../../src/chat/incoming.ts';
import type { Reply } from '../../../../src/chat/reply.ts';
import { TRY_AGAIN } from '../../support/fake-conversations.ts';
import { aButton, aCard, aPage, EVERY_FIELD } from '../../support/samples.ts';
import { BOTH_WAYS, MAX, overHttp, type Rig, STAFF } from '../support/adapter-on-slack.ts';

type Forms = (incoming: Extract<Incoming, { kind: 'form' }>) => Reply<string> | null;

/** Max has a form open, whose pages the test answers. */
async function withForm(rig: Rig, page = aPage(), onSubmit: Forms = () => null) {
  rig.core.answer = (incoming) => (incoming.kind === 'form' ? onSubmit(incoming) : { kind: 'form', page });
  const max = rig.slack.control.person(MAX);
  await max.command('/report fill');
  await rig.slack.control.until(() => max.modal());
  return max;
}

describe.each(BOTH_WAYS)('a form over %s', (_name, start) => {
  it('shows errors beside their fields and keeps what was typed', async () => {
    await using rig = await start();
    const max = await withForm(rig, aPage(), () => ({
      kind: 'field-errors',
      errors: { contract_no: 'At least 3 characters' },
    }));
    max.fill({ 'Contract number': 'x' });
    await max.submit();
    expect(max.view()?.errors).toEqual({ 'contract/contract_no': 'At least 3 characters' });
    expect(rig.slack.control.violations).toEqual([]);
  });

  it('goes on to the next page, and back with what stands in it', async () => {
    await using rig = await start();
    const second = aPage({ page: 'fee', title: 'Fee', backLabel: 'Back', step: { index: 2, count: 3 } });
    const max = await withForm(rig, aPage(), ({ move }) => ({
      kind: 'form',
      page: move === 'back' ? aPage({ title: 'Contract again' }) : second,
    }));
    max.fill({ 'Contract number': 'HT-1' });
    await max.submit();
    expect(max.modal()?.text).toContain('Fee 2/3');
    max.fill({ 'Contract number': 'HT-2' });
    await max.click({ text: 'Back' });
    await rig.slack.control.until(() => max.modal()?.text.includes('Contract again'));
    expect(rig.core.ran.at(-1)).toMatchObject({ page: 'fee', move: 'back', values: { contract_no: 'HT-2' } });
    expect(rig.slack.control.violations).toEqual([]);
  });

  it('stays open, filled in, when the record is away', async () => {
    await using rig = await start();
    const max = await withForm(rig);
    max.fill({ 'Contract number': 'HT-1' });
    rig.core.away = true;
    await max.submit();
    expect(max.modal()?.text).toContain(TRY_AGAIN);
    expect(max.modal()?.text).toContain('HT-1');
    rig.core.away = false;
    await max.submit();
    expect(rig.core.ran.at(-1)).toMatchObject({ values: { contract_no: 'HT-1' } });
    expect(rig.slack.control.violations).toEqual([]);
  });
});

describe('a form', () => {
  it('hands over the value of every kind of field', async () => {
    await using rig = await overHttp();
    const max = await withForm(rig, aPage({ fields: EVERY_FIELD }));
    max.fill({
      Text: '<!channel> & *bold*',
      'Long text': 'two\nlines',
      Number: '12.5',
      Date: '2026-05-06',
      Choice: 'DESIGN',
      Choices: ['OPERATIONS', 'DESIGN'],
      Ticks: ['OPERATIONS'],
    });
    await max.submit();
    expect(rig.core.ran.at(-1)).toMatchObject({
      values: {
        text: '<!channel> & *bold*',
        long: 'two\nlines',
        number: '12.5',
        date: '2026-05-06',
        choice: 'DESIGN',
        choices: ['OPERATIONS', 'DESIGN'],
        ticks: ['OPERATIONS'],
        file: [],
      },
    });
  });

  it('puts what belongs to no field of the page above it, under the name of its field', async () => {
    await using rig = await overHttp();
    const max = await withForm(rig, aPage(), () => ({
      kind: 'field-errors',
      errors: { contract_no: 'Already used' },
      summary: 'The period is too short',
    }));
    max.fill({ 'Contract number': 'HT-1' });
    await max.submit();
    expect(max.modal()?.text).toContain('The period is too short');
    expect(max.modal()?.text).toContain('Contract number: Already used');
    await max.submit();
    expect(max.modal()?.text.match(/The period is too short/g)).toHaveLength(1);
    expect(rig.slack.control.violations).toEqual([]);
  });

  it('answers where it was opened from, privately', async () => {
    await using rig = await overHttp();
    const max = rig.slack.control.person(MAX);
    const lin = rig.slack.control.person('U000LIN');
    rig.core.answer = ({ kind }) =>
      kind === 'form'
        ? { kind: 'closed', card: aCard({ title: 'Handed in' }) }
        : { kind: 'form', page: aPage() };
    await max.command('/report fill', STAFF);
    await rig.slack.control.until(() => max.modal());
    max.fill({ 'Contract number': 'HT-1' });
    await max.submit();
    await rig.slack.control.until(() => max.sees(STAFF).includes('Handed in'));
    expect(lin.sees(STAFF)).not.toContain('Handed in');
  });

  it.each(['expired_trigger_id', 'exchanged_trigger_id'])(
    'that opens too late (%s) is offered again with one click',
    async (error) => {
      await using rig = await overHttp();
      const { control } = rig.slack;
      rig.core.answer = () => ({ kind: 'form', page: aPage() });
      const max = control.person(MAX);
      control.failNext('views.open', { kind: 'error', error });
      await max.command('/report fill CR-2026-000123');
      await control.until(() => max.sees().includes('Nothing is lost'));
      await max.click({ text: 'Open the form' });
      await control.until(() => max.modal());
      expect(rig.core.ran.at(-1)).toMatchObject({
        kind: 'command',
        area: 'report',
        text: 'fill CR-2026-000123',
      });
    },
  );

  it('that a click opens too late is offered again under the same handle', async () => {
    await using rig = await overHttp();
    const { control } = rig.slack;
    const opener = aCard({ actions: [aButton({ label: 'Fill in', handle: 'act_open' })] });
    rig.core.answer = ({ kind }) =>
      kind === 'command' ? { kind: 'card', card: opener } : { kind: 'form', page: aPage() };
    const max = control.person(MAX);
    await max.command('/report show');
    await control.until(() => max.sees().includes('Fill in'));
    control.failNext('views.open', { kind: 'error', error: 'expired_trigger_id' });
    await max.click({ text: 'Fill in' });
    await control.until(() => max.sees().includes('Nothing is lost'));
    await max.click({ text: 'Open the form' });
    await control.until(() => max.modal());
    expect(rig.core.ran.at(-1)).toMatchObject({ kind: 'click', handle: 'act_open' });
  });
});
