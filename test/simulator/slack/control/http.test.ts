import { describe, expect, it } from 'vitest';
import { isObject, type JsonObject, objectsAt, parseJson } from '../../../../simulator/common/json.ts';
import { actions, button, input, modal, plain, textInput } from '../support/blocks.ts';
import { clientOf } from '../support/client.ts';
import { scriptedApp } from '../support/scripted.ts';
import { ANN, BEN, GENERAL, startSlack } from '../support/workspace.ts';

const asked = async (url: string, init?: RequestInit) => {
  const response = await fetch(url, init);
  const body = parseJson(await response.text());
  return { status: response.status, body: isObject(body) ? body : {} };
};

const asking = (url: string) => (path: string, body: object) => {
  const headers = { 'content-type': 'application/json' };
  return asked(`${url}/control/${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
};

const stateOf = async (url: string, user: string) => (await asked(`${url}/control/state?user=${user}`)).body;

const firstChannel = (state: JsonObject) =>
  objectsAt(state, 'conversations').flatMap((conversation) =>
    conversation.id === GENERAL ? objectsAt(conversation, 'messages') : [],
  );

describe('the control API', () => {
  it('lets the page act a conversation and shows each person their own screen', async () => {
    await using app = await scriptedApp();
    const { url } = app.slack;
    const ask = asking(url);
    app.next({ text: 'private pong' });
    expect(await ask('command', { user: ANN, channel: GENERAL, text: '/ping' })).toMatchObject({
      body: { ok: true, outcome: { acked: true } },
    });
    await clientOf(app.slack).apiCall('chat.postMessage', {
      channel: GENERAL,
      text: 'x',
      blocks: [actions(button())],
    });
    const ann = await stateOf(url, ANN);
    const ben = await stateOf(url, BEN);
    expect(ann).toMatchObject({ me: { id: ANN }, commands: [{ command: '/ping' }], modals: [], home: null });
    expect(firstChannel(ann)).toMatchObject([
      { text: 'private pong', is_ephemeral: true },
      { visible_text: 'Go' },
    ]);
    expect(firstChannel(ben)).toHaveLength(1);
    const ts = firstChannel(ben)[0]?.ts;
    const clicked = await ask('action', { user: BEN, on: { channel: GENERAL, ts }, actionId: 'go' });
    expect(clicked).toMatchObject({ status: 200, body: { outcome: { acked: true } } });
  });

  it('fills and submits a modal', async () => {
    await using app = await scriptedApp();
    const ask = asking(app.slack.url);
    await app.slack.control.person(ANN).command('/ping');
    const view = modal([{ ...input(textInput(), { label: plain('Why') }), block_id: 'why' }]);
    await clientOf(app.slack).apiCall('views.open', { trigger_id: app.received[0]?.body.trigger_id, view });
    expect(await ask('submit', { user: ANN })).toMatchObject({
      status: 409,
      body: { error: 'invalid_values' },
    });
    expect((await stateOf(app.slack.url, ANN)).modals).toMatchObject([
      { errors: { why: expect.any(String) } },
    ]);
    const sent = await ask('submit', { user: ANN, values: { why: { text: 'because' } } });
    expect(sent).toMatchObject({ status: 200, body: { outcome: { acked: true } } });
    expect((await stateOf(app.slack.url, ANN)).modals).toEqual([]);
  });

  it('uploads and hands out files, and writes messages', async () => {
    await using slack = await startSlack();
    const ask = asking(slack.url);
    const { body } = await ask('upload', {
      user: ANN,
      channel: GENERAL,
      name: 'a.txt',
      contentBase64: 'aGk=',
    });
    expect(await (await fetch(`${slack.url}/control/files/${body.file}`)).text()).toBe('hi');
    expect(await ask('message', { user: ANN, channel: GENERAL, text: 'x', threadTs: body.ts })).toMatchObject(
      { status: 200 },
    );
    expect(await ask('message', { user: ANN, channel: 'C404', text: 'x' })).toMatchObject({
      status: 409,
      body: { error: 'channel_not_found' },
    });
    expect(await ask('message', { user: ANN })).toMatchObject({
      status: 400,
      body: { error: 'invalid_request' },
    });
  });

  it('orders failures and lists what went wrong', async () => {
    await using slack = await startSlack();
    await asking(slack.url)('failures', { method: 'auth.test', failure: { kind: 'http-500' } });
    await expect(clientOf(slack).auth.test()).rejects.toThrow();
    await clientOf(slack)
      .apiCall('chat.sing')
      .catch(() => undefined);
    expect(await (await fetch(`${slack.url}/control/violations`)).json()).toMatchObject([
      { code: 'unknown_method' },
    ]);
    expect(await (await fetch(`${slack.url}/control/requests`)).json()).toMatchObject([
      { status: 500 },
      { name: 'chat.sing' },
    ]);
  });

  it('lets its server close while somebody watches', async () => {
    const slack = await startSlack();
    const stream = await fetch(`${slack.url}/control/stream`);
    await slack[Symbol.asyncDispose]();
    expect(await stream.text()).toContain('event: hello');
  });

  it('streams changes', async () => {
    await using slack = await startSlack();
    const stream = await fetch(`${slack.url}/control/stream`);
    const reader = (stream.body ?? new ReadableStream()).pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader.read()).value).toContain('event: hello');
    slack.control.person(ANN).say('x', { channel: GENERAL });
    expect((await reader.read()).value).toContain('"messages"');
    await reader.cancel();
  });
});
