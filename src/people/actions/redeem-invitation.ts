import type { App } from '../../app.ts';
import { auditEvent } from '../../audit/event.ts';
import { ORGANISATION_CHAIN } from '../../audit/payload.ts';
import type { AccountRef } from '../../chat/incoming.ts';
import { handled } from '../../chat/requests/handled.ts';
import { offerHeldClicks } from '../../chat/requests/held-clicks/offer.ts';
import { Conflict } from '../../platform/database/errors.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import { ok, type Result } from '../../result.ts';
import { codeHash } from '../invitation/code.ts';
import { type Invitation, judge } from '../invitation/judge.ts';
import { loadRedemption } from '../invitation/record.ts';
import * as write from '../invitation/statements.ts';
import type { PrincipalId } from '../principal.ts';

export interface RedeemInput {
  readonly account: AccountRef;
  readonly code: string;
  readonly requestId: string;
}

export interface Redeemed {
  readonly principalId: PrincipalId;
  readonly invitation: Invitation;
  /** False: the account was linked before, and its owner has one membership more. */
  readonly linkedNow: boolean;
}

type Deps = Pick<App, 'database' | 'clock' | 'ids' | 'queue'>;

/**
 * Links a chat account to the invited person, or adds the membership to whoever owns the account already. One code
 * serves once, whoever is first. Refused: as `judge` says; ten failures within an hour lock the account.
 */
export async function redeemInvitation(deps: Deps, input: RedeemInput): Promise<Result<Redeemed>> {
  try {
    return await redeemOnce(deps, input);
  } catch (error) {
    // Another request took the code, linked this account or failed for it since the record was read: look again.
    if (error instanceof Conflict && RACES.has(error.code)) return redeemOnce(deps, input);
    throw error;
  }
}

const RACES: ReadonlySet<string> = new Set([write.CODE_TAKEN, write.LOCKED, 'unique']);

async function redeemOnce(deps: Deps, input: RedeemInput): Promise<Result<Redeemed>> {
  const now = deps.clock.now();
  const found = await loadRedemption(deps, { account: input.account, hash: codeHash(input.code), now });
  const judgement = judge(found, now);
  if ('redeem' in judgement)
    return redeem(deps, input, { invitation: judgement.redeem, known: found.principalId });
  if (judgement.counts) await deps.database.change(write.failure(input.account, now));
  return judgement.refusal;
}

interface Redeeming {
  readonly invitation: Invitation;
  /** The owner of the account; null while it has none. */
  readonly known: PrincipalId | null;
}

async function redeem(
  deps: Deps,
  input: RedeemInput,
  { invitation, known }: Redeeming,
): Promise<Result<Redeemed>> {
  const at = deps.clock.now();
  const principalId = known ?? deps.ids.next('prn');
  const joining = { invitation, principalId, account: input.account, at };
  await deps.database.change([
    ...write.unlocked(input.account, at),
    write.redeemed(joining),
    ...(known ? [] : [write.newPrincipal(joining), write.newAccount(joining)]),
    ...(known ? [] : await offerHeldClicks(deps, input.account, at)),
    write.newMembership(joining),
    ...events(joining, { requestId: input.requestId, linkedNow: !known }),
    handled(input.requestId, at),
  ]);
  return ok({ principalId, invitation, linkedNow: !known });
}

interface Circumstances {
  readonly requestId: string;
  readonly linkedNow: boolean;
}

/** On the organisation's chain that somebody joined, on the person's which account is theirs. */
function events(
  { invitation, principalId, account, at }: write.Joining,
  { requestId, linkedNow }: Circumstances,
): Prisma.Sql[] {
  const { organisationId, role, id } = invitation;
  const common = { actor: principalId, org: organisationId, at, requestId };
  const joined = auditEvent({
    ...common,
    objectType: ORGANISATION_CHAIN[invitation.kind],
    objectId: organisationId,
    action: 'link.join',
    after: { principalId, organisationId, role },
    data: { principalId, role, invitation: id },
  });
  const linked = auditEvent({
    ...common,
    objectType: 'principal',
    objectId: principalId,
    action: 'link.account',
    after: { ...account },
    data: { platform: account.platform, workspace: account.workspace, userId: account.userId },
  });
  return linkedNow ? [joined, linked] : [joined];
}
