import type { App } from '@slack/bolt';
import { reportCard } from './cards.ts';
import { everyInput, explanation } from './views.ts';

/** Buttons of the cards, and what becomes of a form that was sent. */
export function answerForms(app: App): void {
  app.action('approve', async ({ ack, body, client }) => {
    await ack();
    if (body.type !== 'block_actions' || !body.container.message_ts) return;
    await client.chat.update({
      channel: String(body.container.channel_id),
      ts: String(body.container.message_ts),
      text: 'Approved',
      blocks: [...reportCard('approved')],
    });
  });
  app.action('form', async ({ ack, body, client }) => {
    await ack();
    if (body.type === 'block_actions')
      await client.views.open({ trigger_id: body.trigger_id, view: everyInput() });
  });
  app.action('reject', async ({ ack, respond }) => {
    await ack();
    await respond({
      text: 'Only a staff reviewer may reject.',
      response_type: 'ephemeral',
      replace_original: false,
    });
  });
  app.action('explain', async ({ ack, body, client }) => {
    await ack();
    if (body.type === 'block_actions')
      await client.views.push({ trigger_id: body.trigger_id, view: explanation() });
  });
  app.view('every_input', async ({ ack, view, body, client }) => {
    const contract = view.state.values.contract?.value?.value ?? '';
    if (!contract.startsWith('HT-')) {
      await ack({ response_action: 'errors', errors: { contract: 'A contract number begins with HT-.' } });
      return;
    }
    await ack();
    const files = view.state.values.evidence?.value?.files ?? [];
    await client.chat.postMessage({
      channel: body.user.id,
      text: `Saved ${contract} with ${files.length} file: ${Object.keys(view.state.values).length} answers`,
    });
  });
}
