import type { App } from '../../app.ts';

export interface LastStep {
  readonly event: string;
  readonly reason: string | null;
  readonly lender: string | null;
  readonly reference: string | null;
  /** What an answer refused for being out of scope was about. */
  readonly scope: string | null;
  /** Scopes that a level or going live took. */
  readonly taken: readonly string[];
}

/** Steps that say nothing of where a case stands. */
const SILENT = ['claim', 'take', 'first-approval', 'ask-live'];

/** What a card tells of the step that led to where the case stands. */
export async function lastStep(
  { database }: Pick<App, 'database'>,
  caseId: string,
): Promise<LastStep | null> {
  const step = await database.prisma.serviceStep.findFirst({
    where: { caseId, event: { notIn: SILENT } },
    orderBy: { stateSeq: 'desc' },
    select: { event: true, note: true },
  });
  if (!step) return null;
  const note = noteOf(step.note);
  const text = (name: string): string | null => (typeof note[name] === 'string' ? note[name] : null);
  const { taken } = note;
  return {
    event: step.event,
    reason: text('reason'),
    lender: text('lender'),
    reference: text('reference'),
    scope: text('scope'),
    taken: Array.isArray(taken) ? taken.filter((one) => typeof one === 'string') : [],
  };
}

const noteOf = (note: unknown): Readonly<Record<string, unknown>> =>
  typeof note === 'object' && note !== null ? { ...note } : {};
