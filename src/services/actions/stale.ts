import type { App } from '../../app.ts';
import { type Refusal, refuse } from '../../result.ts';

/**
 * The private answer to a second or late click: `services.already-decided` with who did what and when to the state that the
 * button showed; `services.moved-on` where that step is not on record.
 */
export async function alreadyDecided(
  { database }: Pick<App, 'database'>,
  caseId: string,
  stateSeq: number,
): Promise<Refusal> {
  const step = await database.prisma.serviceStep.findUnique({
    where: { caseId_stateSeq: { caseId, stateSeq } },
  });
  if (!step) return refuse('services.moved-on', { case: caseId });
  const { actor, onBehalfOf, event, at } = step;
  const people = await database.prisma.principal.findMany({
    where: { id: { in: [actor, ...(onBehalfOf === null ? [] : [onBehalfOf])] } },
  });
  const nameOf = (id: string) => people.find((person) => person.id === id)?.displayName ?? id;
  return refuse('services.already-decided', {
    case: caseId,
    step: event,
    by: onBehalfOf === null ? nameOf(actor) : { by: nameOf(actor), principal: nameOf(onBehalfOf) },
    at,
  });
}
