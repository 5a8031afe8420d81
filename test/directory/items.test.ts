import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { historyOf } from '../../src/audit/history.ts';
import { verify } from '../../src/audit/verify/verify.ts';
import { addItem } from '../../src/directory/actions/items/add-item.ts';
import { editItem, retireItem } from '../../src/directory/actions/items/edit-item.ts';
import { type ItemDeps, MOST_ITEMS } from '../../src/directory/actions/items/item-change.ts';
import type { TypedItem } from '../../src/directory/actions/items/item-fields.ts';
import { findItem } from '../../src/directory/records/items.ts';
import { findProvider } from '../../src/directory/records/organisation.ts';
import { ROLES } from '../../src/people/principal.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { Prisma } from '../../src/platform/database/generated/client.ts';
import { refusalsOf } from '../../src/result.ts';
import { bothDatabases } from '../support/database.ts';
import { actor, depsOn, givenProviders, NOW } from './given.ts';

const ADMIN = actor('PROVIDER_ADMIN', 'prv_1');

const item = (overrides: Partial<TypedItem> = {}): TypedItem => ({
  name: '店铺代运营',
  scope: 'OPERATIONS',
  description: 'Runs the store day by day.',
  offered: true,
  ...overrides,
});

describe.each(await bothDatabases())('service items on $name', ({ open, name: databaseName }) => {
  let database: Database;
  let deps: ItemDeps;
  beforeAll(async () => {
    database = await open();
    deps = depsOn(database);
    await givenProviders(
      database,
      { id: 'prv_1', name: '云图' },
      { id: 'prv_2', name: '云海' },
      { id: 'full', name: '满' },
    );
  });
  afterAll(() => database[Symbol.asyncDispose]());

  let requests = 0;
  const request = () => {
    requests += 1;
    return { actor: ADMIN, requestId: `slack:items-${requests}` };
  };

  /** An item on record with a name of its own; returns its id. */
  async function given(name: string): Promise<string> {
    const added = await addItem(deps, { ...request(), providerId: 'prv_1', item: item({ name }) });
    if ('refused' in added) throw new Error(added.refused);
    return added.ok.id;
  }

  it('are added, changed and retired, each an event of the provider', async () => {
    const itemId = await given('First');
    const changed = await editItem(deps, {
      ...request(),
      itemId,
      version: 1,
      item: item({ name: 'First, better' }),
    });
    const retired = await retireItem(deps, { ...request(), itemId, version: 2 });
    expect([changed, retired]).toEqual([{ ok: { version: 2 } }, { ok: { version: 3 } }]);
    expect(await findItem(deps, itemId)).toMatchObject({
      name: 'First, better',
      offered: false,
      version: 3,
      updatedAt: NOW,
    });
    const { entries } = await historyOf({ database }, { objectType: 'provider', objectId: 'prv_1' });
    expect(entries.map(({ action, actor: by }) => [action, by?.id]).slice(0, 3)).toEqual([
      ['provider.item-retired', 'pr_1'],
      ['provider.item-changed', 'pr_1'],
      ['provider.item-added', 'pr_1'],
    ]);
    expect((await verify(database)).finding).toBeNull();
  });

  it.each([
    { field: 'name', typed: { name: ' 😀 ' }, code: 'directory.text-missing' },
    { field: 'name', typed: { name: 'x'.repeat(61) }, code: 'directory.text-too-long' },
    { field: 'description', typed: { description: '' }, code: 'directory.text-missing' },
    { field: 'description', typed: { description: '云'.repeat(501) }, code: 'directory.text-too-long' },
    { field: 'scope', typed: { scope: 'EVERYTHING' }, code: 'directory.scope-unknown' },
  ])('with a wrong $field are refused beside it: $code', async ({ field, typed, code }) => {
    const added = await addItem(deps, { ...request(), providerId: 'prv_1', item: item(typed) });
    expect(added).toMatchObject({ refused: code, field });
  });

  it('name everything that is wrong at once', async () => {
    const added = await addItem(deps, {
      ...request(),
      providerId: 'prv_1',
      item: item({ name: '', scope: '', description: '-' }),
    });
    expect('refused' in added && refusalsOf(added).map(({ field }) => field)).toEqual([
      'name',
      'description',
      'scope',
    ]);
  });

  it('keep what people typed as it is, but for what no database can hold', async () => {
    const itemId = await given('<!channel> *x* \0 %_ \u202eabc 👩‍👩‍👧');
    expect((await findItem(deps, itemId))?.name).toBe('<!channel> *x* %_ \u202eabc 👩‍👩‍👧');
  });

  it('on offer have different names; a retired one gives its name free', async () => {
    const first = await given('Twice');
    const again = () => addItem(deps, { ...request(), providerId: 'prv_1', item: item({ name: 'Twice' }) });
    expect(await again()).toMatchObject({ refused: 'directory.item-name-taken', field: 'name' });
    await retireItem(deps, { ...request(), itemId: first, version: 1 });
    expect(await again()).toHaveProperty('ok');
    const back = await editItem(deps, {
      ...request(),
      itemId: first,
      version: 2,
      item: item({ name: 'Twice' }),
    });
    expect(back).toMatchObject({ refused: 'directory.item-name-taken' });
  });

  it.each(ROLES.filter((role) => role !== 'PROVIDER_ADMIN'))('are not for a %s to change', async (role) => {
    const itemId = await given(`Not for ${role}`);
    const by = { actor: actor(role, 'prv_1'), requestId: 'slack:no' };
    for (const refused of [
      await addItem(deps, { ...by, providerId: 'prv_1', item: item() }),
      await editItem(deps, { ...by, itemId, version: 1, item: item() }),
      await retireItem(deps, { ...by, itemId, version: 1 }),
    ]) {
      expect(refused).toMatchObject({
        refused: 'people.role-needed',
        data: { rolesNeeded: ['PROVIDER_ADMIN'] },
      });
    }
  });

  it('are not for another provider’s administrator to change', async () => {
    const itemId = await given('Ours');
    const by = { actor: actor('PROVIDER_ADMIN', 'prv_2'), requestId: 'slack:no' };
    expect(await retireItem(deps, { ...by, itemId, version: 1 })).toMatchObject({
      refused: 'people.not-your-organisation',
    });
  });

  it('that are gone or were changed meanwhile are refused, and nothing is written', async () => {
    const itemId = await given('Stale');
    await editItem(deps, { ...request(), itemId, version: 1, item: item({ name: 'Fresh' }) });
    expect(await retireItem(deps, { ...request(), itemId, version: 1 })).toMatchObject({
      refused: 'directory.item-changed',
      data: { name: 'Fresh', at: NOW },
    });
    expect(await retireItem(deps, { ...request(), itemId: 'it_none', version: 1 })).toMatchObject({
      refused: 'directory.item-not-found',
    });
    expect(await findItem(deps, itemId)).toMatchObject({ offered: true, version: 2 });
  });

  it('are changed once by a request that comes twice', async () => {
    const itemId = await given('Replayed');
    const requestId = 'slack:replayed';
    await database.query(Prisma.sql`INSERT INTO incoming (key, payload, received_at, tried_at)
      VALUES (${requestId}, '{}', ${NOW}, ${NOW})`);
    const retire = (version: number) => retireItem(deps, { actor: ADMIN, requestId, itemId, version });
    expect(await retire(1)).toHaveProperty('ok');
    await expect(retire(2)).rejects.toThrow('already-handled');
    expect((await findItem(deps, itemId))?.version).toBe(2);
  });

  it(`of one provider are at most ${MOST_ITEMS}`, async () => {
    await database.query(Prisma.sql`
      INSERT INTO service_item (id, provider_id, name, scope, description, created_at, updated_at)
      SELECT 'full_' || n, 'full', 'Item ' || n, 'DESIGN', 'x', ${NOW}, ${NOW} FROM generate_series(1, ${MOST_ITEMS}) n`);
    const by = { actor: actor('PROVIDER_ADMIN', 'full'), requestId: 'slack:full' };
    expect(await addItem(deps, { ...by, providerId: 'full', item: item() })).toMatchObject({
      refused: 'directory.too-many-items',
    });
    expect((await findProvider(deps, 'full'))?.items).toHaveLength(MOST_ITEMS);
  });

  it('edited by two people at the same moment, twenty times over, take one change each time', async () => {
    const itemId = await given('Contested');
    const rounds = databaseName === 'PostgreSQL' ? 20 : 3;
    for (let version = 1; version <= rounds; version += 1) {
      const results = await Promise.all(
        ['A', 'B', 'C'].map((who) =>
          editItem(deps, {
            ...request(),
            itemId,
            version,
            item: item({ name: `Contested by ${who} ${version}` }),
          }),
        ),
      );
      expect(results.filter((result) => 'ok' in result)).toHaveLength(1);
      for (const result of results)
        if ('refused' in result) expect(result.refused).toBe('directory.item-changed');
    }
    expect((await findItem(deps, itemId))?.version).toBe(rounds + 1);
    expect((await verify(database)).finding).toBeNull();
  });

  it('added by two people at the same moment under one name are one item', async () => {
    const add = () => addItem(deps, { ...request(), providerId: 'prv_1', item: item({ name: 'At once' }) });
    const results = await Promise.all([add(), add(), add()]);
    expect(results.filter((result) => 'ok' in result)).toHaveLength(1);
  });
});
