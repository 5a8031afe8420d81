import type { Section } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import type { PrincipalId } from '../../../people/principal.ts';
import type { Case } from '../../record/case.ts';
import { nameIn } from '../../record/people.ts';
import type { Reassigned } from '../../record/reassigned.ts';

/** Why a review has changed hands by itself, in the words of whoever has it now, had it before, or only looks. */
export function reassignedSection(
  { t }: Pick<Reader, 't'>,
  parties: Case,
  { reassigned, me }: { readonly reassigned: Reassigned | null; readonly me: PrincipalId | null },
): readonly Section[] {
  if (reassigned === null) return [];
  const { from, to } = reassigned;
  const names = { from: from === null ? '' : nameIn(parties, from), to: nameIn(parties, to) };
  const part = me === to ? 'to-me' : from !== null && me === from ? 'from-me' : 'seen';
  const key = from === null ? `cases.reassigned.nobody-${part}` : `cases.reassigned.${part}`;
  return [{ title: t('cases.section.reassigned'), body: t(key, names) }];
}
