import { ChannelType } from 'discord-api-types/v10';
import { DigitalDiscord } from 'discord-digital-twin';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDiscordAdapter, type DiscordAdapter } from '../../../adapters/discord/adapter.ts';
import type { Incoming } from '../../../src/chat/incoming.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { createMetrics } from '../../../src/platform/metrics.ts';
import { FakeConversations } from '../support/fake-conversations.ts';
import { aButton, aCard, aPage } from '../support/samples.ts';
import { FakeNotes } from './support/adapter-on-discord.ts';

/** A stand-in that others wrote. It knows no direct messages, no uploads and no resume. */
let discord: DigitalDiscord;
let adapter: DiscordAdapter;
let core: FakeConversations;
let channelId: string;
let userId: string;
const logged: string[] = [];

beforeAll(async () => {
  discord = new DigitalDiscord({
    channels: [{ name: 'staff', type: ChannelType.GuildText }],
    users: [{ username: 'max' }],
  });
  await discord.start();
  channelId = (await discord.prisma.channel.findFirstOrThrow()).id;
  userId = (await discord.prisma.user.findFirstOrThrow({ where: { username: 'max' } })).id;
  core = new FakeConversations();
  const write = (data: object, message: string) => void logged.push(`${message} ${JSON.stringify(data)}`);
  adapter = createDiscordAdapter({
    config: { token: discord.botToken, apiUrl: discord.restUrl },
    conversations: core,
    notes: new FakeNotes(),
    commands: [{ type: 1, name: 'inbox', description: 'What waits on me' }],
    log: { debug: () => {}, info: () => {}, warn: write, error: write },
    metrics: createMetrics(),
    cards: { disturbed: async () => {}, undisturbed: async () => false },
  });
  await adapter.start();
});
afterAll(async () => {
  await adapter[Symbol.asyncDispose]();
  await discord.stop();
});

const person = () => discord.channel(channelId).user(userId);

/** What the adapter answered to an interaction, once it has. */
async function answerTo({ id }: { readonly id: string }) {
  const ack = await discord.channel(channelId).waitForInteractionAck({ interactionId: id });
  return { ...ack, ...(await discord.channel(channelId).getInteractionResponse(id)) };
}

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

describe('on a stand-in that others wrote', () => {
  it('logs in and registers its commands', async () => {
    const commands = await discord.prisma.applicationCommand.findMany();
    expect(commands.map(({ name }) => name)).toEqual(['inbox']);
  });

  it('answers a command, opens a form by a button, and takes the form', async () => {
    core.answer = answers;
    const command = await answerTo(await person().runSlashCommand({ name: 'inbox' }));
    expect(command.acknowledged).toBe(true);
    const [message] = await discord.channel(channelId).getMessages();
    await answerTo(await person().clickButton({ messageId: message?.id ?? '', customId: 'c|act_open' }));
    const form = {
      customId: 'p|report.fill|contract|act_fill|0!',
      fields: [{ customId: 'contract_no', value: 'HT-1' }],
    };
    await answerTo(await person().submitModal(form));
    expect(core.ran).toMatchObject([
      { kind: 'command-options', area: 'inbox', verb: '' },
      { kind: 'click', handle: 'act_open' },
      { kind: 'form', form: 'report.fill', values: { contract_no: 'HT-1' }, move: 'submit' },
    ]);
    expect(logged).toEqual([]);
  });

  it('posts a card in a channel and redraws it in place', async () => {
    const owed = { deliveryKey: 'k', again: false, locale: 'en' } as const;
    const ref = await adapter.port.postToChannel(channelId, aCard({ title: 'Case 1' }), owed);
    await adapter.port.redraw(ref, aCard({ title: 'Case 1, confirmed' }), 'en');
    const messages = await discord.channel(channelId).getMessages();
    const message = messages.find(({ id }) => id === ref.message);
    expect(JSON.stringify(message)).toContain('Case 1, confirmed');
  });

  it('completes an option that is being typed', async () => {
    core.suggestions = [{ value: 'CR-2026-000123', label: 'CR-2026-000123 · Aurora' }];
    const { id } = await discord.simulateInteraction({
      type: 4,
      channelId,
      userId,
      data: {
        name: 'report',
        type: 1,
        options: [
          { name: 'show', type: 1, options: [{ name: 'report', type: 3, value: 'CR', focused: true }] },
        ],
      },
    });
    const { data } = await answerTo({ id });
    expect(JSON.stringify(data)).toContain('CR-2026-000123 · Aurora');
    expect(core.suggestedFor).toMatchObject([
      { area: 'report', verb: 'show', option: 'report', typed: 'CR' },
    ]);
  });
});
