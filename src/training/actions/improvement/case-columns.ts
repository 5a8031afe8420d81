import { Prisma } from '../../../platform/database/generated/client.ts';
import { PROGRAMME_ZONE } from '../../../ratings/cycle/quarter.ts';
import { CHINA_CALENDAR } from '../../../reminders/calendar/calendar.ts';
import { openingOf } from '../../../reminders/calendar/opening.ts';
import { plannedStatement } from '../../../reminders/ladder/plan-statements.ts';
import { addDays, today } from '../../../reports/periods.ts';
import { PLAN } from '../../rules.ts';
import type { MoveCase } from './move-case.ts';

/** What each step writes beside the state. */
export function caseColumns({ actor, event, text, support }: MoveCase, at: Date): readonly Prisma.Sql[] {
  const words = text.trim();
  switch (event) {
    case 'talk':
      return [Prisma.sql`note = ${words}`];
    case 'plan':
      return [
        Prisma.sql`goals = ${words}`,
        Prisma.sql`support = ${(support ?? '').trim()}`,
        Prisma.sql`plan_from = ${today(at, PROGRAMME_ZONE)}::date`,
      ];
    case 'proposeExit':
      return [Prisma.sql`ground = ${words}`, Prisma.sql`proposed_by = ${actor.principalId}`];
    case 'exit':
    case 'keep':
      return [
        Prisma.sql`decided_by = ${actor.principalId}`,
        Prisma.sql`ground = ground || E'\n' || ${words}`,
      ];
    case 'meet':
    case 'fail':
    case 'close':
      return [Prisma.sql`ground = ${words}`, Prisma.sql`decided_by = ${actor.principalId}`];
  }
}

/** The days on which both sides look at a written plan. */
export function daysPlanned(subject: string, at: Date): Prisma.Sql {
  const date = today(at, PROGRAMME_ZONE);
  return plannedStatement(
    PLAN.checkDays.map((day) => ({
      object: subject,
      // Each day is a wait of its own.
      stateSeq: day,
      rung: 'improvement-day',
      dueAt: openingOf(CHINA_CALENDAR, addDays(date, day)),
    })),
  );
}
