import { describe, expect, it } from 'vitest';
import { aButton, aCard } from '../../support/samples.ts';
import { APP, GENERAL, LIN, MAX, onDiscord, STAFF } from '../support/adapter-on-discord.ts';

const MAX_ACCOUNT = { platform: 'discord', workspace: '', userId: MAX } as const;
const OWED = { deliveryKey: 'k', again: false, locale: 'en' } as const;

describe('an answer', () => {
  it('to a command in a channel is seen by the one who asked only', async () => {
    await using rig = await onDiscord();
    rig.core.answer = () => ({ kind: 'card', card: aCard({ title: 'For your eyes' }) });
    const { control } = rig.discord;
    await control.person(MAX).command('/report list', GENERAL);
    await control.until(() => control.person(MAX).sees(GENERAL).includes('For your eyes'));
    expect(control.person(LIN).sees(GENERAL)).not.toContain('For your eyes');
  });

  it('to a button of one’s own takes the place of the card that it was on', async () => {
    await using rig = await onDiscord();
    const first = aCard({ title: 'Case 1', actions: [aButton()] });
    rig.core.answer = ({ kind }) =>
      kind === 'click'
        ? { kind: 'card', card: aCard({ title: 'Confirmed' }), replaces: true }
        : { kind: 'card', card: first };
    const { control } = rig.discord;
    const max = control.person(MAX);
    await max.command('/report show');
    await max.click({ text: 'Confirm' });
    await control.until(() => max.sees().includes('Confirmed'));
    expect(max.sees()).not.toContain('Case 1');
    expect(control.violations).toEqual([]);
  });

  it('to a button on everybody’s card leaves the card alone', async () => {
    await using rig = await onDiscord();
    rig.core.answer = () => ({ kind: 'card', card: aCard({ title: 'Confirmed' }), replaces: true });
    const { control } = rig.discord;
    await rig.adapter.port.postToChannel(STAFF, aCard({ title: 'Case 1', actions: [aButton()] }), OWED);
    const max = control.person(MAX);
    await max.click({ text: 'Confirm' });
    await control.until(() => max.sees(STAFF).includes('Confirmed'));
    expect(control.person(LIN).sees(STAFF)).toContain('Case 1');
    expect(control.person(LIN).sees(STAFF)).not.toContain('Confirmed');
  });

  it('with nothing to say leaves nothing behind', async () => {
    await using rig = await onDiscord();
    const { control } = rig.discord;
    const max = control.person(MAX);
    await max.command('/report list');
    await control.settled();
    await control.until(() => max.messages().length === 0);
    expect(control.violations).toEqual([]);
  });

  it('comes as a direct message when its interaction is over', async () => {
    await using rig = await onDiscord();
    const token = { interaction: '1', application: '2', token: 'gone' };
    await rig.adapter.answerLate(
      {
        kind: 'command-options',
        key: 'k',
        account: MAX_ACCOUNT,
        place: { channel: GENERAL, direct: false, token },
        area: 'report',
        verb: 'list',
        options: {},
      },
      { kind: 'card', card: aCard({ title: 'Late but here' }) },
    );
    const max = rig.discord.control.person(MAX);
    expect(max.sees(max.direct)).toContain('Late but here');
  });

  it('of many cards comes in as few messages as hold them, every button in reach', async () => {
    await using rig = await onDiscord();
    const cards = Array.from({ length: 20 }, (_, index) =>
      aCard({
        title: `Case ${index + 1}`,
        actions: [aButton({ handle: `act_${index}`, label: `Do ${index}` })],
      }),
    );
    rig.core.answer = ({ kind }) => (kind === 'click' ? null : { kind: 'cards', cards });
    const { control } = rig.discord;
    const max = control.person(MAX);
    await max.command('/report list');
    await control.until(() => max.sees().includes('Case 20'));
    expect(max.messages().length).toBeLessThanOrEqual(4);
    await max.click({ text: 'Do 13' });
    expect(rig.core.received.at(-1)).toMatchObject({ kind: 'click', handle: 'act_13' });
    expect(control.violations).toEqual([]);
  });

  it('with a file hands it over to its reader alone', async () => {
    await using rig = await onDiscord();
    rig.core.answer = () => ({
      kind: 'file',
      name: 'CR-2026-000123 (报备).json',
      mediaType: 'application/json',
      bytes: Buffer.from('{}'),
      card: aCard({ title: 'Exported' }),
    });
    const { control } = rig.discord;
    await control.person(MAX).command('/report export', GENERAL);
    await control.until(() => control.person(MAX).sees(GENERAL).includes('Exported'));
    expect(control.person(MAX).sees(GENERAL)).toContain('.json');
    expect(control.person(LIN).sees(GENERAL)).not.toContain('.json');
    expect(control.violations).toEqual([]);
  });
});

describe('a button that asks first', () => {
  const asking = aCard({
    actions: [
      aButton({
        label: 'Withdraw',
        tone: 'danger',
        handle: 'act_withdraw',
        confirm: {
          title: 'Withdraw it?',
          body: 'The provider is told.',
          yes: 'Yes, withdraw',
          no: 'Keep it',
        },
      }),
    ],
  });

  it('does nothing until the answer is yes', async () => {
    await using rig = await onDiscord();
    rig.core.answer = ({ kind }) => ({
      kind: 'card',
      card: kind === 'click' ? aCard({ title: 'Withdrawn' }) : asking,
    });
    const { control } = rig.discord;
    const max = control.person(MAX);
    await max.command('/report show');
    await max.click({ text: 'Withdraw' });
    await control.until(() => max.sees().includes('The provider is told.'));
    expect(rig.core.ran.map(({ kind }) => kind)).toEqual(['command-options']);
    await max.click({ text: 'Yes, withdraw' });
    await control.until(() => max.sees().includes('Withdrawn'));
    expect(max.offers({ text: 'Yes, withdraw' })).toBe(false);
    expect(rig.core.ran.at(-1)).toMatchObject({ kind: 'click', handle: 'act_withdraw' });
    expect(control.violations).toEqual([]);
  });

  it('and does nothing at all when it is no', async () => {
    await using rig = await onDiscord();
    rig.core.answer = () => ({ kind: 'card', card: asking });
    const { control } = rig.discord;
    const max = control.person(MAX);
    await max.command('/report show');
    await max.click({ text: 'Withdraw' });
    await control.until(() => max.offers({ text: 'Keep it' }));
    await max.click({ text: 'Keep it' });
    await control.until(() => max.sees().includes('Nothing was changed'));
    expect(max.offers({ text: 'Yes, withdraw' })).toBe(false);
    expect(rig.core.ran.map(({ kind }) => kind)).toEqual(['command-options']);
  });
});

describe('whoever asks', () => {
  it.each([
    ['the name that they gave themselves', { globalName: 'Max Weber' }, 'Max Weber'],
    ['their user name, where they gave none', {}, 'max'],
  ])('is called by %s', async (_which, named, expected) => {
    const users = [{ id: MAX, username: 'max', tz: 'Europe/Berlin', locale: 'en-US', ...named }];
    await using rig = await onDiscord({ discord: { users, guilds: [] } });
    await rig.discord.control.person(MAX).command('/link code:AB12');
    expect(rig.core.received).toMatchObject([{ account: MAX_ACCOUNT, accountName: expected }]);
  });
});

describe('what people type', () => {
  it('in the direct messages reaches the core as it was typed, and is answered there', async () => {
    await using rig = await onDiscord();
    rig.core.answer = () => ({ kind: 'card', card: aCard({ title: 'Use a button' }) });
    const { control } = rig.discord;
    const max = control.person(MAX);
    max.say('looks good & <fine>');
    await control.until(() => max.sees().includes('Use a button'));
    expect(rig.core.ran).toMatchObject([
      { kind: 'message', text: 'looks good & <fine>', place: { direct: true } },
    ]);
  });

  it('in a channel without naming the bot is none of its business, and hidden from it', async () => {
    await using rig = await onDiscord();
    const { control } = rig.discord;
    control.person(LIN).say('hello', { channel: GENERAL });
    control.person(LIN).say(`bb_live_${'x'.repeat(36)}`, { channel: GENERAL });
    await control.person(MAX).command('/report list');
    expect(rig.core.received.map(({ kind }) => kind)).toEqual(['command-options']);
  });

  it('beside the bot’s name is none of its business, unless it is an API key', async () => {
    await using rig = await onDiscord();
    rig.core.answer = () => ({ kind: 'card', card: aCard({ title: 'Delete it' }) });
    const { control } = rig.discord;
    const max = control.person(MAX);
    max.say(`<@${APP}> hello`, { channel: GENERAL });
    max.say(`<@${APP}> bb_live_${'x'.repeat(36)}`, { channel: GENERAL });
    await control.until(() => max.sees(max.direct).includes('Delete it'));
    expect(rig.core.received).toHaveLength(1);
    expect(max.sees(GENERAL)).not.toContain('Delete it');
  });

  it.each([
    ['as a reply to a card', false],
    ['in the thread of a card', true],
  ])('to the bot %s is answered privately', async (_where, inThread) => {
    await using rig = await onDiscord();
    rig.core.answer = () => ({ kind: 'card', card: aCard({ title: 'Use a button' }) });
    const { control } = rig.discord;
    const posted = await rig.adapter.port.postToChannel(STAFF, aCard(), OWED);
    const max = control.person(MAX);
    const where = inThread ? { channel: posted.message } : { channel: STAFF, replyTo: posted.message };
    max.say(`<@${APP}> 同意`, where);
    await control.until(() => max.sees(max.direct).includes('Use a button'));
    expect(rig.core.ran).toMatchObject([{ text: '同意', thread: posted.message, place: { channel: STAFF } }]);
    expect(control.person(LIN).sees(STAFF)).not.toContain('Use a button');
    expect(control.violations).toEqual([]);
  });
});

describe('an option that is being typed', () => {
  it('is completed with what the core suggests', async () => {
    await using rig = await onDiscord();
    rig.core.suggestions = [{ value: 'CR-2026-000123', label: 'CR-2026-000123 · Aurora × Bridge' }];
    const max = rig.discord.control.person(MAX);
    expect(await max.autocomplete('/report show report:CR')).toEqual(['CR-2026-000123 · Aurora × Bridge']);
    expect(rig.core.suggestedFor).toMatchObject([
      { account: MAX_ACCOUNT, area: 'report', verb: 'show', option: 'report', typed: 'CR', locale: 'en-US' },
    ]);
    expect(rig.discord.control.violations).toEqual([]);
  });
});
