import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bothDatabases } from '../../support/database.ts';
import { type ApiRig, apiRig } from './calling.ts';

const item = (name: string) => ({ name, scope: 'DESIGN', description: 'Shop windows.' });

describe.each(await bothDatabases())('an idempotency key on $name', ({ open }) => {
  let rig: ApiRig;
  beforeAll(async () => {
    rig = await apiRig({ database: await open() });
  });
  afterAll(() => rig[Symbol.asyncDispose]());

  const called = async (name: string) =>
    (await rig.app.database.prisma.serviceItem.findMany({ where: { name } })).length;

  it('gets the same answer for the same request, from any key of the application', async () => {
    const first = await rig.call('POST', '/items', { body: item('Same'), once: 'same' });
    const again = await rig.call('POST', '/items', { body: item('Same'), once: 'same' });
    expect([again.statusCode, again.json()]).toEqual([201, first.json()]);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(await called('Same')).toBe(1);
  });

  it.each([
    ['another body', 'POST', '/items', item('Two')],
    ['another address', 'PUT', '/items/it_1', { ...item('One'), version: 1 }],
  ] as const)('is refused for %s', async (_what, method, url, body) => {
    await rig.call('POST', '/items', { body: item('One'), once: 'one' });
    const other = await rig.call(method, url, { body, once: 'one' });
    expect([other.statusCode, other.json().code]).toEqual([422, 'access.idempotency-other']);
    expect(await called('Two')).toBe(0);
  });

  it('of two at once carries one out; the other gets its answer, or is told to wait', async () => {
    const asked = Array.from({ length: 8 }, () =>
      rig.call('POST', '/items', { body: item('Race'), once: 'race' }),
    );
    const answers = await Promise.all(asked);
    const statuses = new Set(answers.map(({ statusCode }) => statusCode));
    expect(statuses).toContain(201);
    expect([...statuses].filter((status) => status !== 201 && status !== 409)).toEqual([]);
    expect(new Set(answers.filter(({ statusCode }) => statusCode === 201).map(({ body }) => body)).size).toBe(
      1,
    );
    expect(await called('Race')).toBe(1);
  });

  it('may be used again where nothing was changed', async () => {
    const refused = await rig.call('POST', '/items', { body: item('x'.repeat(70)), once: 'mended' });
    const mended = await rig.call('POST', '/items', { body: item('Mended'), once: 'mended' });
    expect([refused.statusCode, mended.statusCode]).toEqual([422, 201]);
  });

  it('of a process that died is taken over after a minute', async () => {
    const { prisma } = rig.app.database;
    const first = await rig.call('POST', '/items', { body: item('Died'), once: 'died' });
    await prisma.apiWrite.updateMany({ where: { key: 'died' }, data: { status: null, answer: null } });
    const busy = await rig.call('POST', '/items', { body: item('Died'), once: 'died' });
    expect([first.statusCode, busy.statusCode, busy.json().code]).toEqual([
      201,
      409,
      'access.idempotency-busy',
    ]);
    rig.clock.moveTo('2026-05-04T02:01:01Z');
    const taken = await rig.call('POST', '/items', { body: item('Died'), once: 'died' });
    // The item is there: the second attempt meets the rules, not a second item.
    expect([taken.statusCode, taken.json().code]).toEqual([409, 'directory.item-name-taken']);
    expect(await called('Died')).toBe(1);
  });

  it('is forgotten after a day', async () => {
    await rig.call('POST', '/items', { body: item('Day'), once: 'day' });
    rig.clock.moveTo('2026-05-06T02:00:00Z');
    const later = await rig.call('POST', '/items', { body: item('Another day'), once: 'day' });
    expect(later.statusCode).toBe(201);
    expect(await rig.app.database.prisma.apiWrite.count()).toBe(1);
  });
});
