import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verify } from '../../src/audit/verify/verify.ts';
import type { TypedOrganisation } from '../../src/directory/actions/organisation-fields.ts';
import {
  createProvider,
  createStore,
  registerOrganisation,
} from '../../src/directory/actions/register-organisation.ts';
import { findProvider, findStore } from '../../src/directory/records/organisation.ts';
import { searchProviders } from '../../src/directory/search/search.ts';
import { ROLES } from '../../src/people/principal.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { refusalsOf } from '../../src/result.ts';
import { bothDatabases } from '../support/database.ts';
import { actor, depsOn } from './given.ts';

const organisation = (overrides: Partial<TypedOrganisation> = {}): TypedOrganisation => ({
  kind: 'PROVIDER',
  name: '远帆电商',
  legalEntity: '杭州远帆电子商务有限公司',
  categories: ['TOYS'],
  recognisedUntil: '2027-05-31',
  ...overrides,
});

describe.each(await bothDatabases())('registering an organisation on $name', ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  const lead = actor('STAFF_LEAD', 'platform');
  const register = (typed: TypedOrganisation, by = lead) =>
    registerOrganisation(depsOnce(), { actor: by, requestId: 'slack:register', organisation: typed });
  let counter = 0;
  const depsOnce = () => {
    counter += 1;
    const tag = counter;
    const deps = depsOn(database);
    return { ...deps, ids: { next: (prefix: string) => `${deps.ids.next(prefix)}_${tag}` } };
  };

  it('puts a provider on record, to be found at once', async () => {
    const made = await register(organisation());
    if ('refused' in made) throw new Error(made.refused);
    expect(await findProvider(depsOnce(), made.ok.id)).toMatchObject({
      name: '远帆电商',
      legalEntity: '杭州远帆电子商务有限公司',
      country: 'CN',
      timeZone: 'Asia/Shanghai',
      categories: ['TOYS'],
      recognisedUntil: '2027-05-31',
      standing: 'recognised',
      items: [],
      qualifications: [],
    });
    const found = await searchProviders(depsOnce(), { text: '远帆电子' });
    expect('ok' in found && found.ok.found.map(({ id }) => id)).toEqual([made.ok.id]);
    expect((await verify(database)).finding).toBeNull();
  });

  it('puts a store on record under the same name, for it is another kind', async () => {
    const { kind, recognisedUntil, ...typed } = organisation();
    const made = await createStore(depsOnce(), { actor: lead, requestId: 'slack:x', organisation: typed });
    expect('ok' in made && (await findStore(depsOnce(), made.ok.id))).toMatchObject({ name: '远帆电商' });
    expect([kind, recognisedUntil]).toHaveLength(2);
  });

  it.each(['杭州远帆电子商务有限公司', '杭州远帆电子商务股份有限公司', ' 杭州 远帆（电子商务）'])(
    'refuses a legal entity that is there already, also as “%s”',
    async (legalEntity) => {
      expect(await register(organisation({ name: 'Another name', legalEntity }))).toMatchObject({
        refused: 'directory.organisation-exists',
        field: 'legalEntity',
        data: { name: '远帆电商' },
      });
    },
  );

  it('takes one of several who register the same company at the same moment', async () => {
    const typed = organisation({ name: 'Race', legalEntity: 'Race Pte Ltd' });
    const results = await Promise.all(Array.from({ length: 6 }, () => register(typed)));
    expect(results.filter((result) => 'ok' in result)).toHaveLength(1);
  });

  it('names everything that is wrong, each beside its input', async () => {
    const { kind: _, ...wrong } = organisation({
      name: '…',
      legalEntity: 'x'.repeat(101),
      country: 'China',
      timeZone: 'Peking',
      categories: ['CARS'],
      recognisedUntil: '2026-02-30',
    });
    const refused = await createProvider(depsOnce(), {
      actor: lead,
      requestId: 'slack:x',
      organisation: wrong,
    });
    expect(
      'refused' in refused && refusalsOf(refused).map(({ refused: code, field }) => `${field}: ${code}`),
    ).toEqual([
      'name: directory.text-missing',
      'legalEntity: directory.text-too-long',
      'country: directory.country-unknown',
      'timeZone: directory.zone-unknown',
      'categories: directory.category-unknown',
      'recognisedUntil: fields.no-such-date',
    ]);
  });

  it.each(ROLES.filter((role) => role !== 'STAFF_LEAD'))('is not for a %s', async (role) => {
    const typed = organisation({ legalEntity: `Not for ${role}` });
    const refused = await register(typed, actor(role, role.startsWith('STORE') ? 'st_1' : 'prv_1'));
    expect(refused).toHaveProperty('refused');
  });
});
