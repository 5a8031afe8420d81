import { SERVICE_SCOPES, type ServiceScope } from '../../../reports/report.ts';
import { ok, type Result, refuse, refuseAll } from '../../../result.ts';
import { storable, textRefusals } from '../../typed-text.ts';

/** As typed; each name is the name of the form's input. */
export interface TypedItem {
  readonly name: string;
  readonly scope: string;
  readonly description: string;
  readonly offered: boolean;
}

export interface ItemFields extends TypedItem {
  readonly scope: ServiceScope;
}

/** The longest that still fits on a card beside nine others. */
export const LONGEST_ITEM_NAME = 60;
export const LONGEST_DESCRIPTION = 500;

/** Everything that is wrong, each beside its input. */
export function itemFields(typed: TypedItem): Result<ItemFields> {
  const name = storable(typed.name).replace(/\s+/gu, ' ');
  const description = storable(typed.description);
  const scope = SERVICE_SCOPES.find((known) => known === typed.scope);
  const [first, ...others] = [
    ...textRefusals(name, { field: 'name', longest: LONGEST_ITEM_NAME }),
    ...textRefusals(description, { field: 'description', longest: LONGEST_DESCRIPTION }),
    ...(scope === undefined ? [refuse('directory.scope-unknown', {}, 'scope')] : []),
  ];
  if (first || scope === undefined) return refuseAll([first ?? refuse('directory.scope-unknown'), ...others]);
  return ok({ name, description, scope, offered: typed.offered });
}
