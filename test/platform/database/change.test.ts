import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../../src/platform/database/database.ts';
import { Conflict } from '../../../src/platform/database/errors.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { bothDatabases } from '../../support/database.ts';

const insertOrganisation = (id: string, name = 'Nordlicht') =>
  Prisma.sql`INSERT INTO organisation (id, kind, name, legal_entity, created_at)
    VALUES (${id}, 'STORE', ${name}, ${name}, now()) RETURNING id`;

/** A compare-and-set: renames only when the name is still the expected one. */
const rename = (id: string, from: string, to: string) => Prisma.sql`
  WITH renamed AS (UPDATE organisation SET name = ${to} WHERE id = ${id} AND name = ${from} RETURNING 1)
  SELECT expect_rows((SELECT count(*) FROM renamed), 1, 'late-click')`;

describe.each(await bothDatabases())('A change on $name', ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  const nameOf = async (id: string) =>
    (await database.prisma.organisation.findUnique({ where: { id } }))?.name;

  it('writes all of its statements and returns the rows of each', async () => {
    const rows = await database.change([insertOrganisation('org_1'), Prisma.sql`SELECT 2 AS two`]);
    expect(rows).toEqual([[{ id: 'org_1' }], [{ two: 2 }]]);
    expect(await nameOf('org_1')).toBe('Nordlicht');
  });

  it('writes nothing when a compare-and-set meets nothing, and says which', async () => {
    const change = database.change([insertOrganisation('org_2'), rename('org_2', 'Somebody else', 'Late')]);
    await expect(change).rejects.toEqual(new Conflict('late-click'));
    expect(await nameOf('org_2')).toBeUndefined();
  });

  it('names the unique constraint that refused', async () => {
    await database.change([insertOrganisation('org_3')]);
    const change = database.change([insertOrganisation('org_4'), insertOrganisation('org_3')]);
    await expect(change).rejects.toMatchObject({ code: 'unique', constraint: 'organisation_pkey' });
    expect(await nameOf('org_4')).toBeUndefined();
  });

  it('names the exclusion constraint that refused', async () => {
    await database.change([
      Prisma.sql`CREATE TABLE shift (place text, period daterange,
      CONSTRAINT shift_no_overlap EXCLUDE USING gist (place WITH =, period WITH &&))`,
    ]);
    const shift = Prisma.sql`INSERT INTO shift VALUES ('desk', '[2026-06-01,2026-07-01)')`;
    await expect(database.change([shift, shift])).rejects.toMatchObject({
      code: 'overlap',
      constraint: 'shift_no_overlap',
    });
  });

  it('fails when a constraint refuses only at commit', async () => {
    await database.change([
      Prisma.sql`CREATE TABLE late (id int,
      CONSTRAINT late_unique UNIQUE (id) DEFERRABLE INITIALLY DEFERRED)`,
    ]);
    const row = Prisma.sql`INSERT INTO late VALUES (1)`;
    await expect(database.change([row, row])).rejects.toMatchObject({
      code: 'unique',
      constraint: 'late_unique',
    });
    expect(await database.query(Prisma.sql`SELECT * FROM late`)).toEqual([]);
  });

  it('lets one of two changes that meet through, and refuses the other', async () => {
    await database.change([insertOrganisation('org_5', 'Before')]);
    const attempts = ['A', 'B', 'C', 'D'].map((to) => database.change([rename('org_5', 'Before', to)]));
    const outcomes = await Promise.allSettled(attempts);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(refused).toEqual(Array(3).fill(new Conflict('late-click')));
  });

  it('passes a defect in a statement on as it is', async () => {
    await expect(database.change([Prisma.sql`SELEC 1`])).rejects.toThrow('42601');
  });

  it('keeps instants to the millisecond, whatever zone they were written in', async () => {
    const instant = new Date('2026-04-30T02:00:00.123Z');
    const [row] = await database.query<{ same: boolean; back: Date }>(
      Prisma.sql`SELECT ${instant}::timestamptz = '2026-04-30T10:00:00.123+08' AS same,
        '2026-04-30T10:00:00.123+08'::timestamptz AS back`,
    );
    expect(row).toEqual({ same: true, back: instant });
  });
});
