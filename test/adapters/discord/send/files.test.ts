import { describe, expect, it } from 'vitest';
import { GENERAL, LIN, MAX, onDiscord, type Rig } from '../support/adapter-on-discord.ts';

const account = (userId: string) => ({ platform: 'discord', workspace: '', userId }) as const;

/** Max shares a file in a channel; its message, as Discord has it. */
function shared(rig: Rig) {
  const max = rig.discord.control.person(MAX);
  const id = max.say('here', { channel: GENERAL, files: [max.upload('contract.pdf', '%PDF-1.7 x')] });
  const file = rig.discord.simulator.servers.state.messages[GENERAL]?.find((one) => one.id === id)
    ?.attachments[0];
  return { message: id, attachment: file ?? '' };
}

describe('a file of Discord’s', () => {
  it('is fetched by its message, whose address is always fresh', async () => {
    await using rig = await onDiscord();
    const { message, attachment } = shared(rig);
    const file = { platform: 'discord', id: `${GENERAL}/${message}/${attachment}`, name: 'contract.pdf' };
    const bytes = await rig.adapter.port.fetchFile({ ...file, mediaType: 'application/pdf', sizeBytes: 10 });
    expect(Buffer.from(bytes).toString()).toBe('%PDF-1.7 x');
  });

  it('is gone with its message', async () => {
    await using rig = await onDiscord();
    const { message, attachment } = shared(rig);
    rig.discord.control.circumstances.deleteMessage(GENERAL, message);
    const file = { platform: 'discord', id: `${GENERAL}/${message}/${attachment}`, name: 'contract.pdf' };
    const fetching = rig.adapter.port.fetchFile({ ...file, mediaType: 'application/pdf', sizeBytes: 10 });
    await expect(fetching).rejects.toMatchObject({ name: 'Undeliverable' });
  });

  it.each([
    ['any other address', 'https://evil.example/contract.pdf', 10, 'not_a_file_of_discord'],
    [
      'an address that only looks like one',
      'https://cdn.discordapp.com.evil.example/a',
      10,
      'not_a_file_of_discord',
    ],
    [
      'what is larger than any evidence',
      'https://cdn.discordapp.com/attachments/1/2/a.pdf',
      30_000_000,
      'file_too_large',
    ],
  ])('is nothing else: %s is never fetched', async (_what, id, sizeBytes, reason) => {
    await using rig = await onDiscord();
    const file = { platform: 'discord', id, name: 'a.pdf', mediaType: 'application/pdf', sizeBytes };
    await expect(rig.adapter.port.fetchFile(file)).rejects.toMatchObject({ reason });
  });
});

describe('a link', () => {
  it('to the person’s own message stands for the file in it', async () => {
    await using rig = await onDiscord();
    const { message } = shared(rig);
    const link = `https://discord.com/channels/1100000000000000100/${GENERAL}/${message}`;
    expect(await rig.adapter.port.fileAt(link, account(MAX))).toMatchObject({ name: 'contract.pdf' });
    expect(await rig.adapter.port.fileAt(link, account(LIN))).toBeNull();
  });

  it('to the person’s own file stands for it', async () => {
    await using rig = await onDiscord();
    const { attachment } = shared(rig);
    const link = `https://cdn.discordapp.com/attachments/${GENERAL}/${attachment}/contract.pdf?ex=1&is=2&hm=3`;
    expect(await rig.adapter.port.fileAt(link, account(MAX))).toMatchObject({ name: 'contract.pdf' });
    expect(await rig.adapter.port.fileAt(link, account(LIN))).toBeNull();
  });

  it.each([
    'https://example.com/attachments/1/2/contract.pdf',
    'https://discord.com/channels/@me/1100000000000009999/1100000000000009998',
    'not a link',
  ])('to anything else is an address: %s', async (link) => {
    await using rig = await onDiscord();
    expect(await rig.adapter.port.fileAt(link, account(MAX))).toBeNull();
  });
});
