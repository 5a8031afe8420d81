import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../src/chat/reply.ts';
import { inlines } from '../../../src/chat/text.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { takeKey } from '../../../src/services/access/actions/take-key.ts';
import { accessVocabulary } from '../../../src/services/access/chat/vocabulary.ts';
import { from, said, type Talk, type TestApp, talking, testApp } from '../../chat/talking.ts';
import { givenPeople, givenProviders } from '../../directory/given.ts';
import { testDatabase } from '../../support/database.ts';
import { givenGrant } from './given.ts';

let database: Database;
let app: TestApp;
let talk: Talk;

beforeAll(async () => {
  database = await testDatabase();
  app = testApp(database);
  talk = talking(app, [accessVocabulary]);
  await givenProviders(database, { id: 'prv_1', name: '云图' }, { id: 'prv_2', name: '云海' });
  await givenPeople(database, [
    { user: 'ada', role: 'PROVIDER_ADMIN', at: 'prv_1' },
    { user: 'ben', role: 'PROVIDER_ADMIN', at: 'prv_2' },
    { user: 'cai', role: 'PROVIDER_MEMBER', at: 'prv_1' },
  ]);
});
afterAll(() => database[Symbol.asyncDispose]());
beforeEach(async () => {
  await database.change([
    Prisma.sql`DELETE FROM api_key`,
    Prisma.sql`DELETE FROM api_grant`,
    Prisma.sql`DELETE FROM api_key_link`,
  ]);
  const now = app.clock.now();
  await givenGrant(
    { database, clock: { now: () => now, moveTo: () => {} } },
    { allowedIps: ['203.0.113.7'] },
  );
});

const cardsOf = (reply: Reply<string> | null) =>
  reply?.kind === 'cards' ? reply.cards : reply?.kind === 'card' ? [reply.card] : [];

function press(user: string, reply: Reply<string> | null, label: string) {
  const button = cardsOf(reply)
    .flatMap(({ actions = [] }) => actions)
    .find((each) => each.label.startsWith(label));
  if (!button) throw new Error(`No button ${label}: ${said(reply)}`);
  return talk.handle({ ...from(user), kind: 'click', handle: button.handle });
}

function tokenIn(reply: Reply<string> | null): string {
  const parts = cardsOf(reply).flatMap(({ lead = '' }) => inlines(lead));
  const link =
    parts.flatMap((part) => (typeof part === 'object' && 'link' in part ? [part.link] : []))[0] ?? '';
  expect(link).toMatch(/^https:\/\/bot\.example\/keys\/[\w-]{43}$/);
  return link.slice(link.lastIndexOf('/') + 1);
}

describe('/service keys', () => {
  it('gives a link to a key, lists it, replaces and revokes it', async () => {
    const empty = await talk.type('ada', '/service keys');
    expect(said(empty)).toContain('No key yet');
    expect(said(empty)).toContain('203.0.113.7');
    const token = tokenIn(await press('ada', empty, 'New key'));
    const taken = await takeKey(app, token);
    const listed = await talk.type('ada', '/service keys');
    expect(said(listed)).toContain('taken by ada, not used yet');
    expect(said(listed)).not.toContain('ok' in taken ? taken.ok.key : 'none');
    expect(said(await press('ada', listed, 'Replace'))).toContain('A new live key');
    expect(said(await press('ada', listed, 'Revoke'))).toContain('No key yet');
    expect(said(await press('ada', listed, 'Revoke'))).toContain('does not work any more');
  });

  it('is for those who administer the provider, whoever else presses its buttons', async () => {
    expect(said(await talk.type('cai', '/service keys'))).toContain('provider administrator');
    expect(said(await talk.type('ben', '/service keys'))).toContain('no approved API application');
    const listed = await talk.type('ada', '/service keys');
    expect(said(await press('ben', listed, 'New key'))).not.toContain('/keys/');
    expect(await database.prisma.apiKeyLink.count()).toBe(0);
  });
});

describe('/service webhooks', () => {
  it('says how there come to be any', async () => {
    expect(said(await talk.type('ada', '/service webhooks'))).toContain('POST /api/v1/webhooks');
  });

  it('shows what became of messages, and sends none of another company', async () => {
    const at = app.clock.now();
    await database.change([
      Prisma.sql`INSERT INTO webhook_endpoint (id, application_id, mode, provider_id, url, events, secret, created_by, created_at)
        VALUES ('whe_1', 'app_1', 'LIVE', 'prv_1', 'https://hooks.yuntu.example/a', '{report.state-changed}', 'whsec_', 'ada', ${at})`,
      Prisma.sql`INSERT INTO webhook_delivery (id, endpoint_id, event_id, type, payload, state, attempts, created_at, outcome)
        VALUES ('msg_000001', 'whe_1', 'e', 'report.state-changed', '{}', 'DEAD', 12, ${at}, '503')`,
    ]);
    const shown = await talk.type('ada', '/service webhooks');
    expect(said(shown)).toContain('One message was not taken');
    expect(said(shown)).toContain('a report moved on');
    expect(said(await press('ben', shown, 'Send'))).toContain('provider administrator');
    expect(said(await press('ada', shown, 'Remove'))).toContain('hooks.yuntu.example is removed');
    expect(said(await talk.type('ada', '/service webhooks'))).toContain('No webhooks');
  });
});
