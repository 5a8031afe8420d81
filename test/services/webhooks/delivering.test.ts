import { Webhook } from 'standardwebhooks';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { revokeKeysOf } from '../../../src/services/access/grant.ts';
import { SCOPES } from '../../../src/services/access/scopes.ts';
import { fanOut } from '../../../src/services/webhooks/actions/fan-out.ts';
import { addEndpoint, removeEndpoint } from '../../../src/services/webhooks/actions/manage.ts';
import { oweRatingEvents } from '../../../src/services/webhooks/actions/owe-ratings.ts';
import { replay } from '../../../src/services/webhooks/actions/replay.ts';
import { sendWebhook } from '../../../src/services/webhooks/actions/send.ts';
import type { WebhookEvent } from '../../../src/services/webhooks/events.ts';
import { reportEvent } from '../../../src/services/webhooks/record-events.ts';
import { WEBHOOK_RULES } from '../../../src/services/webhooks/rules.ts';
import type { Message } from '../../../src/services/webhooks/target/post.ts';
import { type ApiRig, apiRig, givenFilling } from '../../adapters/api/calling.ts';
import { givenGrant } from '../access/given.ts';

let rig: ApiRig;
beforeAll(async () => {
  rig = await apiRig();
  await givenGrant(
    { ...rig.app, clock: rig.clock },
    { applicationId: 'app_hooks', providerId: rig.cast.providerId },
  );
});
afterAll(() => rig[Symbol.asyncDispose]());
beforeEach(() =>
  rig.app.database.change([
    Prisma.sql`DELETE FROM webhook_endpoint`,
    Prisma.sql`DELETE FROM webhook_delivery`,
    Prisma.sql`DELETE FROM delivery`,
    Prisma.sql`DELETE FROM pgboss.job`,
  ]),
);

const by = () => ({ actor: rig.cast.admin, requestId: 'test' });

async function endpoint(events: readonly WebhookEvent['type'][] = ['report.state-changed']) {
  const owner = { applicationId: 'app_hooks', mode: 'LIVE' as const, providerId: rig.cast.providerId };
  const url = 'https://hooks.yuntu.example/baobei';
  const added = await addEndpoint(rig.app, { ...by(), owner, scopes: SCOPES, url, events });
  if ('refused' in added) throw new Error(added.refused);
  return added.ok;
}

const step = (overrides: object = {}) =>
  reportEvent({
    ...{ reportId: 'CR-2026-000001', providerId: rig.cast.providerId, from: 'FILLING', to: 'STORE_CONFIRM' },
    ...{ stateSeq: 4, at: rig.clock.now(), ...overrides },
  });

const NOW = new Date('2026-05-04T02:00:30Z');

/** A system that answers so; keeps what it got. */
function system(...answers: readonly (number | Error)[]) {
  const got: Message[] = [];
  const post = async (message: Message) => {
    const answer = answers[Math.min(got.push(message), answers.length) - 1] ?? 200;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return { got, parts: { post, realNow: () => NOW } };
}

const deliveries = () => rig.app.database.prisma.webhookDelivery.findMany();
const jobs = async (queue: string) =>
  (
    await rig.app.database.query<{ data: unknown }>(
      Prisma.sql`SELECT data FROM pgboss.job WHERE name = ${queue}`,
    )
  ).map(({ data }) => data);
const only = async () => {
  const [delivery, ...others] = await deliveries();
  if (!delivery || others.length > 0) throw new Error('Not exactly one delivery.');
  return delivery;
};

describe('a change of a report', () => {
  it('is owed to a system that listens, in the transaction of the change', async () => {
    await endpoint();
    const id = await givenFilling(rig);
    const owed = (await jobs('webhook-event')) as readonly WebhookEvent[];
    expect(owed.map(({ data }) => [data.from, data.to])).toEqual([
      ['DRAFT', 'REQUESTED'],
      ['REQUESTED', 'FILLING'],
    ]);
    expect(new Set(owed.map(({ data }) => data.reportId))).toEqual(new Set([id]));
  });

  it('owes nothing where nobody listens', async () => {
    await givenFilling(rig);
    expect(await jobs('webhook-event')).toEqual([]);
  });
});

describe('an event', () => {
  it('becomes one message for each system that listens to it, however often it is owed', async () => {
    await endpoint();
    await endpoint(['rating.published']);
    await fanOut(rig.app, step());
    await fanOut(rig.app, step());
    expect(JSON.parse((await only()).payload)).toEqual({
      type: 'report.state-changed',
      timestamp: '2026-05-04T02:00:00.000Z',
      data: { reportId: 'CR-2026-000001', from: 'FILLING', to: 'STORE_CONFIRM', stateSeq: 4 },
    });
  });

  it.each([
    ['of another provider', { providerId: 'prv_other' }, 0],
    ['of this one', {}, 1],
  ])('%s', async (_whose, overrides, count) => {
    await endpoint();
    await fanOut(rig.app, step(overrides));
    expect(await deliveries()).toHaveLength(count);
  });

  it('of a published rating is owed once it is on record, and not again', async () => {
    await endpoint(['rating.published']);
    const { database } = rig.app;
    await database.change([
      Prisma.sql`INSERT INTO rating_cycle (quarter, published_at) VALUES ('2026-Q1', ${rig.clock.now()}) ON CONFLICT DO NOTHING`,
      Prisma.sql`UPDATE provider_rating SET quarter = '2026-Q1', published = 66.49 WHERE provider_id = ${rig.cast.providerId}`,
    ]);
    await oweRatingEvents(rig.app);
    const [event] = (await jobs('webhook-event')) as readonly WebhookEvent[];
    expect(event?.data).toEqual({ quarter: '2026-Q1', level: '4', published: 66.49 });
    if (event) await fanOut(rig.app, event);
    await database.query(Prisma.sql`DELETE FROM pgboss.job`);
    await oweRatingEvents(rig.app);
    expect(await jobs('webhook-event')).toEqual([]);
  });

  it('is not sent any more once the keys of the application have ended', async () => {
    await endpoint();
    await rig.app.database.change(revokeKeysOf('app_hooks', rig.clock.now()));
    await fanOut(rig.app, step());
    expect(await deliveries()).toEqual([]);
    await givenGrant(
      { ...rig.app, clock: rig.clock },
      { applicationId: 'app_hooks', providerId: rig.cast.providerId },
    );
  });
});

describe('a message', () => {
  it('is signed by the Standard Webhooks scheme, with the time of the real clock', async () => {
    const { secret } = await endpoint();
    await fanOut(rig.app, step());
    const { id } = await only();
    const { got, parts } = system(200);
    await sendWebhook(rig.app, id, parts);
    const [message] = got;
    expect(message?.headers).toMatchObject({ 'webhook-id': id, 'webhook-timestamp': '1777860030' });
    expect(message?.headers['webhook-signature']).toBe(
      new Webhook(secret).sign(id, NOW, message?.body ?? ''),
    );
    expect(await only()).toMatchObject({ state: 'DELIVERED', attempts: 1, outcome: '200' });
  });

  it.each([
    ['an error', 500, '500'],
    ['a redirect', 302, '302'],
    ['no answer', new Error('connect ECONNREFUSED'), 'connect ECONNREFUSED'],
  ])('that meets %s stays owed under its id, and goes through later', async (_what, answer, outcome) => {
    await endpoint();
    await fanOut(rig.app, step());
    const { id } = await only();
    const { got, parts } = system(answer, 204);
    await expect(sendWebhook(rig.app, id, parts)).rejects.toThrow('hooks.yuntu.example');
    expect(await only()).toMatchObject({ state: 'PENDING', attempts: 1, outcome });
    await sendWebhook(rig.app, id, parts);
    expect(await only()).toMatchObject({ state: 'DELIVERED', attempts: 2 });
    expect(new Set(got.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([id]));
  });

  it('that was taken is not sent again, should its job come twice', async () => {
    await endpoint();
    await fanOut(rig.app, step());
    const { id } = await only();
    const { got, parts } = system(200);
    await sendWebhook(rig.app, id, parts);
    await sendWebhook(rig.app, id, parts);
    expect(got).toHaveLength(1);
  });

  it('is dead after its last attempt, and the administrators are told privately', async () => {
    const { id: endpointId } = await endpoint();
    await fanOut(rig.app, step());
    const { id } = await only();
    const { parts } = system(503);
    for (let attempt = 1; attempt < WEBHOOK_RULES.mostAttempts; attempt += 1) {
      await expect(sendWebhook(rig.app, id, parts)).rejects.toThrow('503');
    }
    await sendWebhook(rig.app, id, parts);
    expect(await only()).toMatchObject({ state: 'DEAD', attempts: WEBHOOK_RULES.mostAttempts });
    const told = await rig.app.database.prisma.delivery.findMany();
    expect(told.map(({ receiver, subject, view }) => [receiver, subject, view])).toEqual([
      [rig.cast.admin.principalId, endpointId, 'webhook'],
    ]);
  });

  it('can be sent again when it is over, but not while it is on its way', async () => {
    await endpoint();
    await fanOut(rig.app, step());
    const { id } = await only();
    expect(await replay(rig.app, { ...by(), deliveryId: id })).toMatchObject({
      refused: 'access.delivery-pending',
    });
    const { got, parts } = system(200);
    await sendWebhook(rig.app, id, parts);
    const replays = await Promise.all([
      replay(rig.app, { ...by(), deliveryId: id }),
      replay(rig.app, { ...by(), deliveryId: id }),
    ]);
    expect(replays.filter((each) => 'ok' in each)).toHaveLength(1);
    await sendWebhook(rig.app, id, parts);
    expect(got).toHaveLength(2);
  });

  it('to an address that was removed is sent no more', async () => {
    const { id: endpointId } = await endpoint();
    await fanOut(rig.app, step());
    const { id } = await only();
    expect(await removeEndpoint(rig.app, { ...by(), endpointId })).toMatchObject({ ok: { id: endpointId } });
    expect(await removeEndpoint(rig.app, { ...by(), endpointId })).toMatchObject({
      refused: 'access.endpoint-unknown',
    });
    const { got, parts } = system(200);
    await sendWebhook(rig.app, id, parts);
    expect(got).toEqual([]);
  });
});

describe('an address', () => {
  it.each([
    ['events that the key may not know', { scopes: [] }, 'access.webhook-scope'],
    ['a machine of one’s own', { url: 'https://10.0.0.8/' }, 'access.webhook-address'],
    [
      'somebody who does not administer the provider',
      { actor: { principalId: 'x', memberships: [] } },
      'people.role-needed',
    ],
  ])('is refused for %s', async (_what, overrides, refused) => {
    const owner = { applicationId: 'app_hooks', mode: 'LIVE' as const, providerId: rig.cast.providerId };
    const url = 'https://hooks.yuntu.example/';
    const events = ['report.state-changed'] as const;
    const added = await addEndpoint(rig.app, { ...by(), owner, scopes: SCOPES, url, events, ...overrides });
    expect(added).toMatchObject({ refused });
  });

  it('is one of five at most', async () => {
    for (let added = 0; added < WEBHOOK_RULES.mostEndpoints; added += 1) await endpoint();
    await expect(endpoint()).rejects.toThrow('access.too-many-webhooks');
  });
});
