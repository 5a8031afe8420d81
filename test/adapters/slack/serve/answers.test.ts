import { describe, expect, it } from 'vitest';
import { aButton, aCard } from '../../support/samples.ts';
import { ELSEWHERE, LIN, MAX, overHttp, STAFF } from '../support/adapter-on-slack.ts';

const MAX_ACCOUNT = { platform: 'slack', workspace: 'T0TEAM', userId: MAX } as const;

describe('an answer', () => {
  it('to a command in a channel is seen by the one who asked only', async () => {
    await using rig = await overHttp();
    rig.core.answer = () => ({ kind: 'card', card: aCard({ title: 'For your eyes' }) });
    const { control } = rig.slack;
    await control.person(MAX).command('/report list', STAFF);
    await control.until(() => control.person(MAX).sees(STAFF).includes('For your eyes'));
    expect(control.person(LIN).sees(STAFF)).not.toContain('For your eyes');
  });

  it('reaches somebody in a channel where the bot is not', async () => {
    await using rig = await overHttp();
    rig.core.answer = () => ({ kind: 'card', card: aCard({ title: 'Found you' }) });
    const { control } = rig.slack;
    await control.person(MAX).command('/report list', ELSEWHERE);
    await control.until(() => control.person(MAX).sees(ELSEWHERE).includes('Found you'));
    expect(control.violations).toEqual([]);
  });

  it('comes as a direct message when its response_url is over', async () => {
    await using rig = await overHttp();
    const place = {
      channel: ELSEWHERE,
      direct: false,
      token: { responseUrl: `${rig.slack.url}/response/none` },
    };
    await rig.adapter.answerLate(
      { kind: 'command', key: 'k', account: MAX_ACCOUNT, place, area: 'report', text: 'list' },
      { kind: 'card', card: aCard({ title: 'Late but here' }) },
    );
    const max = rig.slack.control.person(MAX);
    expect(max.sees(max.direct)).toContain('Late but here');
  });

  it('of many cards comes in as few messages as hold them', async () => {
    await using rig = await overHttp();
    const cards = Array.from({ length: 20 }, (_, index) =>
      aCard({ title: `Case ${index + 1}`, actions: [aButton({ handle: `act_${index}` })] }),
    );
    rig.core.answer = () => ({ kind: 'cards', cards });
    const { control } = rig.slack;
    const max = control.person(MAX);
    await max.command('/report list');
    await control.until(() => max.sees().includes('Case 20'));
    expect(max.messages().length).toBeLessThanOrEqual(5);
    await max.click({ value: 'act_13' });
    expect(rig.core.received.at(-1)).toMatchObject({ kind: 'click', handle: 'act_13' });
    expect(control.violations).toEqual([]);
  });

  it('with a file hands it over in the direct messages', async () => {
    await using rig = await overHttp();
    const bytes = Buffer.from('case,state\n');
    rig.core.answer = () => ({
      kind: 'file',
      name: 'reports.csv',
      mediaType: 'text/csv',
      bytes,
      card: aCard({ title: 'Exported' }),
    });
    const { control } = rig.slack;
    const max = control.person(MAX);
    await max.command('/report export', STAFF);
    await control.until(() => max.sees(STAFF).includes('Exported'));
    expect(max.sees(max.direct)).toContain('reports.csv');
    expect(control.person(LIN).sees(STAFF)).not.toContain('reports.csv');
    expect(control.violations).toEqual([]);
  });
});

describe('the home tab', () => {
  it('shows what waits, and a click there is answered in a modal', async () => {
    await using rig = await overHttp();
    rig.core.answer = ({ kind }) =>
      kind === 'home'
        ? { kind: 'cards', cards: [aCard({ actions: [aButton({ label: 'Show' })] })] }
        : { kind: 'card', card: aCard({ title: 'The whole case' }) };
    const { control } = rig.slack;
    const max = control.person(MAX);
    max.openHome();
    await control.until(() => max.home()?.text.includes('It is your turn'));
    await max.click({ text: 'Show' });
    await control.until(() => max.modal()?.text.includes('The whole case'));
    expect(control.violations).toEqual([]);
  });
});

describe('what people type', () => {
  it('in the direct messages reaches the core as it was typed, and is answered there', async () => {
    await using rig = await overHttp();
    rig.core.answer = () => ({ kind: 'card', card: aCard({ title: 'Use a button' }) });
    const { control } = rig.slack;
    const max = control.person(MAX);
    max.say('looks good & <fine>');
    await control.until(() => max.sees().includes('Use a button'));
    expect(rig.core.ran).toMatchObject([
      { kind: 'message', text: 'looks good & <fine>', place: { direct: true } },
    ]);
  });

  it.each([
    ['in a channel', undefined],
    ['under somebody else’s message', 'person'],
  ])('%s is none of the bot’s business', async (_where, under) => {
    await using rig = await overHttp();
    const { control } = rig.slack;
    const lin = control.person(LIN);
    const root = lin.say('hello', { channel: STAFF });
    if (under) lin.say('and hello', { channel: STAFF, threadTs: root });
    await control.settled();
    expect(rig.core.received).toEqual([]);
  });

  it('in a channel is answered privately where it is an API key', async () => {
    await using rig = await overHttp();
    rig.core.answer = () => ({ kind: 'card', card: aCard({ title: 'Delete it' }) });
    const { control } = rig.slack;
    const [max, lin] = [control.person(MAX), control.person(LIN)];
    max.say(`bb_live_${'x'.repeat(36)}`, { channel: STAFF });
    await control.until(() => max.sees(STAFF).includes('Delete it'));
    expect(lin.sees(STAFF)).not.toContain('Delete it');
  });

  it('under a card in a channel is answered privately in its thread', async () => {
    await using rig = await overHttp();
    rig.core.answer = () => ({ kind: 'card', card: aCard({ title: 'Use a button' }) });
    const { control } = rig.slack;
    const posted = await rig.adapter.port.postToChannel(STAFF, aCard(), {
      deliveryKey: 'k',
      again: false,
      locale: 'en',
    });
    control.person(MAX).say('同意', { channel: STAFF, threadTs: posted.message });
    await control.until(() => control.person(MAX).sees(STAFF).includes('Use a button'));
    expect(control.person(LIN).sees(STAFF)).not.toContain('Use a button');
    expect(rig.core.ran).toMatchObject([{ kind: 'message', text: '同意', thread: posted.message }]);
    expect(control.violations).toEqual([]);
  });
});
