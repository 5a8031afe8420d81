import type { App } from '../../../src/app.ts';
import type { FormValues } from '../../../src/chat/form.ts';
import type { Actor } from '../../../src/people/principal.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { isRefused, type Result } from '../../../src/result.ts';
import type { Deed } from '../../../src/services/actions/deed.ts';
import { actor, givenPeople } from '../../directory/given.ts';
import { bondRows, providerRow, storeRow, write } from '../../ratings/support/given-rated.ts';

/** Thursday, 12:00 in Shanghai. */
export const NOW = '2026-05-07T04:00:00Z';
export const NO_DRAFT = Prisma.sql`SELECT 1`;

export const ADMIN = actor('PROVIDER_ADMIN', 'prv_1', 'ADMIN');
export const NEWCOMER = actor('PROVIDER_ADMIN', 'prv_new', 'NEWCOMER');
export const MEI = actor('STAFF_REVIEWER', 'platform', 'MEI');
export const TAO = actor('STAFF_REVIEWER', 'platform', 'TAO');
export const LEAD = actor('STAFF_LEAD', 'platform', 'LEAD');

/** prv_1 works with two stores; prv_new with none; and who acts for whom. */
export async function givenParties(database: Database): Promise<void> {
  await write(database, [
    providerRow('prv_1'),
    providerRow('prv_new'),
    ...['st_1', 'st_2'].flatMap((id) => [storeRow(id), bondRows({ providerId: 'prv_1', storeId: id })]),
    Prisma.sql`UPDATE provider SET deposit_available_minor = 5000000`,
  ]);
  await givenPeople(database, [
    { user: 'ADMIN', role: 'PROVIDER_ADMIN', at: 'prv_1' },
    { user: 'GUAN', role: 'PROVIDER_ADMIN', at: 'prv_1', locale: 'zh' },
    { user: 'NEWCOMER', role: 'PROVIDER_ADMIN', at: 'prv_new' },
    { user: 'OWNER', role: 'STORE_OWNER', at: 'st_1' },
    { user: 'MEI', role: 'STAFF_REVIEWER', at: 'platform' },
    { user: 'TAO', role: 'STAFF_REVIEWER', at: 'platform' },
    { user: 'LEAD', role: 'STAFF_LEAD', at: 'platform' },
  ]);
}

export const code = (result: Result<unknown>): string => (isRefused(result) ? result.refused : 'ok');

export function got<T>(result: Result<T>): T {
  if (isRefused(result)) throw new Error(JSON.stringify(result));
  return result.ok;
}

/** Does something to a case as it stands, or as a card showed it. */
export const doing =
  (app: App) =>
  (deed: Deed | undefined, who: Actor, id: string, done: { values?: FormValues; stateSeq?: number } = {}) => {
    if (!deed) throw new Error('There is no such deed.');
    const { values = {}, stateSeq = null } = done;
    return deed(app, { id, stateSeq, actor: who, requestId: 'slack:none', values });
  };

export const QUESTION: FormValues = {
  topic: 'ENTRY',
  brand: 'Kauri & Fern',
  entityRegion: 'AU',
  category: 'TOYS',
  trademarkStatus: 'APPLIED',
  targetDate: '2026-09-01',
  question: 'May the trademark still be pending when the store applies?',
};

export const ANSWER: FormValues = {
  text: 'It may be pending for the application, and must be registered before the store opens.',
  ruleAddress: 'https://rules.example/entry#trademark',
  ruleDate: '2026-04-01',
};

export const LOAN: FormValues = {
  purpose: 'STOCK',
  amount: '1,200,000',
  currency: 'CNY',
  termMonths: '12',
};

export const APPLICATION: FormValues = {
  systemName: 'Harbour ERP',
  systemPurpose: 'Keeps our stores and their reports in one place.',
  scopes: ['reports:read', 'items:read'],
  dataClasses: ['OWN_REPORTS'],
  callbackUrl: 'https://hooks.harbour.example/baobei',
  allowedIps: '8.8.8.8\n9.9.9.0/28',
  securityContact: 'security@harbour.example',
  retentionDays: '180',
  incidentContact: '+86 571 8502 2088',
};

export const REASON: FormValues = { reason: 'The callback belongs to another company than yours.' };

export async function givenLevel(database: Database, level: string, providerId = 'prv_1'): Promise<void> {
  await database.query(Prisma.sql`
    INSERT INTO provider_rating (provider_id, quarter, version, level, scored_cycles, flags)
    VALUES (${providerId}, '2026-Q1', 1, ${level}, 3, '{}')
    ON CONFLICT (provider_id) DO UPDATE SET level = excluded.level, benefits_level = NULL, benefits_until = NULL`);
}

/** The messages that were owed for a case: rule and receiver, in order. */
export async function owed(database: Database, id: string): Promise<readonly string[]> {
  const rows = await database.query<{ rule: string; receiver: string }>(Prisma.sql`
    SELECT rule, receiver FROM delivery WHERE subject LIKE ${`%:${id}`} ORDER BY state_seq, receiver`);
  return rows.map(({ rule, receiver }) => `${rule} → ${receiver}`);
}
