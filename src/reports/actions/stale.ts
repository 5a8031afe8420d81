import type { App } from '../../app.ts';
import { type Refusal, refuse } from '../../result.ts';

/**
 * The private answer to a second or late click (domain-rules §3.6): `reports.already-decided` with who did what, for whom and
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
  const { actor, onBehalfOf } = step;
  const people = await app.database.prisma.principal.findMany({
    where: { id: { in: [actor, ...(onBehalfOf === null ? [] : [onBehalfOf])] } },
  });
  const nameOf = (id: string) => people.find((person) => person.id === id)?.displayName ?? id;
  return refuse('reports.already-decided', {
    report: reportId,
    rule: step.rule,
    state: step.toState,
    by: onBehalfOf === null ? nameOf(actor) : { by: nameOf(actor), principal: nameOf(onBehalfOf) },
    byClock: actor === 'clock',
    at: step.at,
  });
}
