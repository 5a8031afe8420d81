import type { App } from '../../../app.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import type { Prisma } from '../../../platform/database/generated/client.ts';
import { calendarsOf } from '../../../reminders/sweep/hours.ts';
import { ok, type Refusal, type Result } from '../../../result.ts';
import type { Actor } from '../../principal.ts';
import { colleagueNamed } from '../candidates.ts';
import type { NewDelegation } from '../chain.ts';
import type { Delegation } from '../delegation.ts';
import { judgeDelegation, judgeReason } from '../judge.ts';
import { isReportOf, standingIn } from '../record.ts';
import { refuseDelegation } from '../refusals.ts';
import { delegationWrites, STANDING_CHANGED } from './delegation-writes.ts';

export interface DelegateInput {
  readonly by: Actor;
  readonly delegation: Omit<NewDelegation, 'delegator'>;
  readonly reason: string;
  /** Removes what was typed so far, with the change. */
  readonly draft: Prisma.Sql;
  readonly requestId: string;
}

type Needs = Pick<App, 'database' | 'queue' | 'clock' | 'ids'>;

/** Each attempt that fails lets another one through, so a few are enough for any real team. */
const ATTEMPTS = 5;

/**
 * Names a stand-in for a role or one report, or says that somebody is away. Whether it makes a round or too long a chain is judged
 * over what stands, and written only if that still stands: of two that would close a round together, one is refused.
 * Refused as `judgeReason` and `judgeDelegation` say, and with `delegation.report-unknown`, `changed-meanwhile`.
 */
export async function delegate(deps: Needs, input: DelegateInput): Promise<Result<Delegation>> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const outcome = await delegateOnce(deps, input);
    if (outcome !== STANDING_CHANGED) return outcome;
  }
  return refuseDelegation('changed-meanwhile', {});
}

async function delegateOnce(
  deps: Needs,
  input: DelegateInput,
): Promise<Result<Delegation> | typeof STANDING_CHANGED> {
  const { by, reason } = input;
  const proposed: NewDelegation = { ...input.delegation, delegator: by.principalId };
  const standing = await standingIn(deps, proposed, deps.clock.now());
  const refusal =
    judgeReason(reason) ??
    (await judged(deps, { by, proposed, standing })) ??
    (await noReport(deps, proposed));
  if (refusal) return refusal;
  const made: Delegation = { ...proposed, id: deps.ids.next('dlg') };
  try {
    const calendar = (await calendarsOf(deps, [by.principalId]))(by.principalId);
    await deps.database.change(delegationWrites(deps, input, { made, standing, calendar }));
    return ok(made);
  } catch (error) {
    if (error instanceof Conflict && [STANDING_CHANGED, 'overlap'].includes(error.code))
      return STANDING_CHANGED;
    throw error;
  }
}

interface Question {
  readonly by: Actor;
  readonly proposed: NewDelegation;
  readonly standing: readonly Delegation[];
}

async function judged(deps: Needs, { by, proposed, standing }: Question): Promise<Refusal | null> {
  const chosen = proposed.delegate === null ? null : await colleagueNamed(deps, proposed.delegate);
  return judgeDelegation(proposed, { delegator: by, delegate: chosen, standing });
}

async function noReport(deps: Needs, { reportId, organisationId }: NewDelegation): Promise<Refusal | null> {
  if (reportId === null || (await isReportOf(deps, reportId, organisationId))) return null;
  return refuseDelegation('report-unknown', { typed: reportId }, 'report');
}
