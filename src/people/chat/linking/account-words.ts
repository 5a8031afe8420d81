import type { AccountRef } from '../../../chat/incoming.ts';
import { accountText } from '../../../chat/messages/names.ts';
import type { Translate } from '../../../chat/messages/translate.ts';

/** An account as people can recognise it: the name that its platform shows, and what cannot be chosen freely. */
export function namedAccount(t: Translate, account: AccountRef & { readonly name?: string | null }): string {
  const text = accountText(t, account);
  return account.name ? t('linking.named', { name: account.name, account: text }) : text;
}
