import type { Card } from '../../../chat/card.ts';
import type { Reader } from '../../../chat/conversation.ts';
import { newDelegationButton } from '../../../people/delegation/chat/list.ts';
import type { PrincipalId } from '../../../people/principal.ts';
import type { Case } from '../../record/case.ts';

/** On the first task that somebody ever gets, while it waits for them: how not to be waited for in vain. */
export function withStandInHint({ t }: Reader, card: Card, { parties, reader }: Hinted): Card {
  const { report, store, provider, staff } = parties;
  const first = [...store.people, ...provider.people, ...staff].find(({ id }) => id === reader)?.firstTask;
  if (!first || first.reportId !== report.id || first.stateSeq !== report.stateSeq) return card;
  return {
    ...card,
    sections: [...(card.sections ?? []), { body: t('delegation.hint') }],
    actions: [...(card.actions ?? []), newDelegationButton({ t }, 'plain')],
  };
}

interface Hinted {
  readonly parties: Case;
  readonly reader: PrincipalId | null;
}
