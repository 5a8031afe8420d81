import { describe, expect, it } from 'vitest';
import { createDiscordAdapter } from '../../../../adapters/discord/adapter.ts';
import { appCommands } from '../../../../adapters/discord/commands/app.ts';
import { createMetrics } from '../../../../src/platform/metrics.ts';
import { FakeConversations } from '../../support/fake-conversations.ts';
import { aCard } from '../../support/samples.ts';
import { FakeNotes, MAX, onDiscord, STAFF } from '../support/adapter-on-discord.ts';

describe('the start', () => {
  it('fails with the remedy when Discord does not know the token', async () => {
    const starting = onDiscord({ discord: { botToken: 'another-token' } });
    await expect(starting).rejects.toThrow('DISCORD_TOKEN');
  });

  it.each([
    ['nothing, when it may do what it needs', STAFF, []],
    [
      'that the staff channel is not there',
      '1100000000000009999',
      [expect.stringContaining('View Channels')],
    ],
  ])('says %s', async (_what, staffChannel, expected) => {
    await using rig = await onDiscord({ config: { staffChannel } });
    expect(rig.logged).toEqual(expected);
  });

  it('registers the commands of this very bot, which Discord takes', async () => {
    await using rig = await onDiscord({ adapter: { commands: appCommands() } });
    expect(rig.notes.writes).toBe(1);
    expect(rig.discord.control.violations).toEqual([]);
  });

  it('registers them again only when they have changed', async () => {
    const notes = new FakeNotes();
    await using first = await onDiscord({ adapter: { notes } });
    expect(notes.writes).toBe(1);
    await using second = await onDiscord({ adapter: { notes } });
    expect(notes.writes).toBe(1);
    await using third = await onDiscord({ adapter: { notes, commands: [] } });
    expect(notes.writes).toBe(2);
    expect([first, second, third].flatMap(({ discord }) => discord.control.violations)).toEqual([]);
  });
});

describe('the gateway', () => {
  it.each([
    ['is dropped', 'dropGateway'],
    ['asks to reconnect', 'reconnectGateway'],
  ] as const)('%s, and what was done meanwhile is answered once', async (_how, disturb) => {
    await using rig = await onDiscord();
    rig.core.answer = () => ({ kind: 'card', card: aCard({ title: 'Here I am' }) });
    const { control } = rig.discord;
    for (let time = 1; time <= 5; time += 1) {
      control[disturb]();
      await control.person(MAX).command('/report list');
    }
    expect(rig.core.ran).toHaveLength(5);
    expect(control.violations).toEqual([]);
  });

  it.each([true, false])(
    'calls its session invalid (resumable: %s), and the bot comes back',
    async (resumable) => {
      await using rig = await onDiscord();
      rig.core.answer = () => ({ kind: 'card', card: aCard({ title: 'Here I am' }) });
      const { control } = rig.discord;
      control.invalidateSessions({ resumable });
      await control.until(() => control.connections === 1, { timeoutMs: 15_000 });
      await control.person(MAX).command('/report list');
      await control.until(() => control.person(MAX).sees().includes('Here I am'));
    },
  );
});

describe('before the start', () => {
  it('nothing is sent', async () => {
    await using adapter = createDiscordAdapter({
      config: { token: 'a-bot-token', apiUrl: 'http://127.0.0.1:1/api' },
      conversations: new FakeConversations(),
      notes: new FakeNotes(),
      commands: [],
      log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
      metrics: createMetrics(),
      cards: { disturbed: async () => {}, undisturbed: async () => false },
    });
    expect(adapter.port.name).toBe('discord');
  });
});
