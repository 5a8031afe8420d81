import { describe, expect, it } from 'vitest';
import type { Incoming } from '../../../../src/chat/incoming.ts';
import type { Reply } from '../../../../src/chat/reply.ts';
import { aButton, aCard, aPage } from '../../support/samples.ts';
import { BOTH_WAYS, MAX } from '../support/adapter-on-slack.ts';

function answers(incoming: Incoming): Reply<string> {
  switch (incoming.kind) {
    case 'command':
      return { kind: 'card', card: aCard({ actions: [aButton({ label: 'Fill in', handle: 'act_open' })] }) };
    case 'click':
      return { kind: 'form', page: aPage() };
    default:
      return { kind: 'closed', card: aCard({ tone: 'good', title: 'Saved' }) };
  }
}

describe.each(BOTH_WAYS)('a report is asked for, opened, filled in and sent over %s', (_name, start) => {
  it('command, private card, click, form, submission', async () => {
    await using rig = await start();
    rig.core.answer = answers;
    const { control } = rig.slack;
    const max = control.person(MAX);
    await max.command('/report show CR-2026-000123');
    await control.until(() => max.sees().includes('It is your turn'));
    await max.click({ text: 'Fill in' });
    await control.until(() => max.modal());
    max.fill({ 'Contract number': 'HT-2026-1' });
    await max.submit();
    await control.until(() => max.sees().includes('Saved'));
    expect(max.modal()).toBeUndefined();
    expect(rig.core.ran.map(({ kind }) => kind)).toEqual(['command', 'click', 'form']);
    expect(rig.core.ran[2]).toMatchObject({
      form: 'report.fill',
      page: 'contract',
      handle: 'act_fill',
      values: { contract_no: 'HT-2026-1' },
      locale: 'en-US',
    });
    expect(control.violations).toEqual([]);
  });
});
