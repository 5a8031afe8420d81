import { describe, expect, it } from 'vitest';
import { clientOf, refusalOf } from '../support/client.ts';
import { ANN, BOT_TOKEN, GENERAL, startSlack } from '../support/workspace.ts';

describe('files from the app', () => {
  it('go up in three steps, and come down with the token', async () => {
    await using slack = await startSlack();
    const client = clientOf(slack);
    await client.filesUploadV2({
      channel_id: GENERAL,
      filename: 'chart.png',
      file: Buffer.from('pixels'),
      initial_comment: 'The trend',
      title: 'Trend',
    });
    const history = await client.conversations.history({ channel: GENERAL });
    const file = history.messages?.[0]?.files?.[0];
    expect(file).toMatchObject({ name: 'chart.png', title: 'Trend', mimetype: 'image/png', size: 6 });
    const headers = { authorization: `Bearer ${BOT_TOKEN}` };
    expect(await (await fetch(file?.url_private ?? '', { headers })).text()).toBe('pixels');
    expect(await (await fetch(file?.url_private ?? '')).text()).toContain('Sign in');
    expect(slack.control.person(ANN).sees()).toContain('[file chart.png]');
  });

  it('must be as long as announced, and complete before they exist', async () => {
    await using slack = await startSlack();
    const client = clientOf(slack);
    const { upload_url = '', file_id = '' } = await client.files.getUploadURLExternal({
      filename: 'a.txt',
      length: 3,
    });
    expect((await fetch(upload_url, { method: 'POST', body: 'four' })).status).toBe(400);
    expect(
      await refusalOf(client.files.completeUploadExternal({ files: [{ id: file_id, title: 'a' }] })),
    ).toMatchObject({ code: 'file_not_found' });
    expect(await refusalOf(client.files.info({ file: file_id }))).toMatchObject({ code: 'file_not_found' });
  });
});

describe('files from people', () => {
  it('can be read by the app', async () => {
    await using slack = await startSlack();
    const ann = slack.control.person(ANN);
    const id = ann.upload('contract.pdf', '%PDF');
    ann.say('here', { files: [id] });
    const { file } = await clientOf(slack).files.info({ file: id });
    expect(file).toMatchObject({ name: 'contract.pdf', mimetype: 'application/pdf', user: ANN });
  });
});
