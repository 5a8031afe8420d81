import type { Button } from '../../../chat/card.ts';
import type { AccountRef } from '../../../chat/incoming.ts';
import type { Translate } from '../../../chat/messages/translate.ts';
import { accountName } from '../../../delivery/receiver.ts';
import type { PrincipalId } from '../../principal.ts';
import { namedAccount } from './account-words.ts';

export const UNLINK = 'account.unlink';

export interface Owner {
  readonly id: PrincipalId;
  readonly name: string;
}

/** One for each account; asked twice. */
export const unlinkButtons = (
  t: Translate,
  owner: Owner,
  accounts: readonly AccountRef[],
): readonly Button[] =>
  accounts.map((each) => {
    const account = namedAccount(t, each);
    return {
      label: t('linking.unlink.button', { account }),
      tone: 'danger',
      handle: { action: UNLINK, subject: owner.id, revision: 0, stateSeq: 0, data: accountName(each) },
      confirm: {
        title: t('linking.unlink.sure'),
        body: t('linking.unlink.sure-body', { account, owner: owner.name }),
        yes: t('linking.unlink.button', { account }),
        no: t('common.button.cancel'),
      },
    };
  });
