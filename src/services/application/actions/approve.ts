import type { App } from '../../../app.ts';
import { principalsBehind, secondIsAnother } from '../../../people/separation-of-duties.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { ok, type Result, refuse } from '../../../result.ts';
import { offerKey } from '../../access/grant.ts';
import { isScope } from '../../access/scopes.ts';
import type { Deed, DeedInput } from '../../actions/deed.ts';
import { handOf } from '../../actions/independence.ts';
import { type Circumstances, type StepOutcome, takeStep } from '../../actions/step.ts';
import { entryOf, relationshipRefusal } from '../../entry/entry.ts';
import { type CaseOf, loadService } from '../../record/case.ts';
import { needsTwo } from '../scopes.ts';

/**
 * Opens the sandbox; writing and personal data need two people (SOD-3). Refuses `services.no-relationship`,
 * `services.no-report`, `people.first-approver-may-not-second`.
 */
export const approveApplication: Deed = async (app, input) => {
  const found = await loadService(app, input.id);
  const isFirst =
    found?.kind === 'api' && found.approvals.length === 0 && needsTwo(found.scopes.filter(isScope));
  return takeStep(app, input, {
    kind: 'api',
    event: isFirst ? 'first-approval' : 'approve',
    judge: (application, circumstances) => approval(app, { application, isFirst, input }, circumstances),
  });
};

interface Approval {
  readonly application: CaseOf<'api'>;
  readonly isFirst: boolean;
  readonly input: DeedInput;
}

async function approval(
  app: Pick<App, 'database' | 'clock'>,
  { application, isFirst, input }: Approval,
  { people, at }: Circumstances,
): Promise<Result<StepOutcome>> {
  const { id: applicationId, providerId, approvals, allowedIps } = application;
  const entry = await entryOf(app, providerId);
  if (entry === null || input.actor === 'clock') return refuse('services.not-a-provider');
  const missing = relationshipRefusal(entry);
  if (missing) return missing;
  const hand = handOf(input.actor, people);
  for (const first of approvals) {
    const same = secondIsAnother({ principalId: first }, hand);
    if (same) return same;
  }
  const all = [...approvals, ...principalsBehind(hand)];
  const set = { approvals: Prisma.sql`${all}::text[]` };
  if (isFirst) return ok({ set });
  const scopes = application.scopes.filter(isScope);
  return ok({
    set,
    also: offerKey({ applicationId, providerId, mode: 'SANDBOX', scopes, allowedIps, now: at }).statements,
  });
}
