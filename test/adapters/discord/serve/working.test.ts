import { describe, expect, it, vi } from 'vitest';
import type { IssuedCard } from '../../../../src/chat/card.ts';
import type { PostedRef } from '../../../../src/chat/platform-port.ts';
import { FakeTimers } from '../../support/fake-timers.ts';
import { Gate } from '../../support/gate.ts';
import { aButton, aCard } from '../../support/samples.ts';
import { LIN, MAX, onDiscord, type Rig, STAFF } from '../support/adapter-on-discord.ts';

const OWED = { deliveryKey: 'k', again: false, locale: 'en' } as const;
const QUESTION = {
  title: 'Withdraw it?',
  body: 'The provider is told.',
  yes: 'Yes, withdraw',
  no: 'Keep it',
};
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const SLOW = { adapter: { timing: { judgeMs: 2_400, workingMs: 1 } } };

const post = (rig: Rig, card: IssuedCard): Promise<PostedRef> =>
  rig.adapter.port.postToChannel(STAFF, card, OWED);

/** What everybody sees of the card itself. */
const card = (rig: Rig, { message }: PostedRef) => {
  const lin = rig.discord.control.person(LIN);
  const found = lin.messages(STAFF).find(({ id }) => id === message);
  return found ? lin.read(found).text : '';
};

const working = (rig: Rig, ref: PostedRef) => () => card(rig, ref).includes('Working on it');

/** Work that ends when the test says so. */
function slowWork(rig: Rig): Gate {
  const gate = new Gate();
  rig.core.answer = async () => {
    await gate.passed();
    return null;
  };
  return gate;
}

describe('a clicked card', () => {
  it.each<[string, Partial<IssuedCard>]>([
    ['', {}],
    [' and its picture stays', { image: { png: PNG, alt: 'Trend' } }],
  ])('loses its buttons while slow work goes on, and gets them back%s', async (_more, over) => {
    await using rig = await onDiscord(SLOW);
    const work = slowWork(rig);
    const locked = aButton({ label: 'Approve', handle: 'act_2', disabledBecause: 'waits for the store' });
    const ref = await post(rig, aCard({ actions: [aButton(), locked], ...over }));
    const before = card(rig, ref);
    const { control } = rig.discord;
    const max = control.person(MAX);
    await Promise.all([
      max.click({ text: 'Confirm' }),
      control.until(working(rig, ref)).then(() => {
        expect(max.offers({ text: 'Confirm' })).toBe(false);
        work.open();
      }),
    ]);
    await control.until(() => card(rig, ref) === before);
    expect(max.offers({ text: 'Confirm' })).toBe(true);
    expect(rig.core.ran).toHaveLength(1);
    expect(control.violations).toEqual([]);
    expect(rig.logged).toEqual([]);
  });

  it('is left alone by work that is done at once', async () => {
    const timers = new FakeTimers();
    await using rig = await onDiscord({ adapter: { timers } });
    await post(rig, aCard({ actions: [aButton()] }));
    const { control } = rig.discord;
    await control.person(MAX).click({ text: 'Confirm' });
    await vi.waitFor(() => expect(timers.waiting).toEqual([]));
    expect(control.calls('editMessage')).toEqual([]);
  });

  it('loses them, too, while the yes to its question is carried out', async () => {
    await using rig = await onDiscord(SLOW);
    const work = slowWork(rig);
    const ref = await post(rig, aCard({ actions: [aButton({ label: 'Withdraw', confirm: QUESTION })] }));
    const { control } = rig.discord;
    const max = control.person(MAX);
    await max.click({ text: 'Withdraw' });
    await control.until(() => max.offers({ text: 'Yes, withdraw' }));
    await Promise.all([
      max.click({ text: 'Yes, withdraw' }),
      control.until(working(rig, ref)).then(() => work.open()),
    ]);
    await control.until(() => max.offers({ text: 'Withdraw' }));
    expect(control.violations).toEqual([]);
  });

  it('that is one person’s alone is left as it is, also while the yes to its question is carried out', async () => {
    await using rig = await onDiscord({ adapter: { timing: { judgeMs: 30, workingMs: 1 } } });
    const { control } = rig.discord;
    const max = control.person(MAX);
    rig.core.answer = async () => ({
      kind: 'card',
      card: aCard({ actions: [aButton({ label: 'Withdraw', confirm: QUESTION })] }),
    });
    await max.command('/report show');
    await control.until(() => max.offers({ text: 'Withdraw' }));
    const work = new Gate();
    rig.core.answer = async () => {
      await work.passed();
      return null;
    };
    await max.click({ text: 'Withdraw' });
    await control.until(() => max.offers({ text: 'Yes, withdraw' }));
    // Acknowledged before its answer is there, and so after the work has begun to take noticeable time.
    await max.click({ text: 'Yes, withdraw' });
    work.open();
    await rig.adapter[Symbol.asyncDispose]();
    expect(control.calls('getMessage')).toEqual([]);
    expect(control.violations).toEqual([]);
  });

  it('is spoken of before its buttons go, so that they come back should the process die', async () => {
    const told: PostedRef[] = [];
    const disturbed = async (spoken: PostedRef) => {
      expect(working(rig, spoken)()).toBe(false);
      told.push(spoken);
    };
    await using rig = await onDiscord({
      adapter: { ...SLOW.adapter, cards: { disturbed, undisturbed: async () => true } },
    });
    const ref = await post(rig, aCard({ actions: [aButton()] }));
    const { control } = rig.discord;
    rig.core.answer = async () => {
      await control.until(working(rig, ref));
      return null;
    };
    await control.person(MAX).click({ text: 'Confirm' });
    expect(told).toEqual([ref]);
    await rig.adapter[Symbol.asyncDispose]();
    expect(working(rig, ref)(), 'the core draws it, from the record').toBe(true);
  });

  it('keeps what the queue has drawn meanwhile', async () => {
    await using rig = await onDiscord(SLOW);
    const { control } = rig.discord;
    const ref = await post(rig, aCard({ actions: [aButton()] }));
    rig.core.answer = async () => {
      await control.until(working(rig, ref));
      await rig.adapter.port.redraw(ref, aCard({ lead: 'Confirmed by Max' }), 'en');
      return null;
    };
    await control.person(MAX).click({ text: 'Confirm' });
    await rig.adapter[Symbol.asyncDispose]();
    expect(card(rig, ref)).toContain('Confirmed by Max');
  });

  it('that only its reader sees keeps them', async () => {
    const timers = new FakeTimers();
    await using rig = await onDiscord({ adapter: { timers, timing: { judgeMs: 2_400, workingMs: 700 } } });
    const { control } = rig.discord;
    const max = control.person(MAX);
    const waits: (readonly number[])[] = [];
    rig.core.answer = ({ kind }) => {
      if (kind === 'click') waits.push(timers.waiting);
      return kind === 'click' ? null : { kind: 'card', card: aCard({ actions: [aButton()] }) };
    };
    await max.command('/report show');
    await max.click({ text: 'Confirm' });
    await post(rig, aCard({ actions: [aButton({ label: 'Everybody’s' })] }));
    await max.click({ text: 'Everybody’s' });
    expect(waits).toEqual([[2_400], [700, 2_400]]);
  });
});
