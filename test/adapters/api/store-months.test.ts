import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { type ApiRig, apiRig } from './calling.ts';

let rig: ApiRig;
beforeAll(async () => {
  rig = await apiRig();
  const id = await rig.driver.toReview();
  await rig.driver.apply(id, rig.cast.reviewer, { type: 'approve' });
  rig.clock.moveTo('2026-08-10T02:00:00Z');
  await rig.app.database.query(Prisma.sql`UPDATE report SET state = 'ACTIVE' WHERE id = ${id}`);
});
afterAll(() => rig[Symbol.asyncDispose]());

const row = (month: string, changes: object = {}) => ({
  ...{ store_id: rig.cast.storeId, month, gmv_minor: 1_000_000, uv: 5_000, buyers: 90, orders: 100 },
  ...{ refunds_minor: 0, refund_cases: 0, disputes_upheld: 0, on_time: 95, shipped: 100, ...changes },
});
const upload = (...months: readonly object[]) => rig.call('POST', '/store-months', { body: { months } });

describe('months of the stores that a provider serves', () => {
  it('are uploaded, corrected, and listed store by store', async () => {
    expect((await upload(row('2026-06'), row('2026-07'))).json()).toEqual({ accepted: 2, unchanged: 0 });
    expect((await upload(row('2026-07', { gmv_minor: 2_000_000 }))).json()).toEqual({
      accepted: 1,
      unchanged: 0,
    });
    const first = (await rig.call('GET', '/store-months?limit=1')).json();
    expect(first.items).toMatchObject([{ month: '2026-06', version: 1, source: 'UPLOAD' }]);
    const second = (await rig.call('GET', `/store-months?limit=1&cursor=${first.nextCursor}`)).json();
    expect(second.items).toMatchObject([{ month: '2026-07', version: 2, figures: { gmv_minor: 2_000_000 } }]);
    expect(second.nextCursor).toBeNull();
  });

  it.each([
    ['before the cooperation', () => row('2026-05'), 'access.month-not-served'],
    [
      'of a store that is served by others',
      () => row('2026-06', { store_id: 'st_else' }),
      'access.month-not-served',
    ],
    ['that contradicts itself', () => row('2026-06', { shipped: 90 }), 'access.month-rejected'],
  ])('%s are refused, and with them the whole upload', async (_which, wrong, code) => {
    const refused = await upload(row('2026-06', { uv: 6_000 }), wrong());
    expect([refused.statusCode, refused.json().code, refused.json().errors[0].field]).toEqual([
      422,
      code,
      'line 3',
    ]);
    const [june] = (await rig.call('GET', '/store-months')).json().items;
    expect(june.figures.uv).toBe(5_000);
  });

  it('that the platform has from its own feed are not replaced', async () => {
    await rig.app.database.query(
      Prisma.sql`UPDATE store_month SET source = 'FEED' WHERE month = '2026-07-01'`,
    );
    const refused = await upload(row('2026-07'));
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'access.month-on-record']);
  });
});
