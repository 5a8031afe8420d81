import { describe, expect, it } from 'vitest';
import { Pace } from '../../../../adapters/slack/send/pace.ts';
import { FakeTimers } from '../../support/fake-timers.ts';

function lane() {
  const timers = new FakeTimers();
  const pace = new Pace(timers, { burst: 3, perMs: 3_000 });
  const sent: string[] = [];
  const send = async (name: string, channel = 'C1') => {
    await pace.turn(channel);
    sent.push(name);
  };
  const pass = async (ms: number) => {
    timers.pass(ms);
    await Promise.resolve();
  };
  return { timers, sent, send, pass };
}

describe('messages to one channel', () => {
  it('go three at once, then one for each that is three seconds old, in their order', async () => {
    const { sent, send, pass } = lane();
    const all = Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => send(name)));
    await pass(0);
    expect(sent).toEqual(['a', 'b', 'c']);
    await pass(2_999);
    expect(sent).toEqual(['a', 'b', 'c']);
    await pass(1);
    await all;
    expect(sent).toEqual(['a', 'b', 'c', 'd', 'e']);
  });

  it('do not hold up another channel', async () => {
    const { sent, send } = lane();
    await Promise.all(['a', 'b', 'c'].map((name) => send(name)));
    void send('waits');
    await send('elsewhere', 'C2');
    expect(sent).toEqual(['a', 'b', 'c', 'elsewhere']);
  });

  it('go back to the queue when the line is long, with the time that it takes', async () => {
    const { send } = lane();
    for (let index = 0; index < 8; index += 1) void send(`message ${index}`);
    await expect(send('one too many')).rejects.toMatchObject({ name: 'SlackBusy', retryAfterSeconds: 5 });
  });

  it('leave nothing behind once they are through', async () => {
    const { timers, send, pass } = lane();
    await send('a');
    await pass(3_000);
    expect(timers.waiting).toEqual([]);
  });
});
