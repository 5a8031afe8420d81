import { describe, expect, it } from 'vitest';
import { type PostOptions, Undeliverable } from '../../../../src/chat/platform-port.ts';
import { aButton, aCard } from '../../support/samples.ts';
import {
  APP,
  GENERAL,
  GUILD,
  LIN,
  MAX,
  onDiscord,
  STAFF,
  STAFF_ROLE,
  staffOnly,
} from '../support/adapter-on-discord.ts';

const MAX_ACCOUNT = { platform: 'discord', workspace: '', userId: MAX } as const;
const OWED: PostOptions = { deliveryKey: 'CR-1/3/entry/prn_1', again: false, locale: 'en' };

describe('an owed message', () => {
  it('goes to a person and says where it stands', async () => {
    await using rig = await onDiscord();
    const max = rig.discord.control.person(MAX);
    const ref = await rig.adapter.port.postToPerson(MAX_ACCOUNT, aCard(), OWED);
    expect(ref).toMatchObject({ platform: 'discord', workspace: '', channel: max.direct });
    expect(max.sees(max.direct)).toContain('It is your turn');
    expect(rig.discord.control.violations).toEqual([]);
  });

  it('is not sent twice when its first sending went through unseen', async () => {
    await using rig = await onDiscord();
    const { control } = rig.discord;
    control.failNext('createMessage', { kind: 'lost-answer' });
    const max = control.person(MAX);
    await expect(rig.adapter.port.postToPerson(MAX_ACCOUNT, aCard(), OWED)).rejects.toThrow();
    const ref = await rig.adapter.port.postToPerson(MAX_ACCOUNT, aCard(), { ...OWED, again: true });
    expect(max.messages(max.direct).map(({ id }) => id)).toEqual([ref.message]);
  });

  it('is found again by another process when Discord remembers its nonce no more', async () => {
    await using rig = await onDiscord();
    const { port } = rig.adapter;
    const first = await port.postToPerson(MAX_ACCOUNT, aCard(), OWED);
    await port.postToPerson(MAX_ACCOUNT, aCard(), { ...OWED, deliveryKey: 'another' });
    const calls = rig.discord.control.calls('createMessage').length;
    expect(await port.postToPerson(MAX_ACCOUNT, aCard(), { ...OWED, again: true })).toEqual(first);
    expect(rig.discord.control.calls('createMessage')).toHaveLength(calls);
  });

  it('begins a thread in a channel, where what belongs to the case follows', async () => {
    await using rig = await onDiscord();
    const { port } = rig.adapter;
    const threadOf = await port.postToChannel(STAFF, aCard(), OWED);
    const note = await port.postToChannel(STAFF, aCard({ lead: 'Late since noon' }), {
      ...OWED,
      deliveryKey: 'late since',
      threadOf,
    });
    expect(note.channel).toBe(threadOf.message);
    const lin = rig.discord.control.person(LIN);
    expect(lin.sees(threadOf.message)).toContain('Late since noon');
    expect(rig.discord.control.violations).toEqual([]);
  });

  it('is redrawn in place, its picture as well', async () => {
    await using rig = await onDiscord();
    const { port } = rig.adapter;
    const image = { png: PNG, alt: 'Rating over six quarters' };
    const ref = await port.postToChannel(STAFF, aCard({ image, actions: [aButton()] }), OWED);
    const lin = rig.discord.control.person(LIN);
    expect(lin.sees(STAFF)).toContain('Rating over six quarters');
    await port.redraw(ref, aCard({ image, tone: 'good', lead: 'Confirmed by Max' }), 'en');
    await port.redraw(ref, aCard({ tone: 'good', lead: 'Confirmed by Max' }), 'en');
    expect(lin.sees(STAFF)).toContain('Confirmed by Max');
    expect(lin.sees(STAFF)).not.toContain('Rating over six quarters');
    await port.postToChannel(STAFF, aCard(), { ...OWED, again: true });
    expect(lin.messages(STAFF)).toHaveLength(1);
    expect(rig.discord.control.violations).toEqual([]);
  });
});

describe('a file that goes with a message', () => {
  it('stands in it, also after it was redrawn', async () => {
    await using rig = await onDiscord();
    const { port } = rig.adapter;
    const bytes = new TextEncoder().encode('BEGIN:VCALENDAR');
    const card = aCard({ file: { name: 'docking-meeting.ics', mediaType: 'text/calendar', bytes } });
    const ref = await port.postToPerson(MAX_ACCOUNT, card, OWED);
    const max = rig.discord.control.person(MAX);
    expect(max.sees(max.direct)).toContain('docking-meeting.ics');
    await port.redraw(ref, { ...card, lead: 'Moved to Friday' }, 'en');
    expect(max.sees(max.direct)).toContain('Moved to Friday');
    expect(max.sees(max.direct)).toContain('docking-meeting.ics');
    expect(rig.discord.control.violations).toEqual([]);
  });
});

describe('a message that Discord refuses for good', () => {
  const undeliverable = (reason: string) => ({ name: 'Undeliverable', reason });

  it('because the person takes no messages', async () => {
    await using rig = await onDiscord();
    rig.discord.control.circumstances.blockDirect(MAX);
    const posting = rig.adapter.port.postToPerson(MAX_ACCOUNT, aCard(), OWED);
    await expect(posting).rejects.toMatchObject(undeliverable('cannot_send_to_this_user'));
  });

  it('because its channel was deleted', async () => {
    await using rig = await onDiscord();
    rig.discord.control.circumstances.deleteChannel(STAFF);
    const posting = rig.adapter.port.postToChannel(STAFF, aCard(), OWED);
    await expect(posting).rejects.toMatchObject(undeliverable('unknown_channel'));
  });

  it('because its card was deleted: a redraw is undeliverable', async () => {
    await using rig = await onDiscord();
    const ref = await rig.adapter.port.postToChannel(STAFF, aCard(), OWED);
    rig.discord.control.circumstances.deleteMessage(STAFF, ref.message);
    const redrawing = rig.adapter.port.redraw(ref, aCard(), 'en');
    await expect(redrawing).rejects.toMatchObject(undeliverable('unknown_message'));
  });

  it('because the bot lacks a permission, which an operator is told with the place to grant it', async () => {
    await using rig = await onDiscord();
    rig.discord.control.circumstances.withhold(STAFF, ['SEND_MESSAGES']);
    const posting = rig.adapter.port.postToChannel(STAFF, aCard(), OWED);
    await expect(posting).rejects.toBeInstanceOf(Undeliverable);
    expect(rig.logged).toHaveLength(1);
    expect(rig.logged[0]).toContain('"Send Messages" is missing');
    expect(rig.logged[0]).toContain('Settings > Roles');
  });

  it('because the role that opened the channel to the bot was deleted, until there is another', async () => {
    await using rig = await onDiscord({ discord: staffOnly });
    const { control } = rig.discord;
    const { port } = rig.adapter;
    const ref = await port.postToChannel(STAFF, aCard(), OWED);
    control.circumstances.deleteRole(GUILD, STAFF_ROLE);
    const next = { ...OWED, deliveryKey: 'CR-1/4/entry/prn_1' };
    const refused = undeliverable('missing_access');
    await expect(port.postToChannel(STAFF, aCard(), next)).rejects.toMatchObject(refused);
    await expect(port.redraw(ref, aCard(), 'en')).rejects.toMatchObject(refused);
    const missing = expect.stringContaining(`"View Channels" is missing in the channel ${STAFF}`);
    expect(rig.logged).toEqual([missing, missing]);
    expect(rig.logged[0]).toContain('Settings > Roles');
    const another = { id: '1100000000000000301', name: 'staff again', members: [LIN, APP] };
    control.circumstances.addRole(GUILD, another, [STAFF]);
    await port.postToChannel(STAFF, aCard({ lead: 'Sent again' }), { ...next, again: true });
    await port.redraw(ref, aCard({ lead: 'Confirmed by Max' }), 'en');
    const seen = control.person(LIN).sees(STAFF);
    expect(seen).toContain('Sent again');
    expect(seen).toContain('Confirmed by Max');
    expect(rig.logged).toHaveLength(2);
    expect(control.violations).toEqual([]);
  });
});

describe('a card', () => {
  it('stands without its thread where the bot may open none', async () => {
    await using rig = await onDiscord();
    rig.discord.control.circumstances.withhold(STAFF, ['CREATE_PUBLIC_THREADS']);
    await rig.adapter.port.postToChannel(STAFF, aCard(), OWED);
    expect(rig.discord.control.person(LIN).sees(STAFF)).toContain('It is your turn');
    expect(rig.logged.join('\n')).toContain('thread');
  });
});

describe('a message that comes too soon', () => {
  it('waits a short while in the process', async () => {
    await using rig = await onDiscord();
    const { control } = rig.discord;
    control.failNext('createMessage', { kind: 'rate-limit', retryAfterSeconds: 0.05 });
    await rig.adapter.port.postToChannel(GENERAL, aCard(), OWED);
    expect(control.person(MAX).messages(GENERAL)).toHaveLength(1);
  });

  it('goes back to the queue when Discord asks for more patience', async () => {
    await using rig = await onDiscord();
    rig.discord.control.failNext('createMessage', { kind: 'rate-limit', retryAfterSeconds: 90 });
    const posting = rig.adapter.port.postToChannel(GENERAL, aCard(), OWED);
    await expect(posting).rejects.toMatchObject({ name: 'DiscordBusy' });
  });
});

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
