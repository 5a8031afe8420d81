import type { App } from '../../../app.ts';
import { auditEvent } from '../../../audit/event.ts';
import { ORGANISATION_CHAIN } from '../../../audit/payload.ts';
import { handled } from '../../../chat/requests/handled.ts';
import { Conflict } from '../../../platform/database/errors.ts';
import { Prisma } from '../../../platform/database/generated/client.ts';
import { ok, type Result } from '../../../result.ts';
import { type PrincipalId, ROLE_ORGANISATION } from '../../principal.ts';
import { announced } from '../announce.ts';
import { delegationNamed, type NamedDelegation } from '../record.ts';
import { refuseDelegation } from '../refusals.ts';

export interface EndInput {
  readonly id: string;
  readonly by: PrincipalId;
  readonly requestId: string;
}

const OVER = 'delegation-over';

/**
 * Ends a delegation now, or takes back one that has not begun. Both people may: whoever gave it is back, whoever received it
 * cannot do it. It counts from the next click on. Refused with `delegation.unknown` and `delegation.over`.
 */
export async function endDelegation(
  deps: Pick<App, 'database' | 'queue' | 'clock'>,
  input: EndInput,
): Promise<Result<NamedDelegation>> {
  const found = await delegationNamed(deps, input.id);
  if (!found || ![found.delegator, found.delegate].includes(input.by)) return refuseDelegation('unknown', {});
  try {
    await deps.database.change(statements(deps, input, found));
    return ok(found);
  } catch (error) {
    if (error instanceof Conflict && error.code === OVER) return refuseDelegation('over', {});
    throw error;
  }
}

function statements(
  { clock, queue }: Pick<App, 'queue' | 'clock'>,
  { id, by, requestId }: EndInput,
  { delegator, delegate, role, organisationId }: NamedDelegation,
): Prisma.Sql[] {
  const at = clock.now();
  const inboxes = delegate === null ? [delegator] : [delegator, delegate];
  return [
    Prisma.sql`
      WITH ended AS (
        UPDATE delegation SET ended_at = ${at}, ended_by = ${by}
        WHERE id = ${id} AND ended_at IS NULL AND until_at > ${at} RETURNING id)
      SELECT expect_rows((SELECT count(*) FROM ended), 1, ${OVER}::text)`,
    Prisma.sql`DELETE FROM reminder WHERE object = ${id} AND settled_at IS NULL`,
    auditEvent({
      objectType: ORGANISATION_CHAIN[ROLE_ORGANISATION[role]],
      objectId: organisationId,
      actor: by,
      org: organisationId,
      action: 'delegation.ended',
      at,
      requestId,
      data: { id, delegator, delegate },
    }),
    ...announced(
      queue,
      { id, rule: 'delegation.ended', to: inboxes.find((one) => one !== by) ?? null, inboxes },
      at,
    ),
    handled(requestId, at),
  ];
}
