import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { applyEvent } from '../../../src/reports/actions/apply.ts';
import { givenLevel } from '../../services/access/given.ts';
import { PDF } from '../../support/app.ts';
import { revisionValues, seedCast } from '../../support/cast.ts';
import { type ApiRig, apiRig, givenFilling } from './calling.ts';

let rig: ApiRig;
beforeAll(async () => {
  rig = await apiRig();
});
afterAll(() => rig[Symbol.asyncDispose]());

const PDF_FILE = { body: Buffer.from(PDF), headers: { 'content-type': 'application/pdf' } };

describe('a report', () => {
  it('is filled in and submitted by a key, as by the person who took the key', async () => {
    const { call, cast, driver, app } = rig;
    const id = await givenFilling(rig);
    const saved = await call('PATCH', `/reports/${id}/draft`, { body: revisionValues(cast) });
    expect([saved.statusCode, saved.json().problems]).toEqual([200, []]);
    expect(saved.json().blanks).toEqual(['evidence']);
    const attached = await call('POST', `/reports/${id}/evidence?name=contract.pdf`, PDF_FILE);
    expect([attached.statusCode, attached.json().mediaType]).toEqual([201, 'application/pdf']);
    const { stateSeq } = (await call('GET', `/reports/${id}`)).json();
    const submitted = await call('POST', `/reports/${id}/submissions`, { body: { stateSeq } });
    expect(submitted.statusCode).toBe(201);
    expect(submitted.json()).toMatchObject({ state: 'STORE_CONFIRM', revision: 1, blanks: [] });
    const { report } = await driver.load(id);
    expect(report.revisionEditors).toEqual([cast.admin.principalId]);
    const [event] = await app.database.query<{ actor: string; request_id: string }>(Prisma.sql`
      SELECT actor, request_id FROM audit_event WHERE object_id = ${id} AND action = 'report.T5'`);
    expect(event?.actor).toBe(cast.admin.principalId);
    expect(event?.request_id).toMatch(/^api:key_\w+:/);
  });

  it('that was submitted by a key cannot be confirmed by the person who took it (SOD-1)', async () => {
    const { call, cast, driver, app } = rig;
    const id = await givenFilling(rig);
    await call('PATCH', `/reports/${id}/draft`, { body: { ...revisionValues(cast), contractNo: 'HT-2' } });
    await call('POST', `/reports/${id}/evidence?name=contract.pdf`, PDF_FILE);
    const { stateSeq } = (await call('GET', `/reports/${id}`)).json();
    expect((await call('POST', `/reports/${id}/submissions`, { body: { stateSeq } })).statusCode).toBe(201);
    const { report } = await driver.load(id);
    const actor = {
      ...cast.admin,
      memberships: [...cast.admin.memberships, ...cast.owner.memberships],
    };
    const confirmed = await applyEvent(
      app,
      { reportId: id, stateSeq: null, actor, requestId: null, channel: 'test' },
      { type: 'confirm', clickedHash: report.revisionHash ?? '', naTicks: [], typedName: 'Both' },
    );
    expect(confirmed).toMatchObject({ refused: 'people.editor-may-not-confirm' });
  });

  it('keeps what is wrong, and names it in the language that was asked for', async () => {
    const id = await givenFilling(rig);
    const saved = await rig.call('PATCH', `/reports/${id}/draft`, {
      body: { contractNo: 'x', dataAccess: 'main account' },
      headers: { 'accept-language': 'zh-CN,en;q=0.5' },
    });
    const { draft, problems } = saved.json();
    expect(draft).toMatchObject({ contractNo: 'x', dataAccess: 'main account' });
    expect(problems.map(({ field }: { field: string }) => field).sort()).toEqual([
      'contractNo',
      'dataAccess',
    ]);
    expect(problems[0].detail).toMatch(/[一-龥]/);
  });

  it('with blanks is not submitted, and every blank is named', async () => {
    const id = await givenFilling(rig);
    const refused = await rig.call('POST', `/reports/${id}/submissions`, { body: { stateSeq: 3 } });
    expect(refused.statusCode).toBe(422);
    expect(refused.json().errors.length).toBeGreaterThan(25);
    expect(refused.json()).toMatchObject({
      code: 'fields.blank',
      errors: expect.arrayContaining([expect.objectContaining({ field: 'QS01.target' })]),
    });
  });

  it('of an older state is not submitted', async () => {
    const id = await givenFilling(rig);
    const late = await rig.call('POST', `/reports/${id}/submissions`, { body: { stateSeq: 2 } });
    expect([late.statusCode, late.json().code]).toEqual([409, 'reports.already-decided']);
  });

  it('is listed from the newest on, page by page, without repeating or missing one', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await rig.call('GET', `/reports?limit=2${cursor === '' ? '' : `&cursor=${cursor}`}`);
      expect(page.statusCode).toBe(200);
      seen.push(...page.json().items.map(({ id }: { id: string }) => id));
      cursor = page.json().nextCursor;
    }
    const all = (await rig.call('GET', '/reports?limit=100')).json().items;
    expect(seen).toEqual(all.map(({ id }: { id: string }) => id));
    expect(seen).toEqual(seen.toSorted().toReversed());
  });

  it('that its store has not sent is not there', async () => {
    const id = await rig.driver.draft();
    expect((await rig.call('GET', `/reports/${id}`)).json().code).toBe('reports.unknown');
    expect((await rig.call('GET', '/reports')).body).not.toContain(id);
  });

  it('of another provider is not there', async () => {
    const id = await givenFilling(rig);
    const { providerId, admin } = await seedCast(rig.app.database, { tag: 'b' });
    await givenLevel(rig.app.database, providerId, '4');
    const other = await rig.as({ providerId }, admin);
    expect((await other('GET', `/reports/${id}`)).json().code).toBe('reports.unknown');
    expect((await other('GET', '/reports')).json().items).toEqual([]);
    const saved = await other('PATCH', `/reports/${id}/draft`, { body: { contractNo: 'HT-9' } });
    expect(saved.json().code).toBe('reports.unknown');
  });

  it('shows whom to reach at the store only to a key that may know it', async () => {
    const id = await givenFilling(rig);
    const without = await rig.as({ scopes: ['reports:read'] });
    expect((await without('GET', `/reports/${id}`)).json()).not.toHaveProperty('contacts');
    expect((await rig.call('GET', `/reports/${id}`)).json().contacts.names).toHaveLength(1);
  });
});
