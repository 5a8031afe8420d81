import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import type { Card } from '../../../src/chat/card.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { measuredOf } from '../../../src/ratings/chat/checks/measured-text.ts';
import { ratingVocabulary } from '../../../src/ratings/chat/vocabulary.ts';
import { isRefused } from '../../../src/result.ts';
import { from, said, type Talk, talking } from '../../chat/talking.ts';
import { givenPeople } from '../../directory/given.ts';
import { testApp, testClock } from '../../support/app.ts';
import { testDatabase } from '../../support/database.ts';
import { bondRows, providerRow, storeRow, write } from '../support/given-rated.ts';
import { filedStandards } from '../support/given-standards.ts';

let database: Database;
let app: App & AsyncDisposable;
let talk: Talk;
let report: string;

beforeAll(async () => {
  database = await testDatabase();
  app = await testApp(database, testClock('2026-05-06T04:00:00Z'));
  talk = talking(app, [ratingVocabulary]);
  await write(database, [
    providerRow('prv_1'),
    storeRow('st_1'),
    bondRows({ providerId: 'prv_1', storeId: 'st_1' }),
  ]);
  const { id } = await database.prisma.report.findFirstOrThrow();
  report = id;
  await write(database, [
    filedStandards(id),
    // The provider knows of a report from its request on.
    Prisma.sql`UPDATE report SET item_snapshot = '[{}]' WHERE id = ${id}`,
    Prisma.sql`INSERT INTO transition (report_id, state_seq, rule, to_state, actor, at)
      VALUES (${id}, -1, 'T2', 'REQUESTED', 'owner', '2023-12-01')`,
  ]);
  await givenPeople(database, [
    { user: 'ADMIN', role: 'PROVIDER_ADMIN', at: 'prv_1' },
    { user: 'OWNER', role: 'STORE_OWNER', at: 'st_1', locale: 'zh' },
  ]);
});
afterAll(async () => {
  await app[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

const cardOf = (reply: Reply<string> | null): Card<string> | null =>
  reply?.kind === 'card' || reply?.kind === 'closed' ? (reply.card ?? null) : null;
const labels = (reply: Reply<string> | null) => (cardOf(reply)?.actions ?? []).map(({ label }) => label);
const press = (user: string, reply: Reply<string> | null, label: string) => {
  const button = cardOf(reply)?.actions?.find((each) => each.label.startsWith(label));
  if (!button) throw new Error(`There is no button ${label}: ${said(reply)}`);
  return talk.handle({ ...from(user), kind: 'click', handle: button.handle });
};

describe('/rating check', () => {
  it('shows the last month that is over, and takes its values', async () => {
    const empty = await talk.type('ADMIN', '/rating check');
    expect(said(empty)).toContain(`Checks of ${report}, 2026-04`);
    expect(said(empty)).toContain('QS03 On-time shipment ≥ 96 %: not recorded');
    const form = await press('ADMIN', empty, 'Enter values');
    const names = form?.kind === 'form' ? form.page.fields.map(({ name }) => name) : [];
    expect(names).toEqual(['QS01', 'QS03', 'QS05', 'QS07']);
    expect(await talk.submit('ADMIN', form, { QS01: 'soon', QS03: '95%' })).toMatchObject({
      kind: 'field-errors',
      errors: { QS01: expect.stringContaining('soon'), QS03: expect.stringContaining('50') },
    });
    const saved = await talk.submit('ADMIN', form, { QS01: '45 / 320', QS03: '95% / 1,204', QS07: '4' });
    expect(said(saved)).toContain('Met 2, missed 1, not counted 0.');
    expect(said(saved)).toContain('QS03 On-time shipment ≥ 96 %: 95 % over 1204, missed');
    expect(labels(saved)).toEqual(['Enter values']);
  });

  it('offers the store’s owner to agree that a miss was its own', async () => {
    const seen = await talk.type('OWNER', `/rating check ${report} 4`);
    expect(labels(seen)).toEqual(['豁免 QS03']);
    const exempted = await press('OWNER', seen, '豁免');
    expect(said(exempted)).toContain('达标 2 项，未达标 0 项，不计 1 项。');
    expect(said(await press('OWNER', seen, '豁免'))).toContain('QS03 目前不是未达标');
  });

  it('takes a quarter’s value in its last month', async () => {
    const shown = await talk.type('ADMIN', `/rating check ${report} 2026-03`);
    const form = await press('ADMIN', shown, 'Enter values');
    const names = form?.kind === 'form' ? form.page.fields.map(({ name }) => name) : [];
    expect(names).toContain('QS11');
  });

  it('refuses what is no month', async () => {
    expect(said(await talk.type('ADMIN', `/rating check ${report} soon`))).toContain('“soon” is no month');
  });
});

describe('what was measured', () => {
  const rate = { code: 'QS03', operator: '>=', target: 96, sampleMinimum: 50 } as const;
  const shipped = { ...rate, unit: 'PERCENT', window: 'MONTH' } as const;
  const gmv = { ...rate, code: 'QS11', sampleMinimum: 1, unit: 'MINOR_UNITS', window: 'QUARTER' } as const;
  it.each([
    [shipped, '96.5 / 320', { measured: 96.5, n: 320 }],
    [shipped, '96.5%/1,204', { measured: 96.5, n: 1204 }],
    [shipped, '９６．５％／３２０单', { measured: 96.5, n: 320 }],
    [gmv, '12,000.50', { measured: 1_200_050, n: 1 }],
    [shipped, '', null],
    [shipped, '96.5', 'ratings.check-cases'],
    [shipped, '96.5 / many', 'ratings.check-cases'],
    [shipped, 'good / 3', 'ratings.check-value'],
    [shipped, '1 / 2 / 3', 'ratings.check-value'],
  ])('of %o as “%s”', (standard, text, expected) => {
    const read = measuredOf(standard, text, 'CNY');
    const value = isRefused(read) ? read.refused : read.ok;
    if (typeof expected === 'object' && expected !== null) expect(value).toMatchObject(expected);
    else expect(value).toBe(expected);
  });
});
