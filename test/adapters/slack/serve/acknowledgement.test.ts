import { describe, expect, it } from 'vitest';
import type { PostedRef } from '../../../../src/chat/platform-port.ts';
import { TRY_AGAIN } from '../../support/fake-conversations.ts';
import { Gate } from '../../support/gate.ts';
import { aButton, aCard, aPage } from '../../support/samples.ts';
import { BOTH_WAYS, MAX, overHttp } from '../support/adapter-on-slack.ts';

const QUICK = { adapter: { timing: { judgeMs: 30, workingMs: 5_000 } } };

describe.each(BOTH_WAYS)('acknowledge first, over %s', (_name, start) => {
  it('a command is acknowledged while its work is still going on', async () => {
    await using rig = await start();
    const work = new Gate();
    rig.core.answer = async () => {
      await work.passed();
      return { kind: 'card', card: aCard({ lead: 'Done at last' }) };
    };
    const max = rig.slack.control.person(MAX);
    expect(await max.command('/report list')).toMatchObject({ acked: true });
    expect(max.sees()).not.toContain('Done at last');
    work.open();
    await rig.slack.control.until(() => max.sees().includes('Done at last'));
    expect(rig.slack.control.violations).toEqual([]);
  });

  it('a request is kept before it is acknowledged', async () => {
    await using rig = await start();
    const order: string[] = [];
    rig.core.beforeReceive = async () => void order.push('kept');
    const max = rig.slack.control.person(MAX);
    await max.command('/report list').then(() => order.push('acknowledged'));
    expect(order).toEqual(['kept', 'acknowledged']);
  });

  it('a record that takes too long does not cost the acknowledgement', async () => {
    await using rig = await start(QUICK);
    const record = new Gate();
    rig.core.beforeReceive = () => record.passed();
    rig.core.answer = () => ({ kind: 'card', card: aCard({ lead: 'Kept after all' }) });
    const max = rig.slack.control.person(MAX);
    expect(await max.command('/report list')).toMatchObject({ acked: true });
    record.open();
    await rig.slack.control.until(() => max.sees().includes('Kept after all'));
  });

  it('a record that is away is said privately, and nothing is done', async () => {
    await using rig = await start();
    rig.core.away = true;
    const max = rig.slack.control.person(MAX);
    await max.command('/report accept CR-2026-000123');
    await rig.slack.control.until(() => max.sees().includes(TRY_AGAIN));
    expect(rig.core.ran).toEqual([]);
  });

  it('a page that takes long to judge shows so, and gets its answer in the same modal', async () => {
    await using rig = await start(QUICK);
    const judging = new Gate();
    rig.core.answer = async ({ kind }) => {
      if (kind === 'command') return { kind: 'form', page: aPage() };
      await judging.passed();
      return { kind: 'field-errors', errors: { contract_no: 'This number is taken' } };
    };
    const { control } = rig.slack;
    const max = control.person(MAX);
    await max.command('/report fill');
    await control.until(() => max.modal());
    max.fill({ 'Contract number': 'HT-1' });
    await max.submit();
    expect(max.modal()?.text).toContain('Working on it');
    judging.open();
    await control.until(() => max.modal()?.text.includes('This number is taken'));
    expect(max.modal()?.text).toContain('HT-1');
    expect(control.violations).toEqual([]);
  });
});

describe('a clicked card', () => {
  it('loses its buttons while slow work goes on, and gets them back', async () => {
    await using rig = await overHttp({ adapter: { timing: { judgeMs: 2_400, workingMs: 1 } } });
    const work = new Gate();
    rig.core.answer = async () => {
      await work.passed();
      return null;
    };
    const { control } = rig.slack;
    const max = control.person(MAX);
    const card = aCard({ actions: [aButton()] });
    await rig.adapter.port.postToPerson({ platform: 'slack', workspace: 'T0TEAM', userId: MAX }, card, {
      deliveryKey: 'k',
      again: false,
      locale: 'en',
    });
    await max.click({ text: 'Confirm' });
    await control.until(() => max.sees().includes('Working on it'));
    await expect(async () => max.click({ text: 'Confirm' })).rejects.toThrow('nothing that fits');
    work.open();
    await control.until(() => !max.sees().includes('Working on it'));
    await expect(max.click({ text: 'Confirm' })).resolves.toMatchObject({ acked: true });
    expect(control.violations).toEqual([]);
  });

  it('is spoken of before its buttons go, so that they come back should the process die', async () => {
    const told: PostedRef[] = [];
    const disturbed = async (ref: PostedRef) => {
      told.push(ref);
      expect(rig.slack.control.person(MAX).sees()).not.toContain('Working on it');
    };
    await using rig = await overHttp({
      adapter: {
        timing: { judgeMs: 2_400, workingMs: 1 },
        cards: { disturbed, undisturbed: async () => true },
      },
    });
    const { control } = rig.slack;
    const max = control.person(MAX);
    const ref = await rig.adapter.port.postToPerson(
      { platform: 'slack', workspace: 'T0TEAM', userId: MAX },
      aCard({ actions: [aButton()] }),
      { deliveryKey: 'k', again: false, locale: 'en' },
    );
    rig.core.answer = async () => {
      await control.until(() => max.sees().includes('Working on it'));
      return null;
    };
    await max.click({ text: 'Confirm' });
    await control.until(() => told.length > 0);
    expect(told).toEqual([ref]);
    await rig.adapter[Symbol.asyncDispose]();
    expect(max.sees(), 'the core draws it, from the record').toContain('Working on it');
  });

  it('keeps what the queue has drawn meanwhile', async () => {
    await using rig = await overHttp({ adapter: { timing: { judgeMs: 2_400, workingMs: 1 } } });
    const account = { platform: 'slack', workspace: 'T0TEAM', userId: MAX } as const;
    const { control } = rig.slack;
    const max = control.person(MAX);
    const ref = await rig.adapter.port.postToPerson(account, aCard({ actions: [aButton()] }), {
      deliveryKey: 'k',
      again: false,
      locale: 'en',
    });
    rig.core.answer = async () => {
      await control.until(() => max.sees().includes('Working on it'));
      await rig.adapter.port.redraw(ref, aCard({ lead: 'Confirmed by Max' }), 'en');
      return null;
    };
    await max.click({ text: 'Confirm' });
    await control.until(() => max.sees().includes('Confirmed by Max'));
    await rig.adapter[Symbol.asyncDispose]();
    expect(max.sees()).toContain('Confirmed by Max');
  });
});
