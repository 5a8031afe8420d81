import type { App } from '../../../app.ts';
import { PROGRAMME_ZONE } from '../../../ratings/cycle/quarter.ts';
import { daysBetween, today } from '../../../reports/periods.ts';
import type { IsoDate } from '../../../reports/report.ts';
import type { CaseFacts, CaseState } from '../../improvement/lifecycle.ts';

export interface ImprovementCase extends CaseFacts {
  readonly id: string;
  readonly providerId: string;
  readonly provider: string;
  readonly stateSeq: number;
  readonly dueAt: Date;
  readonly note: string | null;
  readonly goals: string | null;
  readonly support: string | null;
  readonly planFrom: IsoDate | null;
  readonly ground: string | null;
  readonly proposedBy: string | null;
}

type Deps = Pick<App, 'database' | 'clock'>;

export const caseById = (app: Deps, id: string): Promise<ImprovementCase | null> => first(app, { id });

/** The one that a provider is in. */
export const openCaseOf = (app: Deps, providerId: string): Promise<ImprovementCase | null> =>
  first(app, { providerId, endedAt: null });

const first = async (app: Deps, where: Wanted) => (await casesWhere(app, where, 1))[0] ?? null;

interface Wanted {
  readonly id?: string;
  readonly providerId?: string;
  readonly endedAt?: null;
}

/** As many as a card has room for. */
const MOST = 10;

/** The most urgent first. */
export const openCases = (app: Deps): Promise<readonly ImprovementCase[]> =>
  casesWhere(app, { endedAt: null }, MOST);

async function casesWhere({ database, clock }: Deps, where: Wanted, take: number) {
  const rows = await database.prisma.improvementCase.findMany({ where, orderBy: { dueAt: 'asc' }, take });
  const organisations = await database.prisma.organisation.findMany({
    where: { id: { in: rows.map(({ providerId }) => providerId) } },
    select: { id: true, name: true },
  });
  const date = today(clock.now(), PROGRAMME_ZONE);
  return rows.map((row): ImprovementCase => {
    const planFrom = row.planFrom?.toISOString().slice(0, 10) ?? null;
    return {
      ...row,
      state: row.state as CaseState,
      provider: organisations.find(({ id }) => id === row.providerId)?.name ?? row.providerId,
      planFrom,
      planDays: planFrom === null ? null : daysBetween(planFrom, date),
    };
  });
}
