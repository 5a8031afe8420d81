import { describe, expect, it } from 'vitest';
import { boltOverHttp } from '../support/bolt.ts';
import { ANN } from '../support/workspace.ts';

describe('a request that does not come from Slack, or not now', () => {
  it.each([['unsigned'], ['wrongly-signed'], ['stale']] as const)(
    'is refused by Bolt when %s',
    async (kind) => {
      await using paired = await boltOverHttp();
      const { control } = paired.slack;
      expect(await control.forge(kind, { user: ANN, line: '/ping' })).toBe(401);
      expect(control.person(ANN).sees().trim()).toBe('');
    },
  );

  it('passes Bolt when it is replayed at once, so the app has to notice by itself', async () => {
    await using paired = await boltOverHttp();
    paired.app.command('/ping', ({ ack }) => ack('pong'));
    const { control } = paired.slack;
    await control.person(ANN).command('/ping');
    expect(await control.forge('replayed', { user: ANN, line: '' })).toBe(200);
  });

  it('is not the challenge of a request URL', async () => {
    await using paired = await boltOverHttp();
    const outcome = await paired.slack.control.verifyUrl('abc');
    expect(outcome).toMatchObject({ acked: true, body: { challenge: 'abc' } });
  });
});
