import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import type { FormValues } from '../../../src/chat/form.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { tickServices } from '../../../src/services/actions/tick.ts';
import { askConsultation } from '../../../src/services/consultation/actions/ask.ts';
import { CONSULTATION_DEEDS } from '../../../src/services/consultation/deeds.ts';
import { actor } from '../../directory/given.ts';
import { bondRows, storeRow, write } from '../../ratings/support/given-rated.ts';
import { testApp, testClock } from '../../support/app.ts';
import { bothDatabases } from '../../support/database.ts';
import {
  ADMIN,
  ANSWER,
  code,
  doing,
  givenLevel,
  givenParties,
  got,
  LEAD,
  MEI,
  NEWCOMER,
  NO_DRAFT,
  NOW,
  owed,
  QUESTION,
  TAO,
} from '../support/given.ts';

const { answer, claim, close, reopen, 'out-of-scope': outOfScope } = CONSULTATION_DEEDS;
const STILL_OPEN: FormValues = { reason: 'What if the application is refused in the meantime?' };

describe.each(await bothDatabases())('consultations on $name', ({ open }) => {
  const clock = testClock(NOW);
  let database: Database;
  let app: App & AsyncDisposable;
  beforeAll(async () => {
    database = await open();
    app = await testApp(database, clock);
    await givenParties(database);
  });
  afterAll(async () => {
    await app[Symbol.asyncDispose]();
    await database[Symbol.asyncDispose]();
  });

  const ask = (values: FormValues = QUESTION, who = ADMIN, providerId = 'prv_1') =>
    askConsultation(app, { actor: who, requestId: 'slack:none', providerId, values, draft: NO_DRAFT });
  const asked = async () => got(await ask()).id;
  const standing = (id: string) => database.prisma.consultation.findUniqueOrThrow({ where: { id } });
  const take = (...given: Parameters<ReturnType<typeof doing>>) => doing(app)(...given);

  it.each([
    ['P', '2026-05-09T04:00:00.000Z'],
    ['4', '2026-05-08T04:00:00.000Z'],
    ['5', '2026-05-07T08:00:00.000Z'],
    ['6', '2026-05-07T06:00:00.000Z'],
  ])('at level %s the first answer is due at %s', async (level, due) => {
    await givenLevel(database, level);
    expect((await standing(await asked())).deadlineAt?.toISOString()).toBe(due);
  });

  it('is told to the staff channel, and has the ladder of staff ahead of it', async () => {
    const id = await asked();
    expect(id).toMatch(/^CON-2026-\d{6}$/);
    expect(await owed(database, id)).toEqual(['ask → channel:staff']);
    const rungs = await database.prisma.reminder.findMany({ where: { object: `service:prv_1:${id}` } });
    expect(rungs.map(({ rung }) => rung).sort()).toEqual([
      'at-100',
      'at-150',
      'at-300',
      'at-50',
      'at-80',
      'reassign',
    ]);
  });

  it.each<[string, FormValues, string]>([
    ['legal advice', { topic: 'LEGAL' }, 'services.scope-legal'],
    ['a decision on a loan', { topic: 'LOAN' }, 'services.scope-loan'],
    ['a day that is over', { targetDate: '2026-05-06' }, 'services.date-past'],
    ['a question in three words', { question: 'Can we open?' }, 'fields.too-short'],
    [
      'a key in the question',
      { question: 'Our key is sk-live-abcdefgh12345, may we?' },
      'fields.looks-like-secret',
    ],
  ])('refuses %s', async (_what, values, refused) => {
    expect(code(await ask({ ...QUESTION, ...values }))).toBe(refused);
  });

  it('is refused to others than the administrators of the provider', async () => {
    expect(code(await ask(QUESTION, NEWCOMER))).toBe('people.not-your-organisation');
    expect(code(await ask(QUESTION, MEI))).toBe('people.role-needed');
  });

  describe('without an effective relationship', () => {
    const LETTER: FormValues = {
      letterWith: 'Kauri & Fern Pty Ltd',
      letterSignedOn: '2026-05-01',
      letterFile: [
        { platform: 'slack', id: 'F1', name: 'letter.pdf', mediaType: 'application/pdf', sizeBytes: 80 },
      ],
    };
    const askNew = (values: FormValues) => ask({ ...QUESTION, ...values }, NEWCOMER, 'prv_new');

    it('asks a recognised provider for its signed letter of intent', async () => {
      expect(await askNew({})).toMatchObject({ refused: 'fields.blank', field: 'letterWith' });
      expect(await askNew({ ...LETTER, letterFile: [] })).toMatchObject({
        refused: 'services.letter-missing',
        field: 'letterFile',
      });
      expect(code(await askNew({ ...LETTER, letterSignedOn: '2026-05-08' }))).toBe('services.date-ahead');
    });

    it('takes the letter, and keeps who signed it, when, and the file', async () => {
      const { id } = got(await askNew(LETTER));
      const { letter } = await standing(id);
      expect(letter).toMatchObject({ signedWith: 'Kauri & Fern Pty Ltd', signedOn: '2026-05-01' });
      const [kept] = await database.query<{ bytes: number }>(Prisma.sql`
        SELECT length(b.bytes) AS bytes FROM consultation c JOIN evidence_blob b ON b.sha256 = c.letter ->> 'sha256'
        WHERE c.id = ${id}`);
      expect(kept?.bytes).toBeGreaterThan(0);
    });

    it('names the step that is missing to a provider whose recognition has ended', async () => {
      await database.query(
        Prisma.sql`UPDATE provider SET recognised_until = '2026-01-01' WHERE id = 'prv_new'`,
      );
      expect(code(await askNew(LETTER))).toBe('services.no-report');
      await write(database, [
        storeRow('st_9'),
        bondRows({ providerId: 'prv_new', storeId: 'st_9', state: 'REQUESTED' }),
        bondRows({ providerId: 'prv_new', storeId: 'st_9', state: 'STORE_CONFIRM' }),
      ]);
      expect(await askNew(LETTER)).toMatchObject({
        refused: 'services.no-relationship',
        data: { store: 'st_9', missing: 'STORE_CONFIRM' },
      });
    });
  });

  it('is answered with a rule and its date, and the provider is told', async () => {
    const id = await asked();
    expect(code(await take(answer, MEI, id, { values: { ...ANSWER, ruleAddress: '' } }))).toBe(
      'fields.blank',
    );
    expect(code(await take(answer, MEI, id, { values: { ...ANSWER, ruleDate: '2026-05-08' } }))).toBe(
      'services.date-ahead',
    );
    expect(code(await take(answer, MEI, id, { values: ANSWER }))).toBe('ok');
    expect(await standing(id)).toMatchObject({ state: 'ANSWERED', stateSeq: 2, answer: ANSWER });
    expect(await owed(database, id)).toEqual(['ask → channel:staff', 'answer → ADMIN', 'answer → GUAN']);
  });

  it('is answered once, whoever of two comes second, and learns who was first', async () => {
    const id = await asked();
    const both = await Promise.all([
      take(answer, MEI, id, { values: ANSWER, stateSeq: 1 }),
      take(answer, TAO, id, { values: ANSWER, stateSeq: 1 }),
    ]);
    expect(both.map(code).sort()).toEqual(['ok', 'services.already-decided']);
    const late = await take(answer, LEAD, id, { values: ANSWER, stateSeq: 1 });
    expect(late).toMatchObject({ refused: 'services.already-decided', data: { step: 'answer', case: id } });
    expect((await standing(id)).stateSeq).toBe(2);
  });

  it('is reopened with what is still open, with as much time as for the first answer, and closed', async () => {
    await givenLevel(database, '4');
    const id = await asked();
    await take(answer, MEI, id, { values: ANSWER });
    expect(code(await take(reopen, ADMIN, id))).toBe('fields.blank');
    expect(code(await take(reopen, ADMIN, id, { values: STILL_OPEN }))).toBe('ok');
    expect((await standing(id)).slaMinutes).toBe(540);
    await take(answer, MEI, id, { values: ANSWER });
    expect(code(await take(close, ADMIN, id))).toBe('ok');
    expect(await standing(id)).toMatchObject({ state: 'CLOSED', deadlineAt: null });
    expect(code(await take(reopen, ADMIN, id, { values: STILL_OPEN }))).toBe('services.wrong-state');
  });

  it('is closed by the clock five business days after an answer that nobody spoke up about', async () => {
    const id = await asked();
    await take(answer, MEI, id, { values: ANSWER });
    clock.moveTo('2026-05-13T03:59:00Z');
    expect(await tickServices(app)).toBe(0);
    clock.moveTo('2026-05-13T04:00:00Z');
    await tickServices(app);
    expect((await standing(id)).state).toBe('CLOSED');
    clock.moveTo(NOW);
  });

  it('is closed as out of scope with what it asks for', async () => {
    const id = await asked();
    expect(code(await take(outOfScope, MEI, id, { values: { scope: 'LEGAL' } }))).toBe('ok');
    const step = await database.prisma.serviceStep.findFirstOrThrow({
      where: { caseId: id, event: 'out-of-scope' },
    });
    expect(step.note).toEqual({ scope: 'LEGAL' });
  });

  it('is not handled by staff who belong to the provider', async () => {
    const both = {
      principalId: 'BOTH',
      memberships: [...MEI.memberships, ...actor('PROVIDER_MEMBER', 'prv_1').memberships],
    };
    expect(code(await take(answer, both, await asked(), { values: ANSWER }))).toBe(
      'people.party-member-may-not-decide',
    );
  });

  it('is answered by a stand-in in the name of whoever has taken it', async () => {
    const id = await asked();
    await take(claim, MEI, id);
    await database.query(Prisma.sql`
      INSERT INTO delegation (id, organisation_id, role, delegator_id, delegate_id, from_at, until_at, reason, created_at)
      VALUES ('dlg_1', 'platform', 'STAFF_REVIEWER', 'MEI', 'TAO', '2026-05-01', '2026-06-01', 'leave', '2026-05-01')`);
    expect(code(await take(answer, TAO, id, { values: ANSWER }))).toBe('ok');
    const step = await database.prisma.serviceStep.findFirstOrThrow({
      where: { caseId: id, event: 'answer' },
    });
    expect(step).toMatchObject({ actor: 'TAO', onBehalfOf: 'MEI' });
    await database.query(Prisma.sql`UPDATE delegation SET ended_at = '2026-05-07' WHERE id = 'dlg_1'`);
  });
});
