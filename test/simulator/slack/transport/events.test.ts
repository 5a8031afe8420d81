import { describe, expect, it } from 'vitest';
import { scriptedApp } from '../support/scripted.ts';
import { ANN, aManifest, BEN, GENERAL, STAFF } from '../support/workspace.ts';

const listening = { manifest: aManifest() };

describe('an event', () => {
  it('comes wrapped and signed', async () => {
    await using app = await scriptedApp(listening);
    const { control } = app.slack;
    control.person(ANN).say('see https://a.test & @ben', { channel: GENERAL });
    await control.until(() => app.received.length === 1);
    expect(app.received[0]).toMatchObject({
      headers: { 'content-type': 'application/json', 'x-slack-signature': expect.any(String) },
      body: {
        type: 'event_callback',
        team_id: 'T0TEAM',
        event_id: expect.any(String),
        authorizations: [{ is_bot: true }],
        event: {
          type: 'message',
          channel_type: 'channel',
          user: ANN,
          text: `see <https://a.test> &amp; <@${BEN}>`,
        },
      },
    });
  });

  it('stays away when nobody subscribed, or the bot is not there', async () => {
    await using app = await scriptedApp();
    const { control } = app.slack;
    control.person(ANN).say('quiet', { channel: GENERAL });
    control.person(BEN).say('secret', { channel: STAFF });
    await control.settled();
    expect(app.received).toEqual([]);
  });

  it('is repeated three times, with number and reason, and then lost', async () => {
    await using app = await scriptedApp(listening);
    const { control } = app.slack;
    for (const status of [500, 500, 500, 500]) app.next({ status });
    control.person(ANN).say('hello', { channel: GENERAL });
    await control.until(() => control.violations.some((one) => one.code === 'event_lost'));
    const tries = app.received.map(({ headers }) => headers['x-slack-retry-num']);
    expect(tries).toEqual([undefined, '1', '2', '3']);
    expect(app.received[1]?.headers['x-slack-retry-reason']).toBe('http_error');
    expect(new Set(app.received.map(({ body }) => body.event_id)).size).toBe(1);
  });

  it('says so when it timed out, and stops when the app asks for that', async () => {
    await using app = await scriptedApp(listening);
    const { control } = app.slack;
    app.next('silence');
    app.next({ status: 500, headers: { 'x-slack-no-retry': '1' } });
    control.person(ANN).say('hello', { channel: GENERAL });
    await control.until(() => app.received.length === 2);
    expect(app.received[1]?.headers['x-slack-retry-reason']).toBe('http_timeout');
    await control.settled();
    expect(app.received).toHaveLength(2);
  });

  it('tells the app of its own messages too, so that it must know itself', async () => {
    await using app = await scriptedApp(listening);
    await fetch(`${app.slack.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { authorization: 'Bearer xoxb-test', 'content-type': 'application/json' },
      body: JSON.stringify({ channel: GENERAL, text: 'mine' }),
    });
    await app.slack.control.until(() => app.received.length === 1);
    expect(app.received[0]?.body).toMatchObject({ event: { bot_id: 'B0BOT', text: 'mine' } });
  });
});
