import type { App } from '../../app.ts';
import { auditEvent } from '../../audit/event.ts';
import type { AccountRef } from '../../chat/incoming.ts';
import { Conflict } from '../../platform/database/errors.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { findPerson } from '../find-person.ts';
import type { PrincipalId } from '../principal.ts';

/** There is one platform; its people review what all others file. */
export const PLATFORM_ORGANISATION = 'platform';
const LEAD_EXISTS = 'lead-exists';

export interface BootstrapInput {
  /** From `BOOTSTRAP_LEAD`. */
  readonly account: AccountRef;
  /** What the platform and its first lead are called until somebody names them. */
  readonly platformName: string;
  readonly leadName: string;
}

/**
 * Makes the first staff lead, who invites everybody else. Does nothing once there is a lead, so that it can run at
 * every start, in several processes at once. Resolves to whether a lead was made.
 */
export async function bootstrapLead(
  deps: Pick<App, 'database' | 'clock' | 'ids'>,
  input: BootstrapInput,
): Promise<boolean> {
  const [lead] = await deps.database.query(
    Prisma.sql`SELECT 1 FROM membership WHERE role = 'STAFF_LEAD' LIMIT 1`,
  );
  if (lead) return false;
  const known = await findPerson(deps, input.account);
  const principalId = known?.person.principalId ?? deps.ids.next('prn');
  try {
    await deps.database.change(statements(input, { principalId, isNew: !known, at: deps.clock.now() }));
    return true;
  } catch (error) {
    // Another process made the lead in the meantime, perhaps of the same account.
    if (error instanceof Conflict && (error.code === LEAD_EXISTS || error.code === 'unique')) return false;
    throw error;
  }
}

interface Lead {
  readonly principalId: PrincipalId;
  readonly isNew: boolean;
  readonly at: Date;
}

function statements(input: BootstrapInput, lead: Lead): Prisma.Sql[] {
  const { principalId, isNew, at } = lead;
  return [
    Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended('bootstrap lead', 0))::text`,
    Prisma.sql`
      INSERT INTO organisation (id, kind, name, legal_entity, created_at)
      VALUES (${PLATFORM_ORGANISATION}, 'PLATFORM', ${input.platformName}, ${input.platformName}, ${at})
      ON CONFLICT (id) DO NOTHING`,
    ...(isNew ? newPerson(input, lead) : []),
    Prisma.sql`
      WITH made AS (
        INSERT INTO membership (principal_id, organisation_id, role, since)
        SELECT ${principalId}, ${PLATFORM_ORGANISATION}, 'STAFF_LEAD', ${at}::timestamptz
        WHERE NOT EXISTS (SELECT 1 FROM membership WHERE role = 'STAFF_LEAD') RETURNING role)
      SELECT expect_rows((SELECT count(*) FROM made), 1, ${LEAD_EXISTS}::text)`,
    auditEvent({
      objectType: 'platform',
      objectId: PLATFORM_ORGANISATION,
      actor: principalId,
      org: PLATFORM_ORGANISATION,
      action: 'people.bootstrap-lead',
      at,
      data: { principalId, role: 'STAFF_LEAD', account: { ...input.account } },
    }),
  ];
}

function newPerson({ account, leadName }: BootstrapInput, { principalId, at }: Lead): Prisma.Sql[] {
  return [
    Prisma.sql`INSERT INTO principal (id, display_name, created_at) VALUES (${principalId}, ${leadName}, ${at})`,
    Prisma.sql`
      INSERT INTO chat_account (platform, workspace, user_id, principal_id, linked_at)
      VALUES (${account.platform}, ${account.workspace}, ${account.userId}, ${principalId}, ${at})`,
  ];
}
