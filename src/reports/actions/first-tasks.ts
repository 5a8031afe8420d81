import type { OwedMessage } from '../../delivery/view.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { whoseTurn } from '../lifecycle/turns/whose-turn.ts';
import type { Case } from '../record/case.ts';
import type { Report } from '../report.ts';

/** Remembers who gets their very first task with these messages: its card carries the hint to name a stand-in. */
export function firstTasks(
  parties: Case,
  next: Report,
  { messages, at }: { readonly messages: readonly OwedMessage[]; readonly at: Date },
): Prisma.Sql[] {
  const { roles } = whoseTurn(next);
  const told = new Set(
    messages.flatMap(({ receiver }) => (receiver.kind === 'person' ? [receiver.principalId] : [])),
  );
  const people = [...parties.store.people, ...parties.provider.people, ...parties.staff];
  const first = people.filter(
    ({ id, role, firstTask }) => firstTask === null && roles.includes(role) && told.has(id),
  );
  if (first.length === 0) return [];
  const rows = first.map(
    ({ id }) => Prisma.sql`(${id}, ${next.id}, ${next.stateSeq}::int, ${at}::timestamptz)`,
  );
  return [
    Prisma.sql`
      INSERT INTO delegation_hint (principal_id, report_id, state_seq, at)
      VALUES ${Prisma.join(rows)} ON CONFLICT (principal_id) DO NOTHING`,
  ];
}
