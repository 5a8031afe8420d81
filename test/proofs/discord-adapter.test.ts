import { describe, expect, it } from 'vitest';
import { LIN, MAX, onDiscord, STAFF } from '../adapters/discord/support/adapter-on-discord.ts';
import { aCard } from '../adapters/support/samples.ts';

const CASES = 200;
const DROPS = 50;

describe('the gateway dropped 50 times while 200 cases run and messages are rate-limited', () => {
  it('loses nothing and doubles nothing', async () => {
    await using rig = await onDiscord();
    rig.core.answer = ({ key }) => ({ kind: 'card', card: aCard({ title: `Answer to ${key}` }) });
    const { control } = rig.discord;
    const people = [control.person(LIN), control.person(MAX)];
    const { port } = rig.adapter;
    for (let index = 0; index < CASES; index += 1) {
      if (index % (CASES / DROPS) === 0) control.dropGateway();
      if (index % 20 === 0) {
        control.failNext('createMessage', { kind: 'rate-limit', retryAfterSeconds: 0.01 });
      }
      const owed = { deliveryKey: `case ${index}`, again: false, locale: 'en' } as const;
      const posting = port.postToChannel(STAFF, aCard({ title: `Case ${index}.` }), owed);
      const asking = people[index % 2]?.command('/report list');
      const [, outcome] = await Promise.all([posting, asking]);
      expect(outcome, `case ${index}`).toMatchObject({ acked: true });
    }
    const titles = control
      .person(LIN)
      .messages(STAFF)
      .flatMap((message) => /Case \d+\./.exec(control.person(LIN).read(message).text) ?? []);
    expect(titles).toHaveLength(CASES);
    expect(new Set(titles).size).toBe(CASES);
    expect(rig.core.ran).toHaveLength(CASES);
    expect(new Set(rig.core.ran.map(({ key }) => key)).size).toBe(CASES);
    expect(control.violations).toEqual([]);
  }, 120_000);
});
