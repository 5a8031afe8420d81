import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import type { FormValues } from '../../../src/chat/form.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { ok } from '../../../src/result.ts';
import { takeStep } from '../../../src/services/actions/step.ts';
import { tickServices } from '../../../src/services/actions/tick.ts';
import { draftLoan } from '../../../src/services/loan/actions/draft.ts';
import { LOAN_DEEDS } from '../../../src/services/loan/deeds.ts';
import { serviceQueue } from '../../../src/services/record/lines.ts';
import { bondRows, write } from '../../ratings/support/given-rated.ts';
import { testApp, testClock } from '../../support/app.ts';
import { bothDatabases } from '../../support/database.ts';
import {
  ADMIN,
  code,
  doing,
  givenLevel,
  givenParties,
  got,
  LOAN,
  MEI,
  NEWCOMER,
  NO_DRAFT,
  NOW,
  owed,
} from '../support/given.ts';

const { submit, recheck, edit, refer, outcome, withdraw } = LOAN_DEEDS;
const REFERRAL: FormValues = { lender: 'West Lake Bank', reference: 'WL-88213' };

describe.each(await bothDatabases())('loan requests on $name', ({ open }) => {
  const clock = testClock(NOW);
  let database: Database;
  let app: App & AsyncDisposable;
  beforeAll(async () => {
    database = await open();
    app = await testApp(database, clock);
    await givenParties(database);
    await givenLevel(database, '3');
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  });

  const draft = (values: FormValues = LOAN, who = ADMIN, providerId = 'prv_1') =>
    draftLoan(app, { actor: who, requestId: 'slack:none', providerId, values, draft: NO_DRAFT });
  const drafted = async () => got(await draft()).id;
  const standing = (id: string) => database.prisma.loanRequest.findUniqueOrThrow({ where: { id } });
  const take = (...given: Parameters<ReturnType<typeof doing>>) => doing(app)(...given);
  const submitted = async () => {
    const id = await drafted();
    got(await take(submit, ADMIN, id));
    return id;
  };

  it('begins as a draft that is told to nobody', async () => {
    const id = await drafted();
    expect(await standing(id)).toMatchObject({ state: 'DRAFT', amountMinor: 120_000_000n, deadlineAt: null });
    expect(await owed(database, id)).toEqual([]);
    expect(code(await take(edit, ADMIN, id, { values: { ...LOAN, amount: '90万' } }))).toBe('ok');
    expect((await standing(id)).amountMinor).toBe(90_000_000n);
  });

  it.each<[string, FormValues, string]>([
    ['no money at all', { amount: '0' }, 'services.amount-nothing'],
    ['another currency in the amount', { amount: 'USD 300' }, 'fields.currency-mismatch'],
    ['a term of ten years', { termMonths: '120' }, 'fields.out-of-range'],
  ])('refuses %s', async (_what, values, refused) => {
    expect(code(await draft({ ...LOAN, ...values }))).toBe(refused);
  });

  it('is refused to a provider without an effective relationship', async () => {
    expect(code(await draft(LOAN, NEWCOMER, 'prv_new'))).toBe('services.no-report');
  });

  it('passes the pre-check with its submission, and waits for staff', async () => {
    const id = await submitted();
    expect(await standing(id)).toMatchObject({ state: 'PRECHECK_OK', reasons: [], priority: false });
    expect((await standing(id)).consentedAt).toEqual(new Date(NOW));
    expect(await owed(database, id)).toEqual(['pass → ADMIN', 'pass → GUAN', 'pass → channel:staff']);
  });

  it('is handed over and gets its outcome, with no amount in what is kept of it', async () => {
    const id = await submitted();
    expect(code(await take(refer, ADMIN, id, { values: REFERRAL }))).toBe('people.role-needed');
    expect(code(await take(refer, MEI, id, { values: REFERRAL }))).toBe('ok');
    expect(code(await take(withdraw, ADMIN, id))).toBe('services.wrong-state');
    expect(code(await take(outcome, MEI, id, { values: { outcome: 'GRANTED' } }))).toBe('ok');
    expect(await standing(id)).toMatchObject({ state: 'OUTCOME_RECORDED', outcome: 'GRANTED' });
    const events = await database.query<{ payload: string }>(Prisma.sql`
      SELECT payload FROM audit_event WHERE payload LIKE ${`%${id}%`}`);
    expect(events.length).toBeGreaterThan(3);
    expect(events.filter(({ payload }) => /120000000|1,?200,?000/.test(payload))).toEqual([]);
  });

  it('keeps every reason of a pre-check that failed, and is checked again once they are cured', async () => {
    await givenLevel(database, 'R');
    await database.change([
      Prisma.sql`UPDATE provider SET deposit_available_minor = 4000000 WHERE id = 'prv_1'`,
      Prisma.sql`INSERT INTO incident (id, provider_id, severity, text, opened_by, opened_at)
        VALUES ('inc_1', 'prv_1', 'S2', 'x', 'MEI', '2026-05-01'), ('inc_2', 'prv_1', 'S3', 'x', 'MEI', '2026-05-01')`,
    ]);
    const id = await submitted();
    const { state, reasons } = await standing(id);
    expect(state).toBe('PRECHECK_FAIL');
    expect(reasons).toEqual([{ code: 'level' }, { code: 'incidents', count: 1 }, { code: 'deposit' }]);
    await givenLevel(database, '5');
    await database.change([
      Prisma.sql`UPDATE provider SET deposit_available_minor = 5000000 WHERE id = 'prv_1'`,
      Prisma.sql`UPDATE incident SET verdict = 'DISMISSED', decided_at = '2026-05-06'`,
    ]);
    expect(code(await take(recheck, ADMIN, id))).toBe('ok');
    expect(await standing(id)).toMatchObject({ state: 'PRECHECK_OK', reasons: [], priority: true });
  });

  it('of level 5 stands before the others in the queue', async () => {
    const [first] = await serviceQueue(app, { limit: 1, offset: 0 });
    expect(first).toMatchObject({ kind: 'loan', priority: true });
    await givenLevel(database, '3');
  });

  it('counts a renewed relationship from the first of its reports', async () => {
    await write(database, [
      bondRows({
        providerId: 'prv_1',
        storeId: 'st_2',
        from: '2025-03-01',
        until: '2026-02-28',
        state: 'EXPIRED',
      }),
      Prisma.sql`UPDATE report SET reporting_start = '2026-03-01'
        WHERE provider_id = 'prv_1' AND store_id = 'st_2' AND state = 'ACTIVE'`,
    ]);
    expect((await standing(await submitted())).reasons).toEqual([
      { code: 'stores', stores: 1, storesNeeded: 2, monthsNeeded: 6 },
    ]);
    await database.query(Prisma.sql`
      UPDATE report SET renews_report_id = (SELECT id FROM report WHERE state = 'EXPIRED')
      WHERE provider_id = 'prv_1' AND store_id = 'st_2' AND state = 'ACTIVE'`);
    expect((await standing(await submitted())).reasons).toEqual([]);
  });

  it('is submitted once, however often the button is pressed', async () => {
    const id = await drafted();
    const both = await Promise.all([
      take(submit, ADMIN, id, { stateSeq: 1 }),
      take(submit, ADMIN, id, { stateSeq: 1 }),
    ]);
    expect(both.map(code).sort()).toEqual(['ok', 'services.already-decided']);
    expect((await standing(id)).stateSeq).toBe(3);
  });

  it('that a crash left between submission and pre-check is taken up by a round', async () => {
    const id = await drafted();
    await takeStep(
      app,
      { id, stateSeq: null, actor: ADMIN, requestId: null },
      { kind: 'loan', event: 'submit', judge: () => ok({ wakeAt: clock.now() }) },
    );
    expect((await standing(id)).state).toBe('SUBMITTED');
    await tickServices(app);
    expect((await standing(id)).state).not.toBe('SUBMITTED');
  });
});
