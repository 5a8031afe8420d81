import type { Actor } from '../../people/principal.ts';
import { isRefused, ok, type Refusal, type Result } from '../../result.ts';
import { bulkApproval, bulkSize, type Shown } from '../lifecycle/bulk.ts';
import { DEFAULT_RULES } from '../rules.ts';
import { applyPrepared } from './apply.ts';
import { filledOf } from './filled.ts';

/** One line of the list as somebody saw and ticked it. */
export interface BulkItem extends Shown {
  readonly reportId: string;
}

export interface BulkOutcome {
  readonly reportId: string;
  /** Why it was left out; null: approved. */
  readonly skipped: Refusal | null;
}

export interface BulkInput {
  readonly items: readonly BulkItem[];
  readonly actor: Actor;
  readonly channel: string;
}

/**
 * Approves the ticked cases one by one, each in its own transaction (domain-rules §3.5). Whatever changed since it was
 * shown, needs two approvals or is not green in every check is left out with its reason. Refused as a whole with
 * `reports.bulk-too-many`.
 */
export async function bulkApprove(
  app: Parameters<typeof applyPrepared>[0],
  { items, actor, channel }: BulkInput,
): Promise<Result<readonly BulkOutcome[]>> {
  const tooMany = bulkSize(items.length, DEFAULT_RULES);
  if (tooMany) return tooMany;
  const outcomes: BulkOutcome[] = [];
  for (const item of items) {
    // The request is done when its last case is, so no single case may mark it done.
    const input = { reportId: item.reportId, stateSeq: null, actor, requestId: null, channel };
    const applied = await applyPrepared(app, input, (parties) =>
      ok({
        event: 'approve',
        decideBy: (report, context) => bulkApproval(item, report, context),
        filled: filledOf(parties),
        frozen: null,
      }),
    );
    outcomes.push({ reportId: item.reportId, skipped: isRefused(applied) ? applied : null });
  }
  return ok(outcomes);
}
