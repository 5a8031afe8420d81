import type { App } from '../../../app.ts';
import type { FormValues } from '../../../chat/form.ts';
import { permissionRefusal, permitted } from '../../../people/permissions.ts';
import type { Actor, OrganisationId } from '../../../people/principal.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { isRefused, ok, type Result, refuse } from '../../../result.ts';
import { beginService } from '../../actions/begin.ts';
import { type Entry, entryOf, relationshipRefusal } from '../../entry/entry.ts';
import { type Question, readQuestion } from '../fields.ts';
import { type HandedIn, readLetter } from '../letter.ts';

export interface AskConsultation {
  readonly actor: Actor;
  readonly requestId: string;
  readonly providerId: OrganisationId;
  readonly values: FormValues;
  /** Takes away the draft that has become this case. */
  readonly draft: Prisma.Sql;
}

type Needs = Pick<App, 'database' | 'queue' | 'clock' | 'fetchFile'>;

/**
 * A question about opening a store: for providers with an effective relationship, and for recognised ones with a signed letter
 * of intent. Due as the level says (domain-rules §8). Refuses `services.no-relationship`, `services.no-report`,
 * `services.scope-*`, inputs beside their fields.
 */
export async function askConsultation(
  app: Needs,
  input: AskConsultation,
): Promise<Result<{ readonly id: string }>> {
  const { actor, requestId, providerId, values, draft } = input;
  const refusal = permissionRefusal(permitted('service.request', actor, { providerId }));
  if (refusal) return refusal;
  const entry = await entryOf(app, providerId);
  if (entry === null) return refuse('services.not-a-provider');
  const letter = await letterNeeded(app, entry, values);
  if (isRefused(letter)) return letter;
  const question = readQuestion(values, entry.today);
  if (isRefused(question)) return question;
  const id = await beginService(app, {
    ...{ kind: 'consultation', providerId, actor, requestId },
    own: columns(question.ok, letter.ok),
    slaMinutes: entry.benefits.consultationMinutes,
    also: [draft, ...(letter.ok === null ? [] : [letter.ok.kept])],
  });
  return ok({ id });
}

/** Null: the relationship is enough. */
async function letterNeeded(app: Needs, entry: Entry, values: FormValues): Promise<Result<HandedIn | null>> {
  const missing = relationshipRefusal(entry);
  if (missing === null) return ok(null);
  return entry.recognised ? readLetter(app, values, entry.today) : missing;
}

const columns = (question: Question, handedIn: HandedIn | null) => ({
  topic: Prisma.sql`${question.topic}`,
  brand: Prisma.sql`${question.brand}`,
  entity_region: Prisma.sql`${question.entityRegion}`,
  category: Prisma.sql`${question.category}`,
  trademark_status: Prisma.sql`${question.trademarkStatus}`,
  target_date: Prisma.sql`${question.targetDate}::date`,
  question: Prisma.sql`${question.question}`,
  letter: Prisma.sql`${handedIn === null ? null : JSON.stringify(handedIn.letter)}::jsonb`,
});
