import { describe, expect, it } from 'vitest';
import { TRY_AGAIN } from '../../support/fake-conversations.ts';
import { Gate } from '../../support/gate.ts';
import { aButton, aCard, aPage } from '../../support/samples.ts';
import { GENERAL, LIN, MAX, onDiscord } from '../support/adapter-on-discord.ts';

const QUICK = { adapter: { timing: { judgeMs: 30, workingMs: 5_000 } } };

describe('acknowledge in time', () => {
  it('a command whose work goes on is acknowledged meanwhile, and answered in the same place', async () => {
    await using rig = await onDiscord(QUICK);
    const work = new Gate();
    rig.core.answer = async () => {
      await work.passed();
      return { kind: 'card', card: aCard({ lead: 'Done at last' }) };
    };
    const { control } = rig.discord;
    const max = control.person(MAX);
    expect(await max.command('/report list', GENERAL)).toMatchObject({ acked: true });
    expect(max.sees(GENERAL)).toContain('thinking');
    work.open();
    await control.until(() => max.sees(GENERAL).includes('Done at last'));
    expect(max.sees(GENERAL)).not.toContain('thinking');
    expect(control.person(LIN).sees(GENERAL)).not.toContain('Done at last');
    expect(control.violations).toEqual([]);
  });

  it('a request is kept before anything is answered', async () => {
    await using rig = await onDiscord();
    const order: string[] = [];
    rig.core.beforeReceive = async () => void order.push('kept');
    rig.core.answer = () => ({ kind: 'card', card: aCard() });
    await rig.discord.control
      .person(MAX)
      .command('/report list')
      .then(() => order.push('acknowledged'));
    expect(order).toEqual(['kept', 'acknowledged']);
  });

  it('a record that takes too long does not cost the acknowledgement', async () => {
    await using rig = await onDiscord(QUICK);
    const record = new Gate();
    rig.core.beforeReceive = () => record.passed();
    rig.core.answer = () => ({ kind: 'card', card: aCard({ lead: 'Kept after all' }) });
    const { control } = rig.discord;
    const max = control.person(MAX);
    expect(await max.command('/report list')).toMatchObject({ acked: true });
    record.open();
    await control.until(() => max.sees().includes('Kept after all'));
  });

  it('a record that is away is said privately, and nothing is done', async () => {
    await using rig = await onDiscord();
    rig.core.away = true;
    const { control } = rig.discord;
    const max = control.person(MAX);
    await max.command('/report list');
    await control.until(() => max.sees().includes(TRY_AGAIN));
    expect(rig.core.ran).toEqual([]);
  });

  it('a page that takes long to judge gets its answer where it was opened', async () => {
    await using rig = await onDiscord(QUICK);
    const judging = new Gate();
    const opener = aCard({ actions: [aButton({ label: 'Fill in', handle: 'act_open' })] });
    rig.core.answer = async ({ kind }) => {
      if (kind === 'command-options') return { kind: 'card', card: opener };
      if (kind === 'click') return { kind: 'form', page: aPage() };
      await judging.passed();
      return { kind: 'closed', card: aCard({ title: 'Saved', lead: 'Thank you' }) };
    };
    const { control } = rig.discord;
    const max = control.person(MAX);
    await max.command('/report show');
    await max.click({ text: 'Fill in' });
    await control.until(() => max.modal());
    max.fill({ 'Contract number': 'HT-1' });
    expect(await max.submit()).toMatchObject({ acked: true });
    judging.open();
    await control.until(() => max.sees().includes('Saved'));
    expect(max.offers({ text: 'Fill in' })).toBe(false);
    expect(control.violations).toEqual([]);
  });

  it('an interaction that is delivered twice is carried out and answered once', async () => {
    await using rig = await onDiscord();
    rig.core.answer = () => ({ kind: 'card', card: aCard() });
    const { control } = rig.discord;
    control.duplicateNext();
    await control.person(MAX).command('/report list');
    await control.settled();
    expect(rig.core.ran).toHaveLength(1);
    expect(await rig.replays()).toBe(1);
    expect(control.violations).toEqual([]);
  });

  it('an answer that Discord took and did not confirm is given once', async () => {
    await using rig = await onDiscord();
    rig.core.answer = () => ({ kind: 'card', card: aCard({ title: 'Here I am' }) });
    const { control } = rig.discord;
    control.failNext('interactionCallback', { kind: 'lost-answer' });
    const max = control.person(MAX);
    await max.command('/report list');
    await control.until(() => control.calls('interactionCallback').length === 2);
    expect(max.messages()).toHaveLength(1);
    expect(rig.logged).toEqual([]);
  });

  it('one that only the record remembers is not answered either', async () => {
    await using rig = await onDiscord();
    rig.core.receive = async ({ key }) => ({ kind: 'replayed', requestId: key });
    rig.discord.control.patience(50);
    await rig.discord.control.person(MAX).command('/report list');
    expect(rig.core.ran).toEqual([]);
    expect(await rig.replays()).toBe(1);
  });
});
