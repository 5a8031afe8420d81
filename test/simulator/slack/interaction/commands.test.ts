import { describe, expect, it } from 'vitest';
import { scriptedApp } from '../support/scripted.ts';
import { ANN, BEN, GENERAL, MovableClock, STAFF } from '../support/workspace.ts';

describe('a slash command', () => {
  it('comes with every field that Slack sends', async () => {
    await using app = await scriptedApp();
    await app.slack.control.person(ANN).command('/ping  hello @ben & <all>', GENERAL);
    expect(app.received[0]?.headers).toMatchObject({
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-signature': expect.stringMatching(/^v0=[0-9a-f]{64}$/),
    });
    expect(app.received[0]?.body).toEqual({
      token: expect.any(String),
      team_id: 'T0TEAM',
      team_domain: 'acme',
      channel_id: GENERAL,
      channel_name: 'general',
      user_id: ANN,
      user_name: 'ann',
      command: '/ping',
      text: `hello <@${BEN}|ben> &amp; &lt;all&gt;`,
      api_app_id: 'A0APP',
      is_enterprise_install: 'false',
      response_url: expect.stringContaining('/response/'),
      trigger_id: expect.any(String),
    });
  });

  it.each([
    ['plain text', { text: 'pong' } as const, 'pong', ''],
    ['a message', { json: { text: 'pong' } } as const, 'pong', ''],
    [
      'a public message',
      { json: { text: 'pong', response_type: 'in_channel' } } as const,
      '/ping\npong',
      '/ping\npong',
    ],
    ['nothing', { status: 200 } as const, '', ''],
  ])('may be acknowledged with %s', async (_what, reply, annSees, benSees) => {
    await using app = await scriptedApp();
    app.next(reply);
    await app.slack.control.person(ANN).command('/ping', GENERAL);
    expect(app.slack.control.person(ANN).sees(GENERAL).trim()).toBe(annSees);
    expect(app.slack.control.person(BEN).sees(GENERAL).trim()).toBe(benSees);
    expect(app.slack.control.violations).toEqual([]);
  });

  it.each([
    ['does not answer in time', 'silence' as const, 'operation_timeout'],
    ['answers 500', { status: 500 }, 'dispatch_failed'],
  ])('fails visibly when the app %s', async (_what, reply, error) => {
    await using app = await scriptedApp();
    app.next(reply);
    const ann = app.slack.control.person(ANN);
    expect(await ann.command('/ping')).toMatchObject({ acked: false, error });
    expect(ann.sees()).toContain(`/ping failed with the error "${error}"`);
    expect(app.slack.control.violations).toMatchObject([{ code: error }]);
  });

  it('is refused by Slack when its answer is invalid', async () => {
    await using app = await scriptedApp();
    app.next({ json: { blocks: [{ type: 'poem' }] } });
    await app.slack.control.person(ANN).command('/ping');
    expect(app.slack.control.violations).toMatchObject([
      { where: 'acknowledgement', code: 'invalid_blocks' },
    ]);
  });

  it('exists only when the manifest has it, and only where the person is', async () => {
    await using app = await scriptedApp();
    const ann = app.slack.control.person(ANN);
    await expect(ann.command('/pong')).rejects.toThrow('/pong is not a valid command');
    await expect(ann.command('/ping', STAFF)).rejects.toThrow('cannot see');
  });
});

describe('a response_url', () => {
  const answer = (url: unknown, body: object) =>
    fetch(String(url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('speaks to one person, or to all of the conversation', async () => {
    await using app = await scriptedApp();
    await app.slack.control.person(ANN).command('/ping', GENERAL);
    const url = app.received[0]?.body.response_url;
    await answer(url, { text: 'private' });
    await answer(url, { text: 'public', response_type: 'in_channel' });
    expect(app.slack.control.person(ANN).sees()).toContain('private\npublic');
    expect(app.slack.control.person(BEN).sees()).not.toContain('private');
  });

  it('works five times', async () => {
    await using app = await scriptedApp();
    await app.slack.control.person(ANN).command('/ping');
    const url = app.received[0]?.body.response_url;
    for (let use = 1; use <= 5; use += 1) expect((await answer(url, { text: 'x' })).status).toBe(200);
    expect((await answer(url, { text: 'x' })).status).toBe(404);
    expect(app.slack.control.violations).toMatchObject([{ code: 'used_url' }]);
  });

  it('works for thirty minutes', async () => {
    const clock = new MovableClock();
    await using app = await scriptedApp({ clock });
    await app.slack.control.person(ANN).command('/ping');
    clock.advance(30 * 60_000 + 1);
    expect((await answer(app.received[0]?.body.response_url, { text: 'x' })).status).toBe(404);
    expect(app.slack.control.violations).toMatchObject([{ code: 'expired_url' }]);
  });

  it('refuses invalid blocks', async () => {
    await using app = await scriptedApp();
    await app.slack.control.person(ANN).command('/ping');
    const response = await answer(app.received[0]?.body.response_url, { blocks: [{ type: 'poem' }] });
    expect(response.status).toBe(400);
    expect(await response.json()).toEqual({ ok: false, error: 'invalid_blocks' });
  });
});
