import type { HandleSpec } from '../../../chat/card.ts';
import type { Grant } from '../record/grants.ts';

export const REPLACE_KEY = 'access.replace-key';
export const REVOKE_KEY = 'access.revoke-key';

/** A key of a grant: the handle's data says both which mode and which key. */
export const keyHandle = (action: string, { applicationId, mode }: Grant, keyId: string): HandleSpec => ({
  action,
  subject: applicationId,
  revision: 0,
  stateSeq: 0,
  data: `${mode} ${keyId}`,
});

export function namedKey({ data = '' }: HandleSpec): { readonly mode: string; readonly keyId: string } {
  const [mode = '', keyId = ''] = data.split(' ');
  return { mode, keyId };
}
