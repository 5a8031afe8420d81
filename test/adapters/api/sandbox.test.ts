import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { PDF } from '../../support/app.ts';
import { revisionValues } from '../../support/cast.ts';
import { type ApiRig, apiRig, type Caller } from './calling.ts';

let rig: ApiRig;
let call: Caller;
beforeAll(async () => {
  rig = await apiRig();
  call = await rig.as({ mode: 'SANDBOX' });
});
afterAll(() => rig[Symbol.asyncDispose]());

const months = (storeId: string) => ({
  body: {
    months: [
      {
        ...{ store_id: storeId, month: '2026-03', gmv_minor: 1_000_000, uv: 5_000, buyers: 90, orders: 100 },
        ...{ refunds_minor: 0, refund_cases: 0, disputes_upheld: 0, on_time: 95, shipped: 100 },
      },
    ],
  },
});

describe('the sandbox', () => {
  it('goes the whole way of a report, by the rules of the record', async () => {
    const [open] = (await call('GET', '/reports?state=FILLING')).json().items;
    const early = await call('POST', `/reports/${open.id}/submissions`, {
      body: { stateSeq: open.stateSeq },
    });
    expect(early.json().code).toBe('fields.blank');
    const saved = await call('PATCH', `/reports/${open.id}/draft`, { body: revisionValues(rig.cast) });
    expect(saved.json().problems).toEqual([]);
    const body = Buffer.from(PDF);
    const headers = { 'content-type': 'application/pdf' };
    expect(
      (await call('POST', `/reports/${open.id}/evidence?name=c.pdf`, { body, headers })).statusCode,
    ).toBe(201);
    const submitted = await call('POST', `/reports/${open.id}/submissions`, {
      body: { stateSeq: open.stateSeq },
    });
    expect(submitted.json()).toMatchObject({ state: 'STORE_CONFIRM', revision: 1 });
    expect((await call('GET', '/reports?state=FILLING')).json().items).toHaveLength(1);
    const late = await call('PATCH', `/reports/${open.id}/draft`, { body: { brands: 'Late' } });
    expect(late.json().code).toBe('reports.revision-frozen');
  });

  it('keeps items, with their versions', async () => {
    const [item] = (await call('GET', '/items')).json().items;
    const { name, scope, description } = item;
    const changed = await call('PUT', `/items/${item.id}`, {
      body: { name, scope, description, version: 1 },
    });
    const late = await call('DELETE', `/items/${item.id}?version=1`);
    expect([changed.json().version, late.json().code]).toEqual([2, 'directory.item-changed']);
  });

  it('serves one store, whose months can be uploaded and corrected', async () => {
    expect((await call('POST', '/store-months', months('st_a'))).json().code).toBe('access.month-not-served');
    const first = await call('POST', '/store-months', months('st_sandbox'));
    const again = await call('POST', '/store-months', months('st_sandbox'));
    expect([first.json(), again.json()]).toEqual([
      { accepted: 1, unchanged: 0 },
      { accepted: 0, unchanged: 1 },
    ]);
    expect((await call('GET', '/store-months')).json().items).toMatchObject([
      { month: '2026-03', version: 1 },
    ]);
  });

  it('is each application’s own', async () => {
    const other = await rig.as({ mode: 'SANDBOX' });
    expect((await other('GET', '/store-months')).json().items).toEqual([]);
  });

  it('loses nothing of what is written at the same time', async () => {
    const names = ['One', 'Two', 'Three'];
    const asked = names.map((name) =>
      call('POST', '/items', { body: { name, scope: 'DESIGN', description: 'At once.' } }),
    );
    expect((await Promise.all(asked)).map(({ statusCode }) => statusCode)).toEqual([201, 201, 201]);
    const kept = (await call('GET', '/items')).json().items.map(({ name }: { name: string }) => name);
    expect(kept).toEqual(expect.arrayContaining(names));
  });

  it('reaches nobody: no report, no message, no event of the record', async () => {
    const [before] = await counts();
    await call('PATCH', `/reports/${(await call('GET', '/reports')).json().items[0].id}/draft`, {
      body: { brands: 'Aurora' },
    });
    expect(await counts()).toEqual([before]);
  });
});

const counts = () =>
  rig.app.database.query(Prisma.sql`SELECT (SELECT count(*)::int FROM report) AS reports,
    (SELECT count(*)::int FROM delivery) AS deliveries, (SELECT count(*)::int FROM audit_event) AS events`);
