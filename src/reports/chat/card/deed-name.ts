import { byName } from '../../../chat/messages/names.ts';
import type { Translate } from '../../../chat/messages/translate.ts';
import type { Case } from '../../record/case.ts';
import { nameIn } from '../../record/people.ts';

interface Deed {
  readonly by: string;
  /** Null or undefined: in their own name. */
  readonly principal: string | null | undefined;
}

/** "Ben for Ann", as far as the case knows them. */
export const deedName = (t: Translate, parties: Case, { by, principal }: Deed): string =>
  byName(t, nameIn(parties, by), principal ? nameIn(parties, principal) : null);
