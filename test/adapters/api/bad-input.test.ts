import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DatabaseUnavailable } from '../../../src/platform/database/errors.ts';
import { newKey } from '../../../src/services/access/key.ts';
import { type ApiRig, apiRig, type Caller, givenFilling } from './calling.ts';

let rig: ApiRig;
let reportId: string;
beforeAll(async () => {
  rig = await apiRig();
  reportId = await givenFilling(rig);
});
afterAll(() => rig[Symbol.asyncDispose]());

const ITEM = { name: 'Design', scope: 'DESIGN', description: 'Shop windows.' };
const file = (body: Buffer) => ({ body, headers: { 'content-type': 'application/octet-stream' } });

describe('what is wrong with a request is told by status, code and field', () => {
  it.each<[string, (call: Caller) => ReturnType<Caller>, number, string, string | undefined]>([
    [
      'an unknown field',
      (call) => call('POST', '/items', { body: { ...ITEM, colour: 'red' } }),
      400,
      'access.field-unknown',
      'colour',
    ],
    ['an unknown filter', (call) => call('GET', '/items?sort=name'), 400, 'access.field-unknown', 'sort'],
    [
      'an input that no form has',
      (call) => call('PATCH', `/reports/${reportId}/draft`, { body: { fee: '1' } }),
      400,
      'access.field-unknown',
      'fee',
    ],
    [
      'a value of another type',
      (call) => call('POST', '/items', { body: { ...ITEM, offered: 'yes' } }),
      400,
      'access.request-invalid',
      'offered',
    ],
    ['no body', (call) => call('POST', '/items'), 400, 'access.request-invalid', 'body'],
    [
      'a body that is no JSON',
      (call) => call('POST', '/items', { body: '{', headers: { 'content-type': 'application/json' } }),
      400,
      'access.request-invalid',
      undefined,
    ],
    [
      'a body of another type',
      (call) => call('POST', '/items', { body: 'x', headers: { 'content-type': 'text/plain' } }),
      415,
      'access.media-type',
      undefined,
    ],
    [
      'a body over its limit',
      (call) => call('POST', '/items', { body: { ...ITEM, description: 'x'.repeat(1_100_000) } }),
      413,
      'access.body-too-large',
      undefined,
    ],
    [
      'a text that is too long',
      (call) => call('POST', '/items', { body: { ...ITEM, name: 'x'.repeat(61) } }),
      422,
      'directory.text-too-long',
      'name',
    ],
    [
      'a file over its limit',
      (call) =>
        call('POST', `/reports/${reportId}/evidence?name=a.pdf`, file(Buffer.alloc(20 * 2 ** 20 + 1))),
      422,
      'reports.evidence-too-large',
      'evidence',
    ],
    [
      'a file that is none of ours',
      (call) => call('POST', `/reports/${reportId}/evidence?name=a.pdf`, file(Buffer.from('MZ'))),
      422,
      'reports.evidence-wrong-type',
      'evidence',
    ],
    [
      'an empty file',
      (call) => call('POST', `/reports/${reportId}/evidence?name=a.pdf`, file(Buffer.alloc(0))),
      422,
      'reports.evidence-wrong-type',
      'evidence',
    ],
    [
      'a cursor of one’s own making',
      (call) => call('GET', '/items?cursor=e30'),
      400,
      'access.cursor-unknown',
      'cursor',
    ],
    [
      'a cursor that is no text',
      (call) => call('GET', '/reports?cursor=%ff%fe'),
      400,
      'access.cursor-unknown',
      'cursor',
    ],
    [
      'an item that is not there',
      (call) => call('DELETE', '/items/it_none?version=1'),
      404,
      'directory.item-not-found',
      undefined,
    ],
    [
      'a report that is not there',
      (call) => call('GET', '/reports/CR-2026-999999'),
      404,
      'reports.unknown',
      undefined,
    ],
    [
      'an address that is not there',
      (call) => call('GET', '/nothing'),
      404,
      'access.nothing-here',
      undefined,
    ],
    [
      'a write without its idempotency key',
      (call) => call('POST', '/items', { body: ITEM, once: '' }),
      400,
      'access.idempotency-missing',
      'Idempotency-Key',
    ],
    [
      'a file of months that is none',
      (call) =>
        call('POST', '/store-months', { body: 'a,b\n1,2\n', headers: { 'content-type': 'text/csv' } }),
      422,
      'ratings.import-columns-missing',
      'file',
    ],
  ])('%s', async (_what, ask, status, code, field) => {
    const answer = await ask(rig.call);
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.json().errors?.[0]?.field).toBe(field);
  });

  it.each([
    ['no key', {}],
    ['a key that nobody has', { authorization: `Bearer ${newKey('LIVE')}` }],
    ['a key with a typing mistake', { authorization: `Bearer ${newKey('LIVE').slice(0, -1)}!` }],
    ['another way to log in', { authorization: 'Basic YTpi' }],
  ])('%s', async (_what, headers) => {
    const answer = await rig.server.inject({ url: '/api/v1/items', headers });
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'access.key-unknown']);
    expect(answer.headers['www-authenticate']).toBe('Bearer');
  });

  it('a scope that the key has not', async () => {
    const call = await rig.as({ scopes: ['items:read'] });
    const refused = await call('POST', '/items', { body: ITEM });
    expect([refused.statusCode, refused.json().detail]).toEqual([
      403,
      expect.stringContaining('items:write'),
    ]);
  });

  it.each([
    ['203.0.113.7', 200],
    ['::ffff:203.0.113.7', 200],
    ['198.51.100.9', 200],
    ['198.51.101.9', 403],
    ['2001:db8::1', 403],
  ])('an address that is not on the list of the application: %s', async (from, status) => {
    const call = await rig.as({ allowedIps: ['203.0.113.7', '198.51.100.0/24', 'not an address'] });
    expect((await call('GET', '/items', { from })).statusCode).toBe(status);
  });

  it('no address keeps a sandbox key out: it reaches nothing but its sample', async () => {
    const call = await rig.as({ mode: 'SANDBOX', allowedIps: ['203.0.113.7'] });
    expect((await call('GET', '/items', { from: '198.51.101.9' })).statusCode).toBe(200);
  });

  it('more requests than a key has within a minute', async () => {
    await using few = await apiRig({ limits: { perKey: 2, perAddress: 50 } });
    const answers = [];
    for (let asked = 0; asked < 3; asked += 1) answers.push(await few.call('GET', '/items'));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 429]);
    expect(answers[2]?.json().code).toBe('access.too-many-requests');
    expect(Number(answers[2]?.headers['retry-after'])).toBeGreaterThan(0);
    const another = await few.as({});
    expect((await another('GET', '/items')).statusCode).toBe(200);
  });

  it('a record that cannot be reached, with the advice to try again', async () => {
    const { database } = rig.app;
    const { query } = database;
    Object.assign(database, { query: () => Promise.reject(new DatabaseUnavailable('away', null)) });
    const answer = await rig.call('GET', '/items');
    Object.assign(database, { query });
    expect([answer.statusCode, answer.headers['retry-after']]).toEqual([503, '5']);
  });
});
