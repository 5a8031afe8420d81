import { describe, expect, it } from 'vitest';
import { createSlackAdapter } from '../../../../adapters/slack/adapter.ts';
import { BOT_SCOPES } from '../../../../adapters/slack/manifest/permissions.ts';
import { createMetrics } from '../../../../src/platform/metrics.ts';
import { FakeConversations } from '../../support/fake-conversations.ts';
import { overHttp, overSocket } from '../support/adapter-on-slack.ts';

const scopes = BOT_SCOPES.map(({ scope }) => scope);

describe('the start', () => {
  it('says nothing when the bot may do what its manifest asks for', async () => {
    await using rig = await overHttp();
    expect(rig.logged).toEqual([]);
  });

  it.each(scopes)('names the missing scope %s and where to add it', async (missing) => {
    await using rig = await overHttp({ slack: { scopes: scopes.filter((scope) => scope !== missing) } });
    expect(rig.logged).toHaveLength(1);
    expect(rig.logged[0]).toContain(missing);
    expect(rig.logged[0]).toContain('OAuth & Permissions');
  });

  it('fails with the remedy when Slack does not know the token', async () => {
    const starting = overHttp({ slack: { botToken: 'xoxb-another' } });
    await expect(starting).rejects.toThrow('SLACK_BOT_TOKEN');
  });

  it('needs a signing secret or an app token', () => {
    const create = () =>
      createSlackAdapter({
        cards: { disturbed: async () => {}, undisturbed: async () => false },
        config: { botToken: 'xoxb-test' },
        conversations: new FakeConversations(),
        log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
        metrics: createMetrics(),
      });
    expect(create).toThrow('SLACK_SIGNING_SECRET');
  });

  it('has no HTTP door in Socket Mode', async () => {
    await using rig = await overSocket();
    expect(rig.adapter.plugin).toBeUndefined();
    expect(rig.adapter.requestListener).toBeUndefined();
  });
});
