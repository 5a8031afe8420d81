import type { PrincipalId } from '../../../people/principal.ts';
import { isRefused, type Result, refuse } from '../../../result.ts';
import { someOf } from '../typed/choice.ts';

const CONTACTS = { min: 1, max: 5 };

/** People of one's own organisation. Refuses `fields.not-your-colleague`. */
export function contactsFrom(colleagues: readonly PrincipalId[]) {
  return (values: readonly string[]): Result<readonly PrincipalId[]> => {
    const chosen = someOf(colleagues, CONTACTS)(values);
    return isRefused(chosen) && chosen.refused === 'fields.not-an-option'
      ? refuse('fields.not-your-colleague')
      : chosen;
  };
}
