import type { App } from '../../app.ts';
import { type Refusal, refuse } from '../../result.ts';

/**
 * The private answer to a second or late click (domain-rules §3.6): `reports.already-decided` with who did what and
 * when to the state that the button showed; `reports.moved-on` when that step is not on record.
 */
export async function alreadyDecided(
  app: Pick<App, 'database'>,
  reportId: string,
  stateSeq: number,
): Promise<Refusal> {
  const step = await app.database.prisma.transition.findUnique({
    where: { reportId_stateSeq: { reportId, stateSeq } },
  });
  if (!step) return refuse('reports.moved-on', { report: reportId });
  const by = await app.database.prisma.principal.findUnique({ where: { id: step.actor } });
  return refuse('reports.already-decided', {
    report: reportId,
    rule: step.rule,
    state: step.toState,
    by: by?.displayName ?? step.actor,
    byClock: step.actor === 'clock',
    at: step.at,
  });
}
