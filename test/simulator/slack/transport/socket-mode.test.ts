import { EventEmitter, once } from 'node:events';
import { WebClient } from '@slack/web-api';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { isObject, type JsonObject, parseJson } from '../../../../simulator/common/json.ts';
import type { RunningSlack } from '../../../../simulator/slack/start.ts';
import { boltOverSocket } from '../support/bolt.ts';
import { clientOf, refusalOf } from '../support/client.ts';
import { ANN, APP_TOKEN, aManifest, GENERAL, startSlack } from '../support/workspace.ts';

const manifest = aManifest({ settings: { ...aManifest().settings, socket_mode_enabled: true } });
const overSocket = { manifest, timing: { eventRetriesMs: [60_000] } };

/** A bare client, for what Slack's own would never do. */
async function connect(slack: RunningSlack) {
  const client = new WebClient(APP_TOKEN, { slackApiUrl: slack.apiUrl });
  const { url = '' } = await client.apps.connections.open();
  const socket = new WebSocket(url);
  const received: JsonObject[] = [];
  const arrivals = new EventEmitter();
  socket.on('message', (data) => {
    const message = parseJson(String(data));
    if (!isObject(message)) return;
    received.push(message);
    arrivals.emit('message');
  });
  const arrived = async (type: string): Promise<JsonObject> => {
    const found = received.find((message) => message.type === type);
    if (found) return found;
    await once(arrivals, 'message');
    return arrived(type);
  };
  const ack = (message: JsonObject, payload: JsonObject = {}) =>
    socket.send(JSON.stringify({ envelope_id: message.envelope_id, payload }));
  await arrived('hello');
  return { socket, arrived, ack, url };
}

describe('a connection', () => {
  it('greets, and its address works once', async () => {
    await using slack = await startSlack(overSocket);
    const { arrived, url, socket } = await connect(slack);
    expect(await arrived('hello')).toMatchObject({ type: 'hello', connection_info: { app_id: 'A0APP' } });
    const second = new WebSocket(url);
    const refused = await new Promise((resolve) => second.on('error', resolve));
    expect(String(refused)).toContain('401');
    socket.close();
  });

  it('is not given to apps that do not use Socket Mode', async () => {
    await using slack = await startSlack();
    const call = clientOf(slack, APP_TOKEN).apps.connections.open();
    expect(await refusalOf(call)).toMatchObject({ code: 'forbidden_socket_mode' });
  });
});

describe('an envelope', () => {
  it('is acknowledged once, and a second time is a violation', async () => {
    await using slack = await startSlack(overSocket);
    const { arrived, ack } = await connect(slack);
    const command = slack.control.person(ANN).command('/ping', GENERAL);
    const envelope = await arrived('slash_commands');
    expect(envelope).toMatchObject({ accepts_response_payload: true, payload: { command: '/ping' } });
    ack(envelope, { text: 'pong' });
    expect(await command).toMatchObject({ acked: true });
    expect(slack.control.person(ANN).sees()).toContain('pong');
    ack(envelope);
    await slack.control.until(() =>
      slack.control.violations.some((one) => one.code === 'second_acknowledgement'),
    );
    ack({ envelope_id: 'nobody-sent-this' });
    await slack.control.until(() => slack.control.violations.some((one) => one.code === 'unknown_envelope'));
  });

  it('that nobody acknowledges fails the command', async () => {
    await using slack = await startSlack(overSocket);
    await connect(slack);
    slack.control.patience(50);
    const outcome = await slack.control.person(ANN).command('/ping');
    expect(outcome).toMatchObject({ acked: false, error: 'operation_timeout' });
  });

  it('that finds nobody connected waits for the app to come back, while there is time', async () => {
    await using slack = await startSlack(overSocket);
    const command = slack.control.person(ANN).command('/ping');
    const { arrived, ack } = await connect(slack);
    ack(await arrived('slash_commands'));
    expect(await command).toMatchObject({ acked: true });
  });

  it('of an event is repeated as soon as the app is back', async () => {
    await using slack = await startSlack(overSocket);
    const first = await connect(slack);
    slack.control.patience(50);
    slack.control.person(ANN).say('hello', { channel: GENERAL });
    await slack.control.until(() => slack.control.violations.some((one) => one.code === 'operation_timeout'));
    first.socket.terminate();
    await slack.control.until(() => slack.control.connections === 0);
    slack.control.patience(3_000);
    const { arrived, ack } = await connect(slack);
    const again = await arrived('events_api');
    expect(again).toMatchObject({ retry_attempt: 1, retry_reason: 'http_timeout' });
    ack(again);
    await slack.control.settled();
  });
});

describe('a Bolt app in Socket Mode', () => {
  it.each([['dropSockets'], ['refreshSockets']] as const)('comes back after %s', async (disturb) => {
    await using paired = await boltOverSocket();
    const { control } = paired.slack;
    paired.app.command('/ping', ({ ack }) => ack('pong'));
    control[disturb]();
    await control.until(() => control.connections === 0);
    await control.until(() => control.connections === 1);
    expect(await control.person(ANN).command('/ping')).toMatchObject({ acked: true });
    expect(control.person(ANN).sees()).toContain('pong');
  });
});
