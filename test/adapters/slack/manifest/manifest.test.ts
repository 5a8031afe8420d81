import { describe, expect, it } from 'vitest';
import { appManifest } from '../../../../adapters/slack/manifest/app.ts';
import { slackManifest } from '../../../../adapters/slack/manifest/manifest.ts';
import { createRegistry } from '../../../../src/chat/commands/registry.ts';
import { VOCABULARIES } from '../../../../src/vocabularies.ts';

const command = (area: string, over = {}) => ({ area, description: 'Does it', usageHint: '', ...over });
const some = (commands: readonly ReturnType<typeof command>[], address?: string) =>
  slackManifest({ name: 'Baobei', description: 'd', commands, ...(address ? { address } : {}) });

describe('the app manifest', () => {
  it('has one slash command for each area of the registry, and one for all of them', () => {
    const { areas } = createRegistry(VOCABULARIES);
    const manifest = appManifest();
    expect(manifest.features.slash_commands.map((one) => one.command)).toEqual(
      [...areas, 'baobei'].map((area) => `/${area}`),
    );
    for (const { description } of manifest.features.slash_commands) expect(description).not.toBe('');
  });

  it('asks for Socket Mode without an address, and names one address for everything with it', () => {
    expect(some([command('report')]).settings.socket_mode_enabled).toBe(true);
    const manifest = some([command('report')], 'https://bot.example.com/');
    const url = 'https://bot.example.com/slack/events';
    expect(manifest.settings).toMatchObject({
      socket_mode_enabled: false,
      interactivity: { request_url: url },
      event_subscriptions: { request_url: url },
    });
    expect(manifest.features.slash_commands[0]).toMatchObject({ url });
  });

  it('keeps descriptions and hints within what Slack takes', () => {
    const long = 'word '.repeat(1_000);
    const [entry] = some([command('report', { description: long, usageHint: long })]).features.slash_commands;
    expect(entry?.description.length).toBeLessThanOrEqual(2_000);
    expect(entry?.usage_hint?.length).toBeLessThanOrEqual(1_000);
  });

  it('refuses a command that is Slack’s own, since Slack would refuse the whole manifest', () => {
    expect(() => some([command('report'), command('status')])).toThrow('/status');
  });

  it('refuses more commands than Slack takes', () => {
    const many = Array.from({ length: 51 }, (_, index) => command(`area${index}`));
    expect(() => some(many)).toThrow('50');
  });
});
