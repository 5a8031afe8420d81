import type { App } from '@slack/bolt';
import { homeView, reportCard } from './cards.ts';
import { everyInput } from './views.ts';

export const FAKE_COMMANDS = [
  {
    command: '/report',
    description: 'Start, list and carry cooperation reports',
    usage_hint: 'new | list | show <report>',
  },
  { command: '/inbox', description: 'Everything that waits for you', usage_hint: '' },
  {
    command: '/provider',
    description: 'Find service providers and their items',
    usage_hint: 'search <name> | show <name>',
  },
  {
    command: '/staff',
    description: 'Queue, decisions and invitations',
    usage_hint: 'queue | approve | invite',
  },
];

/** `/inbox` posts a card, `/report new` opens the form, `/provider` answers privately, `/staff` never answers well. */
export function answerCommands(app: App): void {
  app.command('/inbox', async ({ ack, client, body }) => {
    await ack();
    const posted = await client.chat.postMessage({
      channel: body.user_id,
      text: 'A report waits',
      blocks: [...reportCard('waiting')],
    });
    await client.chat.postMessage({
      channel: String(posted.channel),
      thread_ts: String(posted.ts),
      text: 'The contract runs *twelve months*.',
    });
  });
  app.command('/report', async ({ ack, client, body }) => {
    await ack();
    await client.views.open({ trigger_id: body.trigger_id, view: everyInput() });
  });
  app.command('/provider', async ({ ack, respond }) => {
    await ack();
    await respond({ text: 'Three providers fit *远帆*.', response_type: 'ephemeral' });
  });
  app.command('/staff', async ({ ack }) => {
    await ack({
      text: ' ',
      blocks: [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(400) } }],
    });
  });
  app.event('app_home_opened', async ({ event, client }) => {
    if (event.tab === 'home') await client.views.publish({ user_id: event.user, view: homeView() });
  });
}
