import { describe, expect, it } from 'vitest';
import { realTimers, type Timers } from '../../../../adapters/shared/timers.ts';
import { type PostOptions, Undeliverable } from '../../../../src/chat/platform-port.ts';
import { aButton, aCard } from '../../support/samples.ts';
import { BOT, ELSEWHERE, LIN, MAX, overHttp, STAFF } from '../support/adapter-on-slack.ts';

const MAX_ACCOUNT = { platform: 'slack', workspace: 'T0TEAM', userId: MAX } as const;
const OWED: PostOptions = { deliveryKey: 'CR-1/3/entry/prn_1', again: false, locale: 'en' };

describe('an owed message', () => {
  it('goes to a person and says where it stands', async () => {
    await using rig = await overHttp();
    const max = rig.slack.control.person(MAX);
    const ref = await rig.adapter.port.postToPerson(MAX_ACCOUNT, aCard(), OWED);
    expect(ref).toMatchObject({ platform: 'slack', workspace: 'T0TEAM', channel: max.direct });
    expect(max.sees(max.direct)).toContain('It is your turn');
    expect(rig.slack.control.violations).toEqual([]);
  });

  it('is not sent twice when its first sending went through unseen', async () => {
    await using rig = await overHttp();
    const { control } = rig.slack;
    control.failNext('chat.postMessage', { kind: 'lost-answer' });
    await expect(rig.adapter.port.postToPerson(MAX_ACCOUNT, aCard(), OWED)).rejects.toThrow();
    const ref = await rig.adapter.port.postToPerson(MAX_ACCOUNT, aCard(), { ...OWED, again: true });
    const max = control.person(MAX);
    expect(max.messages(max.direct).map(({ ts }) => ts)).toEqual([ref.message]);
  });

  it('is sent again when its first sending did not go through', async () => {
    await using rig = await overHttp();
    const { control } = rig.slack;
    control.failNext('chat.postMessage', { kind: 'http-500' });
    await expect(rig.adapter.port.postToPerson(MAX_ACCOUNT, aCard(), OWED)).rejects.toThrow();
    await rig.adapter.port.postToPerson(MAX_ACCOUNT, aCard(), { ...OWED, again: true });
    const max = control.person(MAX);
    expect(max.messages(max.direct)).toHaveLength(1);
  });

  it('is looked for in its thread when it stands in one', async () => {
    await using rig = await overHttp();
    const { port } = rig.adapter;
    const threadOf = await port.postToChannel(STAFF, aCard(), OWED);
    const note = { ...OWED, deliveryKey: 'late since', threadOf };
    const first = await port.postToChannel(STAFF, aCard({ lead: 'Late since noon' }), note);
    const second = await port.postToChannel(STAFF, aCard({ lead: 'Late since noon' }), {
      ...note,
      again: true,
    });
    expect(second).toEqual(first);
  });

  it('is redrawn in place', async () => {
    await using rig = await overHttp();
    const { port } = rig.adapter;
    const ref = await port.postToChannel(STAFF, aCard({ actions: [aButton()] }), OWED);
    await port.redraw(ref, aCard({ tone: 'good', lead: 'Confirmed by Max' }), 'en');
    const lin = rig.slack.control.person(LIN);
    expect(lin.sees(STAFF)).toContain('Confirmed by Max');
    expect(lin.sees(STAFF)).not.toContain('It is your turn');
    await port.postToChannel(STAFF, aCard(), { ...OWED, again: true });
    expect(lin.messages(STAFF)).toHaveLength(1);
    expect(rig.slack.control.violations).toEqual([]);
  });
});

describe('a message that Slack refuses', () => {
  it.each([
    ['to a channel that does not exist', 'C0NOWHERE', 'channel_not_found'],
    ['to a channel that the bot is not in', ELSEWHERE, 'not_in_channel'],
  ])('for good, %s: not to be retried', async (_where, channel, reason) => {
    await using rig = await overHttp();
    const posting = rig.adapter.port.postToChannel(channel, aCard(), OWED);
    await expect(posting).rejects.toMatchObject({ name: 'Undeliverable', reason });
  });

  it.each(['is_archived', 'user_disabled', 'account_inactive', 'restricted_action'])(
    'with %s is undeliverable',
    async (error) => {
      await using rig = await overHttp();
      rig.slack.control.failNext('chat.postMessage', { kind: 'error', error });
      await expect(rig.adapter.port.postToPerson(MAX_ACCOUNT, aCard(), OWED)).rejects.toBeInstanceOf(
        Undeliverable,
      );
    },
  );

  it.each(['internal_error', 'missing_scope', 'token_expired'])('with %s may be retried', async (error) => {
    await using rig = await overHttp();
    rig.slack.control.failNext('chat.postMessage', { kind: 'error', error });
    const posting = rig.adapter.port.postToPerson(MAX_ACCOUNT, aCard(), OWED);
    await expect(posting).rejects.toThrow(error);
    await expect(posting).rejects.not.toBeInstanceOf(Undeliverable);
  });

  it('because the card is gone: a redraw is undeliverable', async () => {
    await using rig = await overHttp();
    const gone = { platform: 'slack', workspace: 'T0TEAM', channel: STAFF, message: '1.000001' } as const;
    await expect(rig.adapter.port.redraw(gone, aCard(), 'en')).rejects.toMatchObject({
      reason: 'message_not_found',
    });
  });

  it('because the person is a bot', async () => {
    await using rig = await overHttp();
    const posting = rig.adapter.port.postToPerson({ ...MAX_ACCOUNT, userId: BOT }, aCard(), OWED);
    await expect(posting).rejects.toMatchObject({ reason: 'cannot_dm_bot' });
  });
});

describe('a message that comes too soon', () => {
  it('waits a short while in the process', async () => {
    await using rig = await overHttp({ adapter: { timers: IMPATIENT } });
    const { control } = rig.slack;
    control.failNext('chat.postMessage', { kind: 'rate-limit', retryAfterSeconds: 1 });
    await rig.adapter.port.postToPerson(MAX_ACCOUNT, aCard(), OWED);
    expect(control.calls('chat.postMessage')).toHaveLength(2);
  });

  it('goes back to the queue when Slack asks for more patience', async () => {
    await using rig = await overHttp();
    rig.slack.control.failNext('chat.postMessage', { kind: 'rate-limit', retryAfterSeconds: 90 });
    const posting = rig.adapter.port.postToPerson(MAX_ACCOUNT, aCard(), OWED);
    await expect(posting).rejects.toMatchObject({ name: 'SlackBusy', retryAfterSeconds: 90 });
  });
});

describe('the rest of the port', () => {
  it('publishes a home tab in its reader’s language', async () => {
    await using rig = await overHttp();
    const long = Array.from({ length: 120 }, (_, index) => aCard({ title: `Case ${index}` }));
    await rig.adapter.port.publishHome({ ...MAX_ACCOUNT, userId: LIN }, long);
    const home = rig.slack.control.person(LIN).home()?.text;
    expect(home).toContain('Case 0');
    expect(home).toContain('未显示');
    expect(rig.slack.control.violations).toEqual([]);
  });

  it('shows an image that it uploaded first', async () => {
    await using rig = await overHttp();
    const image = { png: PNG, alt: 'Rating over six quarters' };
    await rig.adapter.port.postToPerson(MAX_ACCOUNT, aCard({ image }), OWED);
    expect(rig.slack.control.person(MAX).sees()).toContain('Rating over six quarters');
    expect(rig.slack.control.violations).toEqual([]);
  });
});

describe('a file that goes with a message', () => {
  const file = {
    name: 'docking-meeting.ics',
    mediaType: 'text/calendar',
    bytes: new TextEncoder().encode('BEGIN:VCALENDAR'),
  };

  it('follows in the thread of its message', async () => {
    await using rig = await overHttp();
    const max = rig.slack.control.person(MAX);
    const ref = await rig.adapter.port.postToPerson(MAX_ACCOUNT, aCard({ file }), OWED);
    const found = max.finds(file.name, max.direct);
    expect(found && 'threadTs' in found ? found.threadTs : undefined).toBe(ref.message);
    expect(rig.slack.control.violations).toEqual([]);
  });

  it('is missed without the message being sent once more', async () => {
    await using rig = await overHttp();
    const { control } = rig.slack;
    control.failNext('files.getUploadURLExternal', { kind: 'http-500' });
    await rig.adapter.port.postToPerson(MAX_ACCOUNT, aCard({ file }), OWED);
    const max = control.person(MAX);
    expect(max.messages(max.direct)).toHaveLength(1);
  });
});

// Every wait is over at once.
const IMPATIENT: Timers = { ...realTimers, after: (_ms, call) => realTimers.after(0, call) };

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
