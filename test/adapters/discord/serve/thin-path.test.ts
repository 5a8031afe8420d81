import { describe, expect, it } from 'vitest';
import type { Incoming } from '../../../../src/chat/incoming.ts';
import type { Reply } from '../../../../src/chat/reply.ts';
import { aButton, aCard, aPage } from '../../support/samples.ts';
import { GENERAL, MAX, onDiscord } from '../support/adapter-on-discord.ts';

function answers(incoming: Incoming): Reply<string> {
  switch (incoming.kind) {
    case 'command-options':
      return { kind: 'card', card: aCard({ actions: [aButton({ label: 'Fill in', handle: 'act_open' })] }) };
    case 'click':
      return { kind: 'form', page: aPage() };
    default:
      return { kind: 'closed', card: aCard({ tone: 'good', title: 'Saved' }) };
  }
}

describe('a report is asked for, opened, filled in and sent', () => {
  it.each([
    ['in the direct messages', undefined],
    ['in a channel', GENERAL],
  ])('%s: command, private card, click, form, submission', async (_where, channel) => {
    await using rig = await onDiscord();
    rig.core.answer = answers;
    const { control } = rig.discord;
    const max = control.person(MAX);
    await max.command('/report show CR-2026-000123', channel);
    await control.until(() => max.sees().includes('It is your turn'));
    await max.click({ text: 'Fill in' });
    await control.until(() => max.modal());
    max.fill({ 'Contract number': 'HT-2026-1' });
    await max.submit();
    await control.until(() => max.sees().includes('Saved'));
    expect(max.modal()).toBeUndefined();
    expect(max.sees()).not.toContain('CR-2026-000123');
    expect(rig.core.ran).toMatchObject([
      { kind: 'command-options', area: 'report', verb: 'show', options: { report: 'CR-2026-000123' } },
      { kind: 'click', handle: 'act_open' },
      {
        kind: 'form',
        form: 'report.fill',
        page: 'contract',
        handle: 'act_fill',
        values: { contract_no: 'HT-2026-1' },
        move: 'submit',
        locale: 'en-US',
      },
    ]);
    expect(control.violations).toEqual([]);
    expect(rig.logged).toEqual([]);
  });
});
