import { describe, expect, it } from 'vitest';
import type { Field, FormPage } from '../../../../src/chat/form.ts';
import type { Reply } from '../../../../src/chat/reply.ts';
import { aCard, aPage } from '../../support/samples.ts';
import { GENERAL, LIN, MAX, onDiscord, type Rig } from '../support/adapter-on-discord.ts';

/** Twelve fields, three modals, filled in with what is kept. */
const pageWith = (kept: ReadonlyMap<string, string>): FormPage<string> =>
  aPage({
    title: 'Standards',
    fields: Array.from({ length: 12 }, (_, index): Field => {
      const name = `field${index + 1}`;
      const initial = kept.get(name);
      const field = { kind: 'text', name, label: `Field ${index + 1}`, optional: true } as const;
      return initial ? { ...field, initial } : field;
    }),
  });

/** Max has the form open in a channel; its parts are kept as the core keeps them, and the page judged as the test says. */
async function withKeptForm(rig: Rig, judged: (page: FormPage<string>) => Reply<string>) {
  const kept = new Map<string, string>();
  rig.core.answer = (incoming) => {
    if (incoming.kind !== 'form') return { kind: 'form', page: pageWith(kept) };
    for (const [name, value] of Object.entries(incoming.values)) kept.set(name, String(value));
    const page = pageWith(kept);
    return incoming.move === 'submit' ? judged(page) : { kind: 'form', page };
  };
  const max = rig.discord.control.person(MAX);
  await max.command('/report fill', GENERAL);
  await rig.discord.control.until(() => max.modal());
  return { max, kept };
}

type Max = Awaited<ReturnType<typeof withKeptForm>>['max'];

/** The next part opens from the button with these words. */
async function open(rig: Rig, max: Max, text: string) {
  await rig.discord.control.until(() => max.offers({ text }));
  await max.click({ text });
  await rig.discord.control.until(() => max.modal());
}

/** Discord has given up on the form by the time at which the bot hears of it; it stays open, and Max closes it. */
async function submitTooLate(rig: Rig, max: Max) {
  const { control } = rig.discord;
  control.patience(20);
  control.delayNext(60);
  expect(await max.submit()).toEqual({ acked: false, error: 'operation_timeout' });
  control.patience(3_000);
  await max.close();
}

const CLOSED = (): Reply<string> => ({ kind: 'closed', card: aCard({ title: 'All is in' }) });

describe('a form that is sent when its token has expired', () => {
  it.each([
    { sent: 1, words: 'Part 1 of 3 is saved', next: 'Continue: part 2 of 3' },
    { sent: 2, words: 'Part 2 of 3 is saved', next: 'Continue: part 3 of 3' },
  ])('is kept, and goes on from a direct message: part $sent of 3', async ({ sent, words, next }) => {
    await using rig = await onDiscord();
    const { control } = rig.discord;
    const { max, kept } = await withKeptForm(rig, CLOSED);
    if (sent === 2) {
      await max.submit();
      await open(rig, max, 'Continue: part 2 of 3');
    }
    const typed = sent === 1 ? 'Field 1' : 'Field 6';
    max.fill({ [typed]: 'typed late' });
    await submitTooLate(rig, max);
    await control.until(() => max.sees(max.direct).includes(words));
    expect([...kept.values()]).toContain('typed late');
    await max.click({ text: next, channel: max.direct });
    await control.until(() => max.modal()?.text.includes(`${sent + 1} of 3`));
    expect(control.person(LIN).sees()).not.toContain('is saved');
    expect(control.violations).toEqual([]);
    expect(rig.logged).toEqual([]);
  });

  it('is judged when that was its last part, and the answer comes as a direct message', async () => {
    await using rig = await onDiscord();
    const { control } = rig.discord;
    const { max, kept } = await withKeptForm(rig, CLOSED);
    await max.submit();
    await open(rig, max, 'Continue: part 2 of 3');
    await max.submit();
    await open(rig, max, 'Continue: part 3 of 3');
    max.fill({ 'Field 12': 'typed late' });
    await submitTooLate(rig, max);
    await control.until(() => max.sees(max.direct).includes('All is in'));
    expect(kept.get('field12')).toBe('typed late');
    expect(rig.core.ran.at(-1)).toMatchObject({ kind: 'form', move: 'submit' });
    expect(control.person(LIN).sees()).not.toContain('All is in');
    expect(control.violations).toEqual([]);
    expect(rig.logged).toEqual([]);
  });

  it('is offered again, filled in, from a direct message that says what is wrong', async () => {
    await using rig = await onDiscord();
    const { control } = rig.discord;
    const { max } = await withKeptForm(rig, (page) => ({
      kind: 'field-errors',
      errors: { field12: 'At least 20 characters' },
      page,
    }));
    await max.submit();
    await open(rig, max, 'Continue: part 2 of 3');
    await max.submit();
    await open(rig, max, 'Continue: part 3 of 3');
    max.fill({ 'Field 12': 'typed late' });
    await submitTooLate(rig, max);
    await control.until(() => max.sees(max.direct).includes('Field 12: At least 20 characters'));
    await max.click({ text: 'Correct part 3', channel: max.direct });
    await control.until(() => max.modal()?.text.includes('typed late'));
    rig.core.answer = CLOSED;
    await max.submit();
    await control.until(() => max.sees(max.direct).includes('All is in'));
    expect(control.violations).toEqual([]);
    expect(rig.logged).toEqual([]);
  });
});
