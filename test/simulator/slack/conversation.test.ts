import type { App } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { boltOverHttp, boltOverSocket } from './support/bolt.ts';
import { ANN } from './support/workspace.ts';

function teach(app: App): void {
  app.command('/ping', async ({ ack, command, client }) => {
    await ack();
    await client.chat.postMessage({
      channel: command.user_id,
      text: `You said ${command.text}`,
      blocks: [
        { type: 'section', text: { type: 'mrkdwn', text: `You said *${command.text}*` } },
        {
          type: 'actions',
          elements: [
            { type: 'button', action_id: 'again', text: { type: 'plain_text', text: 'Again' }, value: '1' },
          ],
        },
      ],
    });
  });
  app.action('again', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'block_actions' || !body.channel || !body.message) return;
    await client.chat.update({
      channel: body.channel.id,
      ts: body.message.ts,
      text: 'Asked again',
      blocks: [],
    });
    await client.views.open({
      trigger_id: body.trigger_id,
      view: {
        type: 'modal',
        callback_id: 'why',
        title: { type: 'plain_text', text: 'Why' },
        submit: { type: 'plain_text', text: 'Send' },
        blocks: [
          {
            type: 'input',
            block_id: 'reason',
            label: { type: 'plain_text', text: 'Reason' },
            element: { type: 'plain_text_input', action_id: 'text' },
          },
        ],
      },
    });
  });
  app.view('why', async ({ ack, view, body, client }) => {
    await ack();
    const reason = view.state.values.reason?.text?.value ?? '';
    await client.chat.postMessage({ channel: body.user.id, text: `Because ${reason}` });
  });
}

describe.each([
  ['signed HTTP', boltOverHttp],
  ['Socket Mode', boltOverSocket],
])('one conversation with a real Bolt app over %s', (_name, start) => {
  it('goes from command to message, button, changed message, modal and submission', async () => {
    await using paired = await start();
    teach(paired.app);
    const { control } = paired.slack;
    const ann = control.person(ANN);

    expect(await ann.command('/ping hello there')).toMatchObject({ acked: true });
    await control.until(() => ann.sees().includes('You said hello there'));

    await ann.click({ text: 'Again' });
    await control.until(() => ann.modal()?.text.includes('Reason'));
    expect(ann.sees()).toContain('Asked again');
    expect(ann.sees()).not.toContain('You said');

    ann.fill({ Reason: 'I can' });
    await ann.submit();
    expect(ann.modal()).toBeUndefined();
    await control.until(() => ann.sees().includes('Because I can'));
    expect(control.violations).toEqual([]);
  });
});
