import type { App } from '../../app.ts';
import type { ApiApplication, Consultation, LoanRequest } from '../../platform/database/generated/client.ts';
import { businessCalendar } from '../../reminders/calendar/calendar.ts';
import { PLATFORM_CALENDAR } from '../../reports/record/case.ts';
import { kindOf, type ServiceKind } from '../kinds.ts';
import { waiterOf } from '../lifecycle/lifecycles.ts';

/** The provider that asks. */
export interface Asker {
  readonly name: string;
  readonly country: string;
  readonly timeZone: string;
}

interface Named {
  readonly provider: Asker;
  /** Of whoever has taken it. */
  readonly assigneeName: string | null;
}

export type ServiceCase = Named &
  (
    | (Consultation & { readonly kind: 'consultation' })
    | (LoanRequest & { readonly kind: 'loan' })
    | (ApiApplication & { readonly kind: 'api' })
  );

export type CaseOf<K extends ServiceKind> = Extract<ServiceCase, { readonly kind: K }>;

type Reads = Pick<App, 'database'>;

/** Null when there is no such case. */
export async function loadService(app: Reads, id: string): Promise<ServiceCase | null> {
  const found = await rowOf(app, id);
  if (found === null) return null;
  const { prisma } = app.database;
  const [provider, assignee] = await Promise.all([
    prisma.organisation.findUniqueOrThrow({
      where: { id: found.providerId },
      select: { name: true, country: true, timeZone: true },
    }),
    found.assignedTo === null
      ? null
      : prisma.principal.findUnique({ where: { id: found.assignedTo }, select: { displayName: true } }),
  ]);
  return { ...found, provider, assigneeName: assignee?.displayName ?? null };
}

async function rowOf({ database: { prisma } }: Reads, id: string) {
  switch (kindOf(id)) {
    case 'consultation': {
      const row = await prisma.consultation.findUnique({ where: { id } });
      return row && { ...row, kind: 'consultation' as const };
    }
    case 'loan': {
      const row = await prisma.loanRequest.findUnique({ where: { id } });
      return row && { ...row, kind: 'loan' as const };
    }
    case 'api': {
      const row = await prisma.apiApplication.findUnique({ where: { id } });
      return row && { ...row, kind: 'api' as const };
    }
    case null:
      return null;
  }
}

/** On whose calendar a deadline of this state runs. */
export function calendarOf(
  kind: ServiceKind,
  state: string,
  { country, timeZone }: Pick<Asker, 'country' | 'timeZone'>,
) {
  return waiterOf({ kind, state, deadlineAt: null }) === 'provider'
    ? businessCalendar({ country, zone: timeZone })
    : PLATFORM_CALENDAR;
}
