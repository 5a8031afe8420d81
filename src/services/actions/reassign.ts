import type { App } from '../../app.ts';
import { auditCtes } from '../../audit/event.ts';
import { CLOCK_ACTOR } from '../../audit/payload.ts';
import { owe } from '../../delivery/owe.ts';
import type { PrincipalId } from '../../people/principal.ts';
import { Conflict } from '../../platform/database/errors.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { SERVICE_KINDS, subjectOf, TABLE } from '../kinds.ts';
import type { ServicePeople } from '../record/people.ts';
import type { WaitingRow } from '../record/waiting.ts';
import { handlerNow } from '../reminders/receivers.ts';
import { inboxesOf, SERVICE_VIEW } from './told.ts';

type Needs = Pick<App, 'database' | 'queue' | 'clock' | 'log'>;

/**
 * What has taken twice its time goes to the reviewer with the least of the special services in hand (domain-rules §12). The
 * step of somebody who decides meanwhile wins.
 */
export async function reassign(app: Needs, found: WaitingRow, people: ServicePeople): Promise<void> {
  const to = await leastLoaded(app, found, people);
  if (to === null) {
    app.log.warn({ case: found.id }, 'nobody else may handle an overdue case');
    return;
  }
  const at = app.clock.now();
  const message = {
    view: SERVICE_VIEW,
    subject: subjectOf(found),
    stateSeq: found.stateSeq,
    rule: 'reassigned',
    receiver: { kind: 'person', principalId: to } as const,
  };
  try {
    await app.database.change([
      handedOver(found, to, at),
      ...owe(app.queue, { messages: [message], redraw: [subjectOf(found), ...inboxesOf(people)] }, at),
    ]);
  } catch (error) {
    if (!(error instanceof Conflict && error.code === 'stale')) throw error;
  }
}

/** The state is as it was, so that whoever looks at a card may still press its buttons. */
function handedOver({ id, kind, providerId, stateSeq, assignedTo }: WaitingRow, to: PrincipalId, at: Date) {
  const audit = auditCtes(
    {
      objectType: 'provider',
      objectId: providerId,
      actor: CLOCK_ACTOR,
      action: 'service.reassigned',
      at,
      data: { id, from: assignedTo, to },
    },
    { guard: 'moved' },
  );
  return Prisma.sql`
    WITH moved AS (UPDATE ${Prisma.raw(TABLE[kind])} SET assigned_to = ${to}
      WHERE id = ${id} AND state_seq = ${stateSeq}::int RETURNING 1), ${audit}
    SELECT expect_rows((SELECT count(*) FROM moved), 1, 'stale')`;
}

async function leastLoaded(
  { database }: Needs,
  { assignedTo }: WaitingRow,
  people: ServicePeople,
): Promise<PrincipalId | null> {
  const admins = people.provider.map(({ id }) => id);
  const candidates = people.staff
    .filter(({ id, role }) => role === 'STAFF_REVIEWER' && id !== assignedTo && !admins.includes(id))
    .filter(({ id }) => handlerNow(people, id) === id);
  if (candidates.length === 0) return null;
  const each = SERVICE_KINDS.map(
    (kind) => Prisma.sql`SELECT assigned_to FROM ${Prisma.raw(TABLE[kind])} WHERE deadline_at IS NOT NULL
      AND assigned_to = ANY(${candidates.map(({ id }) => id)}::text[])`,
  );
  const rows = await database.query<{ id: string; count: number }>(Prisma.sql`
    SELECT assigned_to AS id, count(*)::int AS count FROM (${Prisma.join(each, ' UNION ALL ')}) held GROUP BY 1`);
  const inHand = new Map(rows.map(({ id, count }) => [id, count]));
  const [first] = candidates.toSorted(
    (a, b) => (inHand.get(a.id) ?? 0) - (inHand.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1),
  );
  return first?.id ?? null;
}
