import type { App } from '../../app.ts';
import { auditEvent } from '../../audit/event.ts';
import type { AccountRef } from '../../chat/incoming.ts';
import { handled } from '../../chat/requests/handled.ts';
import { offerHeldClicks } from '../../chat/requests/held-clicks/offer.ts';
import { owe } from '../../delivery/owe.ts';
import { accountName } from '../../delivery/receiver.ts';
import { Conflict } from '../../platform/database/errors.ts';
import type { Prisma } from '../../platform/database/generated/client.ts';
import { ok, type Result } from '../../result.ts';
import { type AccountLink, hasConfirmed } from '../linking/account-link.ts';
import { judgeConfirmation } from '../linking/judge.ts';
import { accountsOf, loadLink } from '../linking/record.ts';
import { type Confirming, confirmed, joined, LINK_CHANGED } from '../linking/statements.ts';
import { except, toldOfLink } from '../linking/told.ts';

export interface LinkStepInput {
  readonly linkId: string;
  /** The account that presses. */
  readonly account: AccountRef;
  readonly requestId: string;
}

type Deps = Pick<App, 'database' | 'clock' | 'queue'>;

/**
 * One side's consent. With the second the two accounts are one principal; the link as it then stands is returned. Refused: as
 * `judgeConfirmation` says.
 */
export async function confirmLink(deps: Deps, input: LinkStepInput): Promise<Result<AccountLink>> {
  try {
    return await confirmOnce(deps, input);
  } catch (error) {
    // The other side acted, or the account was linked elsewhere, since the record was read: look again.
    if (error instanceof Conflict && RACES.has(error.code)) return confirmOnce(deps, input);
    throw error;
  }
}

const RACES: ReadonlySet<string> = new Set([LINK_CHANGED, 'unique']);

async function confirmOnce(deps: Deps, input: LinkStepInput): Promise<Result<AccountLink>> {
  const at = deps.clock.now();
  const judged = judgeConfirmation(await loadLink(deps, input.linkId), input.account, at);
  if ('refused' in judged) return judged;
  const { link, side } = judged;
  const completes = hasConfirmed(link, side === 'asker' ? 'other' : 'asker');
  const confirming: Confirming = { link, side, completes, at };
  await deps.database.change([
    confirmed(confirming),
    confirmation(confirming, input),
    ...(completes && link.other ? await joining(deps, confirming, input) : []),
    ...owe(deps.queue, { messages: [], redraw: [link.id] }, at),
    handled(input.requestId, at),
  ]);
  return ok({
    ...link,
    linked: completes,
    ...(side === 'asker' ? { confirmed: true } : { otherConfirmed: true }),
  });
}

const confirmation = ({ link, side, at }: Confirming, { account, requestId }: LinkStepInput): Prisma.Sql =>
  auditEvent({
    objectType: 'principal',
    objectId: link.principalId,
    actor: side === 'asker' ? link.principalId : accountName(account),
    action: 'link.confirm',
    at,
    requestId,
    data: { link: link.id, platform: account.platform, workspace: account.workspace, userId: account.userId },
  });

/** The account, its event, and a word to every account of the person but the one that pressed. */
async function joining(
  deps: Deps,
  { link, at }: Confirming,
  { account, requestId }: LinkStepInput,
): Promise<readonly Prisma.Sql[]> {
  const { other, principalId } = link;
  if (!other) return [];
  const accounts = except([...(await accountsOf(deps, principalId)), other], account);
  const { platform, workspace, userId } = other;
  return [
    joined(link, other, at),
    ...(await offerHeldClicks(deps, other, at)),
    auditEvent({
      objectType: 'principal',
      objectId: principalId,
      actor: principalId,
      action: 'link.account',
      after: { platform, workspace, userId },
      at,
      requestId,
      data: { link: link.id, platform, workspace, userId },
    }),
    ...owe(
      deps.queue,
      { messages: accounts.map((each) => toldOfLink(link, each, 'linked')), redraw: [] },
      at,
    ),
  ];
}
