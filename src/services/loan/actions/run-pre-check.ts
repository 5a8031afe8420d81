import { Prisma } from '../../../platform/database/generated/client.ts';
import { BENEFITS } from '../../../ratings/ladder/benefits.ts';
import { ok, type Result } from '../../../result.ts';
import { type StepApp, type Taken, takeStep } from '../../actions/step.ts';
import { entryOf } from '../../entry/entry.ts';
import { loadService } from '../../record/case.ts';
import { preCheck } from '../pre-check.ts';
import { preCheckFacts } from '../record/pre-check-facts.ts';

/**
 * What follows a submission at once; a crash between the two leaves the case to the next round. It looks at the record as it is
 * now and keeps every reason.
 */
export async function runPreCheck(app: StepApp, id: string): Promise<Result<Taken>> {
  const found = await loadService(app, id);
  const benefits = (found && (await entryOf(app, found.providerId))?.benefits) ?? BENEFITS.P;
  const reasons = found ? preCheck(await preCheckFacts(app, found.providerId, benefits)) : [];
  return takeStep(
    app,
    { id, stateSeq: null, actor: 'clock', requestId: null },
    {
      kind: 'loan',
      event: reasons.length === 0 ? 'pass' : 'fail',
      judge: () =>
        ok({
          set: {
            reasons: Prisma.sql`${JSON.stringify(reasons)}::jsonb`,
            priority: Prisma.sql`${benefits.loan === 'PRIORITY'}::boolean`,
          },
          note: { reasons: reasons.map(({ code }) => code) },
          promptly: true,
        }),
    },
  );
}
