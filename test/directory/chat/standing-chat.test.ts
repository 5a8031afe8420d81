import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FormValues } from '../../../src/chat/form.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { directoryVocabulary } from '../../../src/directory/chat/vocabulary.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { createLogger } from '../../../src/platform/logger.ts';
import { openQueue, type Queue } from '../../../src/platform/queue.ts';
import { from, said, type Talk, talking, testApp } from '../../chat/talking.ts';
import { testDatabase } from '../../support/database.ts';
import { givenPeople, givenProviders, givenReport, givenStores } from '../given.ts';

let database: Database;
let queue: Queue;
let talk: Talk;
beforeAll(async () => {
  database = await testDatabase();
  queue = await openQueue(database, createLogger({ level: 'silent' }));
  talk = talking({ ...testApp(database), queue }, [directoryVocabulary]);
  await givenStores(database, { id: 'st_1', name: 'Aurora' });
  await givenProviders(database, { id: 'prv_1', name: '云图电商' }, { id: 'prv_2', name: '云海电商' });
  await givenPeople(database, [
    { user: 'LEAD', role: 'STAFF_LEAD', at: 'platform' },
    { user: 'OTHER', role: 'STAFF_LEAD', at: 'platform' },
    { user: 'REVIEWER', role: 'STAFF_REVIEWER', at: 'platform' },
    { user: 'ADMIN', role: 'PROVIDER_ADMIN', at: 'prv_1' },
  ]);
});
beforeEach(() =>
  database.change([
    Prisma.sql`DELETE FROM form_draft`,
    Prisma.sql`DELETE FROM qualification`,
    Prisma.sql`UPDATE provider SET recognised_until = '2027-12-31', barred_at = NULL, watched_until = NULL,
      deposit_available_minor = 1000000`,
    Prisma.sql`INSERT INTO qualification (id, provider_id, kind, valid_until)
      VALUES ('ql_1', 'prv_1', 'LICENCE', '2028-06-30')`,
  ]),
);
afterAll(async () => {
  await queue[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const open = (user = 'LEAD', name = 'prv_1') => talk.type(user, `/staff standing ${name}`);

function valuesOf(reply: Reply<string> | null): FormValues {
  if (reply?.kind !== 'form') throw new Error(`No form was opened: ${said(reply)}`);
  return Object.fromEntries(
    reply.page.fields.flatMap((field) => (field.kind === 'note' ? [] : [[field.name, initialOf(field)]])),
  );
}
const initialOf = (field: object): string =>
  'initial' in field && typeof field.initial === 'string' ? field.initial : '';

async function save(changes: FormValues, user = 'LEAD'): Promise<Reply<string> | null> {
  const form = await open(user);
  return talk.submit(user, form, { ...valuesOf(form), ...changes });
}

describe('/staff standing', () => {
  it('opens with what is on record', async () => {
    expect(valuesOf(await open('LEAD', '云图'))).toEqual({
      recognisedUntil: '2027-12-31',
      barred: 'NO',
      reason: '',
      deposit: '10000.00',
      licenceUntil: '2028-06-30',
      authorisationUntil: '',
      watchedUntil: '',
    });
  });

  it('keeps every fact, and shows how it stands and how to change it again', async () => {
    const saved = await save({
      recognisedUntil: '2028年3月31日',
      deposit: '¥60,000',
      licenceUntil: '',
      authorisationUntil: '2029-01-31',
      watchedUntil: '2026-12-31',
    });
    expect(saved?.kind).toBe('closed');
    expect(said(saved)).toContain('Deposit available: 60,000.00 CNY');
    expect(said(saved)).toContain('Watched until: 2026-12-31');
    expect(said(saved)).toContain('/staff standing prv_1');
    expect(valuesOf(await open())).toMatchObject({
      recognisedUntil: '2028-03-31',
      deposit: '60000.00',
      licenceUntil: '',
      authorisationUntil: '2029-01-31',
      watchedUntil: '2026-12-31',
    });
    expect(await database.prisma.qualification.findMany()).toMatchObject([{ kind: 'AUTHORISATION' }]);
    expect(await database.prisma.formDraft.count()).toBe(0);
  });

  it('bars with a reason, and lets in again with one', async () => {
    expect(await save({ barred: 'YES' })).toMatchObject({
      kind: 'field-errors',
      errors: { reason: expect.stringContaining('at least one word') },
    });
    expect((await save({ barred: 'YES', reason: 'Forged contract' }))?.kind).toBe('closed');
    expect(said(await talk.type('ADMIN', '/provider show prv_1'))).toContain('Barred from new reports');
    // What stays as it is needs no reason again.
    expect((await save({ deposit: '1' }))?.kind).toBe('closed');
    expect((await save({ barred: 'NO' }))?.kind).toBe('field-errors');
    expect((await save({ barred: 'NO', reason: 'Appeal upheld' }))?.kind).toBe('closed');
    expect(said(await talk.type('ADMIN', '/provider show prv_1'))).toContain('Recognised until 2027-12-31');
  });

  it('keeps deposit and watching out of what the audit trail says in words', async () => {
    await save({ deposit: '77777.77', watchedUntil: '2026-11-11', barred: 'YES', reason: 'Forged contract' });
    const [event] = await database.prisma.auditEvent.findMany({
      where: { objectType: 'provider', objectId: 'prv_1' },
      orderBy: { seq: 'desc' },
      take: 1,
    });
    expect(event).toMatchObject({ action: 'provider.standing-changed', actor: 'LEAD', org: 'platform' });
    expect(event?.beforeHash).not.toBe(event?.afterHash);
    expect(event?.payload).toContain('Forged contract');
    expect(event?.payload).toContain('depositAvailableMinor');
    expect(event?.payload).not.toMatch(/7777|2026-11-11/);
  });

  it('draws the cards of open reports again, and no others', async () => {
    await Promise.all(
      [
        { id: 'CR-2026-000001', state: 'STAFF_REVIEW', providerId: 'prv_1' },
        { id: 'CR-2026-000002', state: 'REJECTED', providerId: 'prv_1' },
        { id: 'CR-2026-000003', state: 'ACTIVE', providerId: 'prv_2' },
      ].map((report) => givenReport(database, { ...report, storeId: 'st_1' })),
    );
    const redrawn: unknown[] = [];
    const seen = new Promise<void>((resolve) => {
      queue.work('redraw', async ({ data }) => {
        redrawn.push(data);
        resolve();
      });
    });
    expect(said(await save({ deposit: '50,000' }))).toContain('The cards of 1 open report are brought up');
    await seen;
    expect(redrawn).toEqual([{ subjects: ['CR-2026-000001'] }]);
  });

  it('changes nothing where nothing is different', async () => {
    const events = () => database.prisma.auditEvent.count();
    const before = await events();
    expect(said(await save({}))).toContain('nothing was changed');
    expect(await events()).toBe(before);
  });

  it.each([
    [{ recognisedUntil: '' }, 'recognisedUntil', 'still blank'],
    [{ deposit: '' }, 'deposit', 'still blank'],
    [{ deposit: '0.001' }, 'deposit', 'too many decimals'],
    [{ licenceUntil: '2027-02-30' }, 'licenceUntil', 'does not exist'],
    [{ watchedUntil: '11/12/2026' }, 'watchedUntil', 'not a date'],
    [{ reason: 'x'.repeat(501) }, 'reason', '501 characters'],
  ])('refuses %j beside its input, and keeps the rest', async (wrong, field, says) => {
    const refused = await save({ authorisationUntil: '2029-09-09', ...wrong });
    expect(refused).toMatchObject({
      kind: 'field-errors',
      errors: { [field]: expect.stringContaining(says) },
    });
    const again = await open();
    expect(valuesOf(again)).toMatchObject({ authorisationUntil: '2029-09-09', ...wrong });
    expect(JSON.stringify(again)).toContain('On record now: recognised until');
  });

  it('lets nobody overwrite what they have not seen: the form comes back with both', async () => {
    const [mine, theirs] = [await open('LEAD'), await open('OTHER')];
    await talk.submit('OTHER', theirs, { ...valuesOf(theirs), deposit: '20000' });
    const again = await talk.submit('LEAD', mine, { ...valuesOf(mine), deposit: '30000' });
    expect(again?.kind).toBe('form');
    expect(JSON.stringify(again)).toMatch(/Changed by .*OTHER.*On record now: .*20,000\.00 CNY/);
    expect(valuesOf(again).deposit).toBe('30000');
    expect((await talk.submit('LEAD', again, valuesOf(again)))?.kind).toBe('closed');
    expect(valuesOf(await open()).deposit).toBe('30000.00');
  });

  it('lets choose where a name fits several', async () => {
    const choice = await open('LEAD', '云');
    if (choice?.kind !== 'card') throw new Error('No choice was given.');
    expect(choice.card.actions?.map(({ label }) => label).sort()).toEqual(['云图电商', '云海电商'].sort());
    const [first] = choice.card.actions ?? [];
    const opened = await talk.handle({ ...from('LEAD'), kind: 'click', handle: first?.handle ?? '' });
    expect(said(opened)).toBe('Standing of a provider');
    expect(
      said(await talk.handle({ ...from('ADMIN'), kind: 'click', handle: first?.handle ?? '' })),
    ).toContain('staff lead');
  });

  it.each(['REVIEWER', 'ADMIN'])('is not for %s, form in hand or not', async (user) => {
    const form = await open();
    expect(said(await open(user))).toContain('staff lead');
    expect(said(await talk.submit(user, form, valuesOf(form)))).toContain('staff lead');
    expect(await database.prisma.formDraft.count({ where: { owner: user } })).toBe(0);
  });

  it('names no provider that is not there', async () => {
    expect(said(await open('LEAD', 'nobody'))).toContain('There is no provider “nobody”');
  });
});
