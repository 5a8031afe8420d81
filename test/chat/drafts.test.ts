import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deleteDraft, loadDraft, saveDraft } from '../../src/chat/drafts/drafts.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { bothDatabases } from '../support/database.ts';
import { START, testApp } from './talking.ts';

const keyOf = (subject: string) => ({ form: 'report.fill', subject, owner: 'prv_1' });

describe.each(await bothDatabases())('a draft on $name', ({ open }) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database[Symbol.asyncDispose]());

  it('keeps every page as it was typed, with everybody who typed', async () => {
    const app = testApp(database);
    const key = keyOf('CR-2026-000123');
    expect(await loadDraft(app, key)).toBeNull();
    const file = {
      platform: 'slack',
      id: 'F1',
      name: '合同.pdf',
      mediaType: 'application/pdf',
      sizeBytes: 3,
    };
    await saveDraft(app, key, { values: { contract_no: '"x" \\ {{y}} 😀', files: [file] }, editor: 'ann' });
    await saveDraft(app, key, { values: { brands: ['a', 'b'] }, editor: 'bob' });
    const whole = await saveDraft(app, key, { values: { brands: ['c'] }, editor: 'ann' });
    expect(whole).toEqual({
      values: { contract_no: '"x" \\ {{y}} 😀', files: [file], brands: ['c'] },
      editors: ['ann', 'bob'],
      updatedAt: START,
    });
    expect(await loadDraft(app, key)).toEqual(whole);
    expect(await loadDraft(app, { ...key, owner: 'prv_2' })).toBeNull();
  });

  it('loses no page when a team types at once', async () => {
    const app = testApp(database);
    const key = keyOf('CR-2026-000124');
    const names = Array.from({ length: 12 }, (_, index) => `field_${index}`);
    await Promise.all(names.map((name) => saveDraft(app, key, { values: { [name]: name }, editor: name })));
    const draft = await loadDraft(app, key);
    expect(Object.keys(draft?.values ?? {}).sort()).toEqual([...names].sort());
    expect([...(draft?.editors ?? [])].sort()).toEqual([...names].sort());
  });

  it('is gone with the change that it became', async () => {
    const app = testApp(database);
    const key = keyOf('CR-2026-000125');
    await saveDraft(app, key, { values: { a: '1' }, editor: 'ann' });
    await database.change([deleteDraft(key)]);
    expect(await loadDraft(app, key)).toBeNull();
  });
});
