import type { AccountRef } from '../../chat/incoming.ts';
import type { OwedMessage } from '../../delivery/view.ts';
import { type AccountLink, sameAccount } from './account-link.ts';

/** What the owner's accounts are shown of a link, and what the account that joins is shown. */
export const OWNER_VIEW = 'link-owner';
export const NEWCOMER_VIEW = 'link-newcomer';

/** One account hears, privately and on its own platform, how a link stands. */
export function toldOfLink(link: AccountLink, account: AccountRef, rule: string): OwedMessage {
  const { platform, workspace, userId } = account;
  return {
    view: link.other && sameAccount(link.other, account) ? NEWCOMER_VIEW : OWNER_VIEW,
    subject: link.id,
    stateSeq: 0,
    rule,
    receiver: { kind: 'account', account: { platform, workspace, userId } },
  };
}

export const except = (accounts: readonly AccountRef[], acting: AccountRef): readonly AccountRef[] =>
  accounts.filter((account) => !sameAccount(account, acting));
