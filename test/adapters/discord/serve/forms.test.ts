import { describe, expect, it } from 'vitest';
import type { Field, FormPage } from '../../../../src/chat/form.ts';
import type { Incoming } from '../../../../src/chat/incoming.ts';
import type { Reply } from '../../../../src/chat/reply.ts';
import { TRY_AGAIN } from '../../support/fake-conversations.ts';
import { Gate } from '../../support/gate.ts';
import { aCard, aPage, EVERY_FIELD } from '../../support/samples.ts';
import { MAX, onDiscord, type Rig } from '../support/adapter-on-discord.ts';

type FormIncoming = Extract<Incoming, { kind: 'form' }>;
type Forms = (incoming: FormIncoming) => Reply<string> | null;

/** Max has a form open, whose pages the test answers; a part is answered as the core does, with the page again. */
async function withForm(rig: Rig, page = aPage(), onSubmit: Forms = () => null) {
  rig.core.answer = (incoming) => {
    if (incoming.kind !== 'form' || incoming.move === 'keep') return { kind: 'form', page };
    return onSubmit(incoming);
  };
  const max = rig.discord.control.person(MAX);
  await max.command('/report fill');
  await rig.discord.control.until(() => max.modal());
  return max;
}

const LONG = aPage({
  title: 'Standards',
  fields: Array.from(
    { length: 12 },
    (_, index): Field => ({
      kind: 'text',
      name: `field${index + 1}`,
      label: `Field ${index + 1}`,
      optional: true,
    }),
  ),
});

const asked = (field: Field, optional: boolean): Field =>
  field.kind === 'note' ? field : { ...field, optional };

/** Fills in and sends whatever part is open. */
async function answerAll(max: Awaited<ReturnType<typeof withForm>>) {
  const labels = max.modal()?.text.match(/Field \d+/g) ?? [];
  max.fill(Object.fromEntries(labels.map((label) => [label, 'x'])));
  await max.submit();
}

describe('a form with more inputs than a modal holds', () => {
  it('is walked part by part, each kept when it is sent and the last one judged', async () => {
    await using rig = await onDiscord();
    const { control } = rig.discord;
    const max = await withForm(rig, LONG, () => ({ kind: 'closed', card: aCard({ title: 'All is in' }) }));
    expect(max.modal()?.text).toContain('1 of 3');
    max.fill({ 'Field 1': 'one' });
    await max.submit();
    await control.until(() => max.sees().includes('Part 1 of 3 is saved'));
    await max.click({ text: 'Continue: part 2 of 3' });
    await control.until(() => max.modal()?.text.includes('2 of 3'));
    max.fill({ 'Field 6': 'six' });
    await max.submit();
    await control.until(() => max.offers({ text: 'Continue: part 3 of 3' }));
    await max.click({ text: 'Continue: part 3 of 3' });
    await control.until(() => max.modal());
    max.fill({ 'Field 12': 'twelve' });
    await max.submit();
    await control.until(() => max.sees().includes('All is in'));
    const parts = rig.core.ran.filter((one): one is FormIncoming => one.kind === 'form');
    expect(parts.map(({ move, values }) => [move, Object.keys(values).length])).toEqual([
      ['keep', 5],
      ['keep', 0],
      ['keep', 5],
      ['keep', 0],
      ['submit', 2],
    ]);
    expect(max.sees()).not.toContain('is saved');
    expect(control.violations).toEqual([]);
  });

  it('is sent as it stands once nothing that is left of it is needed', async () => {
    await using rig = await onDiscord();
    const { control } = rig.discord;
    const needed = aPage({ fields: LONG.fields.map((field, index) => asked(field, index >= 7)) });
    const max = await withForm(rig, needed, () => ({ kind: 'closed', card: aCard({ title: 'All is in' }) }));
    await answerAll(max);
    await control.until(() => max.offers({ text: 'Continue: part 2 of 3' }));
    expect(max.offers({ text: 'Finish without the rest' })).toBe(false);
    await max.click({ text: 'Continue: part 2 of 3' });
    await control.until(() => max.modal());
    await answerAll(max);
    await control.until(() => max.offers({ text: 'Finish without the rest' }));
    await max.click({ text: 'Finish without the rest' });
    await control.until(() => max.sees().includes('All is in'));
    expect(rig.core.ran.at(-1)).toMatchObject({ page: 'contract', handle: 'act_fill', move: 'finish' });
    expect(max.sees()).not.toContain('is saved');
    expect(control.violations).toEqual([]);
  });

  it('of several pages leads to the next one when its rest is skipped', async () => {
    await using rig = await onDiscord();
    const { control } = rig.discord;
    const first = aPage({ ...LONG, step: { index: 1, count: 2 } });
    const second = aPage({ page: 'fee', title: 'Fee', step: { index: 2, count: 2 } });
    const max = await withForm(rig, first, () => ({ kind: 'form', page: second }));
    await max.submit();
    await control.until(() => max.offers({ text: 'Skip the rest of this page' }));
    await max.click({ text: 'Skip the rest of this page' });
    await control.until(() => max.modal()?.text.includes('Fee'));
    expect(control.violations).toEqual([]);
  });

  it('names what is wrong by its label, and reopens the part in which it stands', async () => {
    await using rig = await onDiscord();
    const { control } = rig.discord;
    const filled: FormPage<string> = {
      ...LONG,
      fields: LONG.fields.map((field) =>
        field.name === 'field7' ? { ...field, initial: 'x' } : field,
      ) as Field[],
    };
    const max = await withForm(rig, filled, () => ({
      kind: 'field-errors',
      errors: { field7: 'At least 3 characters', field12: 'Needed' },
      page: filled,
    }));
    await max.submit();
    await max.click({ text: 'Continue: part 2 of 3' });
    await control.until(() => max.modal());
    await max.submit();
    await max.click({ text: 'Continue: part 3 of 3' });
    await control.until(() => max.modal());
    await max.submit();
    await control.until(() => max.sees().includes('Field 7: At least 3 characters'));
    expect(max.offers({ text: 'Correct part 3' })).toBe(true);
    await max.click({ text: 'Correct part 2' });
    await control.until(() => max.modal()?.text.includes('Field 7'));
    expect(max.modal()?.text).toContain('x');
    expect(control.violations).toEqual([]);
  });
});

describe('a form', () => {
  it('goes on to the next page, and back, each behind a button', async () => {
    await using rig = await onDiscord();
    const { control } = rig.discord;
    const second = aPage({ page: 'fee', title: 'Fee', backLabel: 'Back', step: { index: 2, count: 3 } });
    const max = await withForm(rig, aPage(), ({ move }) => ({
      kind: 'form',
      page: move === 'back' ? aPage({ title: 'Contract again' }) : second,
    }));
    max.fill({ 'Contract number': 'HT-1' });
    await max.submit();
    await control.until(() => max.sees().includes('This page is saved'));
    expect(max.offers({ text: 'Fee 2/3' })).toBe(true);
    await max.click({ text: 'Back' });
    await control.until(() => max.modal()?.text.includes('Contract again'));
    expect(rig.core.ran.at(-1)).toMatchObject({ page: 'fee', move: 'back', values: {} });
    expect(control.violations).toEqual([]);
  });

  it('hands over the value of every kind of field', async () => {
    await using rig = await onDiscord();
    const { control } = rig.discord;
    const max = await withForm(rig, aPage({ fields: EVERY_FIELD }));
    max.fill({
      Text: '<@everyone> & *bold*',
      'Long text': 'two\nlines',
      Number: '12.5',
      Date: '2026-05-06',
      Choice: 'DESIGN',
    });
    await max.submit();
    await control.until(() => max.offers({ text: 'Continue: part 2 of 2' }));
    await max.click({ text: 'Continue: part 2 of 2' });
    await control.until(() => max.modal());
    const file = max.upload('contract.pdf', '%PDF-1.7');
    max.fill({ Choices: ['OPERATIONS', 'DESIGN'], Ticks: ['OPERATIONS'], File: [file] });
    await max.submit();
    const values = rig.core.ran.flatMap((one) => (one.kind === 'form' ? [one.values] : []));
    expect(Object.assign({}, ...values)).toMatchObject({
      text: '<@everyone> & *bold*',
      long: 'two\nlines',
      number: '12.5',
      date: '2026-05-06',
      choice: 'DESIGN',
      choices: ['OPERATIONS', 'DESIGN'],
      ticks: ['OPERATIONS'],
      file: [{ platform: 'discord', name: 'contract.pdf', sizeBytes: 8 }],
    });
    expect(control.violations).toEqual([]);
  });

  it('is not lost when the record is away: what was typed can be sent again', async () => {
    await using rig = await onDiscord();
    const { control } = rig.discord;
    const max = await withForm(rig, aPage(), () => ({ kind: 'closed', card: aCard({ title: 'All is in' }) }));
    max.fill({ 'Contract number': 'HT-1' });
    rig.core.away = true;
    await max.submit();
    await control.until(() => max.sees().includes(TRY_AGAIN));
    rig.core.away = false;
    await max.click({ text: 'Send again' });
    await control.until(() => max.sees().includes('All is in'));
    expect(rig.core.ran.at(-1)).toMatchObject({ values: { contract_no: 'HT-1' }, move: 'submit' });
    expect(control.violations).toEqual([]);
  });

  it('that could not open in time is offered behind a button', async () => {
    await using rig = await onDiscord({ adapter: { timing: { judgeMs: 10, workingMs: 5_000 } } });
    const { control } = rig.discord;
    const slow = new Gate();
    rig.core.answer = async () => {
      await slow.passed();
      return { kind: 'form', page: aPage() };
    };
    const max = control.person(MAX);
    await max.command('/report fill CR-2026-000123');
    slow.open();
    await control.until(() => max.sees().includes('Nothing is lost'));
    await max.click({ text: 'Open the form' });
    await control.until(() => max.modal());
    expect(rig.core.ran.at(-1)).toMatchObject({ form: 'report.fill', handle: 'act_fill', move: 'keep' });
    expect(control.violations).toEqual([]);
  });
});
