import type { Translate } from '../../../chat/messages/translate.ts';
import type { PrincipalId } from '../../../people/principal.ts';
import type { Case } from '../../record/case.ts';
import { nameIn } from '../../record/people.ts';

/** "standing in for Ben, Ann": the chain as the reader should know it; nothing in one's own name. */
export const forWhom = (
  t: Translate,
  parties: Case,
  onBehalfOf: readonly PrincipalId[],
): readonly string[] => {
  if (onBehalfOf.length === 0) return [];
  const name = onBehalfOf.map((id) => nameIn(parties, id)).join(t('common.comma'));
  return [t('delegation.for-whom', { name })];
};
