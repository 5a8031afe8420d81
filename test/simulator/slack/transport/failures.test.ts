import { WebAPIHTTPError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { clientOf, refusalOf } from '../support/client.ts';
import { GENERAL, MovableClock, startSlack } from '../support/workspace.ts';

const hello = { channel: GENERAL, text: 'hello' };

describe('an ordered failure', () => {
  it('may be an error code, for as many calls as ordered', async () => {
    await using slack = await startSlack();
    const client = clientOf(slack);
    slack.control.failNext('chat.postMessage', { kind: 'error', error: 'fatal_error' }, 2);
    expect(await refusalOf(client.chat.postMessage(hello))).toMatchObject({ code: 'fatal_error' });
    expect(await client.auth.test()).toMatchObject({ ok: true });
    expect(await refusalOf(client.chat.postMessage(hello))).toMatchObject({ code: 'fatal_error' });
    expect(await client.chat.postMessage(hello)).toMatchObject({ ok: true });
    expect(slack.control.violations).toEqual([]);
  });

  it.each([
    ['HTTP 500', { kind: 'http-500' } as const, WebAPIHTTPError, 0],
    ['a broken connection', { kind: 'reset' } as const, WebAPIRequestError, 0],
    ['an answer lost after the work', { kind: 'lost-answer' } as const, WebAPIRequestError, 1],
    ['a rate limit', { kind: 'rate-limit', retryAfterSeconds: 7 } as const, WebAPIRateLimitedError, 0],
  ])('may be %s', async (_what, failure, expected, posted) => {
    await using slack = await startSlack();
    slack.control.failNext('*', failure);
    await expect(clientOf(slack).chat.postMessage(hello)).rejects.toBeInstanceOf(expected);
    expect(slack.simulator.workspace.state.messages[GENERAL] ?? []).toHaveLength(posted);
  });
});

describe("Slack's own rate limit", () => {
  it('lets short bursts pass, then one message a second and channel', async () => {
    const wireClock = new MovableClock();
    await using slack = await startSlack({ realRateLimits: true, wireClock });
    const client = clientOf(slack);
    for (let sent = 0; sent < 5; sent += 1) await client.chat.postMessage(hello);
    await expect(client.chat.postMessage(hello)).rejects.toBeInstanceOf(WebAPIRateLimitedError);
    wireClock.advance(1_000);
    await client.chat.postMessage(hello);
  });
});
