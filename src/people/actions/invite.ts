import type { App } from '../../app.ts';
import { auditEvent } from '../../audit/event.ts';
import { ORGANISATION_CHAIN } from '../../audit/payload.ts';
import { handled } from '../../chat/requests/handled.ts';
import { Prisma } from '../../platform/database/generated/client.ts';
import { ok, type Result } from '../../result.ts';
import { codeHash } from '../invitation/code.ts';
import { INVITATION_DAYS, judgeOffer, type Offer } from '../invitation/offer.ts';
import type { Actor } from '../principal.ts';

export interface InviteInput {
  readonly by: Actor;
  readonly offer: Offer;
  /** Shown to the inviter once; only its hash is written. */
  readonly code: string;
  /** Removes what was typed so far, with the change. */
  readonly draft: Prisma.Sql;
  readonly requestId: string;
}

export interface Invited {
  readonly offer: Offer;
  readonly expiresAt: Date;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** A one-time code for one person, one organisation and one role. Refused: as `judgeOffer` says. */
export async function invite(
  deps: Pick<App, 'database' | 'clock' | 'ids'>,
  { by, offer, code, draft, requestId }: InviteInput,
): Promise<Result<Invited>> {
  const refusal = judgeOffer(by, offer);
  if (refusal) return refusal;
  const at = deps.clock.now();
  const id = deps.ids.next('inv');
  const expiresAt = new Date(at.getTime() + INVITATION_DAYS * DAY_MS);
  const { organisation, role } = offer;
  const personName = offer.personName.trim();
  await deps.database.change([
    Prisma.sql`
      INSERT INTO invitation (id, code_hash, organisation_id, role, person_name, invited_by, created_at, expires_at)
      VALUES (${id}, ${codeHash(code)}, ${organisation.id}, ${role}, ${personName}, ${by.principalId}, ${at},
              ${expiresAt})`,
    auditEvent({
      objectType: ORGANISATION_CHAIN[organisation.kind],
      objectId: organisation.id,
      actor: by.principalId,
      org: organisation.id,
      action: 'staff.invite',
      at,
      requestId,
      data: { invitation: id, role, personName, expiresAt: expiresAt.toISOString() },
    }),
    draft,
    handled(requestId, at),
  ]);
  return ok({ offer: { ...offer, personName }, expiresAt });
}
