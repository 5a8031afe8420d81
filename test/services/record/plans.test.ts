import { afterAll, beforeAll, expect, it } from 'vitest';
import type { App } from '../../../src/app.ts';
import type { Database } from '../../../src/platform/database/database.ts';
import { Prisma } from '../../../src/platform/database/generated/client.ts';
import { tickServices } from '../../../src/services/actions/tick.ts';
import { relationshipEnds } from '../../../src/services/application/record/wake.ts';
import {
  serviceQueue,
  serviceQueueCount,
  servicesOf,
  servicesWaitingCount,
  servicesWaitingOn,
} from '../../../src/services/record/lines.ts';
import { waitingServices } from '../../../src/services/record/waiting.ts';
import { providerRow, write } from '../../ratings/support/given-rated.ts';
import { testApp, testClock } from '../../support/app.ts';
import { testDatabase } from '../../support/database.ts';
import { ADMIN, givenParties, LEAD, MEI, NOW } from '../support/given.ts';

let database: Database;
let whole: App & AsyncDisposable;
beforeAll(async () => {
  database = await testDatabase();
  whole = await testApp(database, testClock(NOW));
  await givenParties(database);
  await manyYears();
});
afterAll(async () => {
  await whole[Symbol.asyncDispose]();
  await database[Symbol.asyncDispose]();
});

/** 4,000 of each kind that are over, of 200 providers, and a few that wait. */
async function manyYears(): Promise<void> {
  await write(
    database,
    Array.from({ length: 200 }, (_, index) => providerRow(`prv_${index}_old`)),
  );
  const head = (prefix: string, over: string, waits: string) => Prisma.sql`
    SELECT ${prefix} || '-2026-' || lpad(n::text, 6, '0'), CASE WHEN n <= 5 THEN 'prv_1' ELSE 'prv_' || n % 200 || '_old' END,
      CASE WHEN n <= 5 THEN ${waits} ELSE ${over} END, 1, timestamptz '2026-05-01', 'x',
      timestamptz '2026-05-01' - n * interval '1 hour', CASE WHEN n <= 5 THEN timestamptz '2026-05-08' END,
      CASE WHEN n <= 5 THEN timestamptz '2026-06-08' END`;
  const columns = Prisma.raw(
    'id, provider_id, state, state_seq, state_since, opened_by, opened_at, deadline_at, wake_at',
  );
  const numbers = Prisma.sql`FROM generate_series(1, 4000) n`;
  await database.change([
    Prisma.sql`INSERT INTO consultation (${columns}, topic, brand, entity_region, category, trademark_status, target_date,
      question) ${head('CON', 'CLOSED', 'OPEN')}, 'ENTRY', 'b', 'AU', 'TOYS', 'NONE', date '2026-09-01', 'q' ${numbers}`,
    Prisma.sql`INSERT INTO loan_request (${columns}, purpose, amount_minor, currency, term_months)
      ${head('LOAN', 'OUTCOME_RECORDED', 'PRECHECK_OK')}, 'STOCK', 1, 'CNY', 1 ${numbers}`,
    Prisma.sql`INSERT INTO api_application (${columns}, system_name, purpose, scopes, data_classes, callback_url, allowed_ips,
      security_contact, retention_days, incident_contact, approvals) ${head('API', 'REVOKED', 'SECURITY_REVIEW')}, 's', 'p',
      '{items:read}', '{}', 'https://x.example/', '{}', 's', 1, 'i', '{}' ${numbers}`,
  ]);
  for (const table of ['consultation', 'loan_request', 'api_application', 'organisation'])
    await database.query(Prisma.raw(`ANALYZE ${table}`) as Prisma.Sql);
}

/** Answers every question with how it would be answered. */
function explaining(plans: string[]): Database {
  const query = async <T>(sql: Prisma.Sql): Promise<T[]> => {
    const lines = await database.query<Record<string, string>>(Prisma.sql`EXPLAIN ${sql}`);
    plans.push(lines.flatMap((line) => Object.values(line)).join('\n'));
    return database.query<T>(sql);
  };
  return { ...database, query };
}

type Reads = Pick<App, 'database'>;
const PAGE = { limit: 6, offset: 0 };
const NOBODY_COVERED = { whole: [], single: [], carries: [] };

it.each<[string, (app: Reads) => Promise<unknown>]>([
  ['the queue', (app) => serviceQueue(app, PAGE)],
  ['the length of the queue', serviceQueueCount],
  ['a reviewer’s inbox', (app) => servicesWaitingOn(app, MEI, { ...PAGE, covered: NOBODY_COVERED })],
  ['how much waits on a reviewer', (app) => servicesWaitingCount(app, MEI, NOBODY_COVERED)],
  ['a provider’s inbox', (app) => servicesWaitingOn(app, ADMIN, { ...PAGE, covered: NOBODY_COVERED })],
  ['a provider’s list', (app) => servicesOf(app, ADMIN, PAGE)],
  ['the list of staff', (app) => servicesOf(app, LEAD, PAGE)],
  ['what the reminders ask', (app) => waitingServices(app, ['service:prv_1:CON-2026-000001'])],
  ['the end of a relationship', (app) => endsRelationship(app)],
  ['what time has made due', (app) => tickServices({ ...whole, ...app })],
])('%s is read by an index, whatever is on record', async (_name, ask) => {
  const plans: string[] = [];
  await ask({ database: explaining(plans) });
  expect(plans.length).toBeGreaterThan(0);
  expect(plans.join('\n')).not.toMatch(/Seq Scan on (consultation|loan_request|api_application)/);
});

const endsRelationship = ({ database: asked }: Reads) => {
  const [statement] = relationshipEnds(
    { from: 'ACTIVE', next: { state: 'EXPIRED', providerId: 'prv_1' } },
    new Date(NOW),
  );
  return asked.query(statement ?? Prisma.empty);
};
