import { describe, expect, it } from 'vitest';
import { aCard } from '../../support/samples.ts';
import { MAX, overHttp, overSocket } from '../support/adapter-on-slack.ts';

const FORGED = { user: MAX, line: '/report list' };

describe('requests that are not Slack’s, or not fresh', () => {
  it.each([
    ['unsigned', 'unsigned'],
    ['wrongly-signed', 'bad-signature'],
    ['stale', 'stale'],
  ] as const)('%s: answered 401, counted as %s, and nothing is done', async (kind, reason) => {
    await using rig = await overHttp();
    expect(await rig.slack.control.forge(kind, FORGED)).toBe(401);
    expect(await rig.refusals()).toEqual([reason]);
    expect(rig.core.received).toEqual([]);
  });

  it('replayed to the letter: answered 401, counted, and not done again', async () => {
    await using rig = await overHttp();
    await rig.slack.control.person(MAX).command('/report list');
    expect(await rig.slack.control.forge('replayed', FORGED)).toBe(401);
    expect(await rig.refusals()).toEqual(['replayed']);
    expect(rig.core.ran).toHaveLength(1);
  });

  it('a replay that only the record remembers is refused as well', async () => {
    await using first = await overHttp();
    await first.slack.control.person(MAX).command('/report list');
    await using second = await overHttp();
    // The stand-in counts its triggers from the beginning again, so this is the same request to the letter.
    second.core.received.push(...first.core.received);
    const outcome = await second.slack.control.person(MAX).command('/report list');
    expect(outcome).toMatchObject({ acked: false, status: 401 });
    expect(await second.refusals()).toEqual(['replayed']);
    expect(second.core.ran).toEqual([]);
  });

  it('two deliveries at once over Socket Mode are carried out once', async () => {
    await using rig = await overSocket();
    const { control } = rig.slack;
    control.duplicateNext();
    await control.person(MAX).command('/report list');
    await control.settled();
    expect(rig.core.received).toHaveLength(1);
    expect(await rig.refusals()).toEqual(['replayed']);
  });

  it('an event that Slack repeats is answered once', async () => {
    await using rig = await overHttp();
    rig.core.answer = () => ({ kind: 'cards', cards: [aCard()] });
    const { control } = rig.slack;
    control.duplicateNext();
    control.person(MAX).openHome();
    await control.until(() => control.person(MAX).home());
    await control.settled();
    expect(rig.core.received).toHaveLength(1);
    expect(await rig.refusals()).toEqual([]);
  });
});
