import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { FormValues } from '../../../src/chat/form.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { directoryVocabulary } from '../../../src/directory/chat/vocabulary.ts';
import { peopleVocabulary } from '../../../src/people/chat/vocabulary.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { from, said, type Talk, talking, testApp } from '../../chat/talking.ts';
import { testDatabase } from '../../support/database.ts';
import { givenPeople } from '../given.ts';

const STORE: FormValues = {
  kind: 'STORE',
  name: 'Marula Flagship',
  legalEntity: 'Marula Cosmetics Pte Ltd',
  country: 'sg',
  timeZone: 'Asia/Singapore',
  otherZone: '',
  categories: ['BEAUTY_SKINCARE'],
  controlGroup: '',
};
const PROVIDER: FormValues = {
  ...STORE,
  kind: 'PROVIDER',
  name: '星桥电商',
  legalEntity: '杭州星桥网络科技有限公司',
  country: 'CN',
  timeZone: 'Asia/Shanghai',
  categories: ['BEAUTY_SKINCARE', 'TOYS'],
};
const FACTS: FormValues = { recognisedUntil: '2027-12-31', deposit: '5万', licenceUntil: '2028-06-30' };

let database: Database;
let talk: Talk;
beforeAll(async () => {
  database = await testDatabase();
  talk = talking(testApp(database), [directoryVocabulary, peopleVocabulary]);
});
beforeEach(async () => {
  await database.query(Prisma.sql`TRUNCATE organisation, principal, membership, chat_account, invitation, store,
    provider, qualification, incoming, form_draft CASCADE`);
  await givenPeople(database, [
    { user: 'LEAD', role: 'STAFF_LEAD', at: 'platform' },
    { user: 'OTHER', role: 'STAFF_LEAD', at: 'platform', locale: 'zh' },
    { user: 'REVIEWER', role: 'STAFF_REVIEWER', at: 'platform' },
  ]);
});
afterAll(() => database[Symbol.asyncDispose]());

const open = (user = 'LEAD', line = '/staff register') => talk.type(user, line);
const submit = (opened: Reply<string> | null, values: FormValues) => talk.submit('LEAD', opened, values);
const registerStore = async (values: FormValues = STORE) => submit(await open(), values);
const registerProvider = async (first: FormValues = PROVIDER, second: FormValues = FACTS) =>
  submit(await submit(await open(), first), second);

async function back(opened: Reply<string> | null, values: FormValues): Promise<Reply<string> | null> {
  if (opened?.kind !== 'form') throw new Error(`No form was opened: ${said(opened)}`);
  const { form, page, target: handle } = opened.page;
  return talk.handle({ ...from('LEAD'), kind: 'form', form, page, handle, values, move: 'back' });
}

function initial(reply: Reply<string> | null, name: string): unknown {
  const fields = reply?.kind === 'form' ? reply.page.fields : [];
  const field = fields.find((each) => each.name === name);
  return field && 'initial' in field ? field.initial : undefined;
}

/** The line that the card gives to send next. */
const nextLine = (reply: Reply<string> | null) => /\/staff invite \w+ \w+/.exec(said(reply))?.[0] ?? '';

describe('/staff register', () => {
  it('puts a provider on record, whose administrator is invited next and whom stores then find', async () => {
    const done = await registerProvider();
    expect(done?.kind).toBe('closed');
    expect(said(done)).toContain('Deposit available: 50,000.00 CNY');
    expect(said(done)).toContain('Licence valid until: 2028-06-30');

    const form = await talk.type('LEAD', nextLine(done));
    const typed = { role: initial(form, 'role'), organisation: initial(form, 'organisation') };
    expect(typed.role).toBe('PROVIDER_ADMIN');
    const invited = await talk.submit('LEAD', form, { ...typed, name: 'Wei Lin' } as FormValues);
    const code = /\/link (\S+)/.exec(said(invited))?.[1] ?? '';
    expect(said(await talk.type('NEWCOMER', `/link ${code}`))).toContain('星桥电商');
    expect(said(await talk.type('NEWCOMER', '/provider search 星桥'))).toContain(
      'Recognised until 2027-12-31',
    );
    expect(said(await talk.type('NEWCOMER', '/provider items'))).toContain('星桥电商');
  });

  it('puts a store on record from the first page', async () => {
    const done = await registerStore();
    expect(done?.kind).toBe('closed');
    expect(nextLine(done)).toMatch(/^\/staff invite STORE_OWNER st_/);
    expect(said(done)).not.toMatch(/deposit/i);
    expect(await database.prisma.organisation.findFirst({ where: { kind: 'STORE' } })).toMatchObject({
      country: 'SG',
      timeZone: 'Asia/Singapore',
      controlGroup: null,
    });
    expect(await database.prisma.formDraft.count()).toBe(0);
  });

  it('begins with the kind that was asked for, and nothing of the deposit is in the audit trail', async () => {
    expect(initial(await open('LEAD', '/staff register provider'), 'kind')).toBe('PROVIDER');
    expect(initial(await open('OTHER', '/staff register STORE'), 'kind')).toBe('STORE');
    await registerProvider();
    const events = await database.prisma.auditEvent.findMany({ where: { action: 'directory.registered' } });
    expect(events.length).toBeGreaterThan(0);
    expect(JSON.stringify(events)).not.toContain('5000000');
  });

  it('takes a provider of whom neither deposit nor licence is known yet', async () => {
    const done = await registerProvider(PROVIDER, { ...FACTS, deposit: '', licenceUntil: '' });
    expect(said(done)).toContain('Deposit available: 0.00 CNY');
    expect(said(done)).toContain('Licence valid until: none');
  });

  it('names those who already share the owner, however the group was written', async () => {
    await registerStore({ ...STORE, controlGroup: 'Hengda  Holding' });
    const done = await registerProvider({ ...PROVIDER, controlGroup: 'ｈｅｎｇｄａ holding' });
    expect(said(done)).toContain('Same owner (HENGDA HOLDING): Marula Flagship');
    expect(said(await registerStore({ ...STORE, legalEntity: 'Lone', controlGroup: 'Lone' }))).toContain(
      'No other organisation yet',
    );
  });

  it.each([
    [{ kind: '' }, 'kind', 'store or a service provider'],
    [{ name: '…' }, 'name', 'still empty'],
    [{ legalEntity: 'x'.repeat(101) }, 'legalEntity', '101 characters'],
    [{ country: 'QQ' }, 'country', '“QQ” is not a country code'],
    [{ otherZone: 'Peking' }, 'otherZone', '“Peking” is not a time zone'],
    [{ categories: [] }, 'categories', 'at least one category'],
    [{ controlGroup: '—' }, 'controlGroup', 'still empty'],
  ])('refuses %j beside its input, and keeps the rest', async (wrong, field, says) => {
    for (const values of [STORE, PROVIDER]) {
      const refused = await registerStore({ ...values, ...wrong });
      expect(refused).toMatchObject({
        kind: 'field-errors',
        errors: { [field]: expect.stringContaining(says) },
      });
    }
    expect(initial(await open(), 'country')).toBe('country' in wrong ? 'QQ' : 'CN');
    expect(await database.prisma.organisation.count({ where: { kind: { not: 'PLATFORM' } } })).toBe(0);
  });

  it.each([
    [{ recognisedUntil: '' }, 'recognisedUntil', 'still blank'],
    [{ recognisedUntil: '2027-02-30' }, 'recognisedUntil', 'does not exist'],
    [{ deposit: 'plenty' }, 'deposit', 'plenty'],
    [{ deposit: '-1' }, 'deposit', 'below zero'],
    [{ deposit: 'USD 50' }, 'deposit', 'CNY'],
    [{ licenceUntil: 'soon' }, 'licenceUntil', 'not a date'],
  ])('refuses %j on the second page', async (wrong, field, says) => {
    expect(await registerProvider(PROVIDER, { ...FACTS, ...wrong })).toMatchObject({
      kind: 'field-errors',
      errors: { [field]: expect.stringContaining(says) },
    });
  });

  it('says on the first page that a legal entity is there already', async () => {
    await registerProvider();
    const twin = { ...PROVIDER, name: 'Twin', legalEntity: '杭州星桥网络科技股份有限公司' };
    expect(await registerStore(twin)).toMatchObject({
      kind: 'field-errors',
      errors: { legalEntity: expect.stringContaining('already on record as 星桥电商') },
    });
    // The same entity as a store is another thing.
    expect((await registerStore({ ...twin, kind: 'STORE' }))?.kind).toBe('closed');
  });

  it('tells whoever came second with the second page, where there is no input to tell it beside', async () => {
    const second = await submit(await open(), PROVIDER);
    const theirs = await talk.submit('OTHER', await open('OTHER'), PROVIDER);
    expect((await talk.submit('OTHER', theirs, FACTS))?.kind).toBe('closed');
    const refused = await submit(second, FACTS);
    expect(refused?.kind).toBe('closed');
    expect(said(refused)).toContain('already on record as 星桥电商');
    expect(initial(await open(), 'name')).toBe('星桥电商');
  });

  it('turns back without losing either page', async () => {
    const first = await back(await submit(await open(), PROVIDER), { ...FACTS, deposit: 'half an am' });
    expect(initial(first, 'name')).toBe('星桥电商');
    expect(initial(first, 'categories')).toEqual(['BEAUTY_SKINCARE', 'TOYS']);
    const second = await submit(first, PROVIDER);
    expect(initial(second, 'deposit')).toBe('half an am');
  });

  it('keeps what was typed for the one who typed it', async () => {
    await submit(await open(), PROVIDER);
    expect(initial(await open(), 'legalEntity')).toBe('杭州星桥网络科技有限公司');
    expect(initial(await open('OTHER'), 'legalEntity')).toBeUndefined();
  });

  it('is for leads alone, also where somebody else got hold of the form', async () => {
    expect(said(await open('REVIEWER'))).toContain('staff lead');
    expect(said(await talk.submit('REVIEWER', await open(), STORE))).toContain('staff lead');
    expect(await database.prisma.formDraft.count()).toBe(0);
  });
});
