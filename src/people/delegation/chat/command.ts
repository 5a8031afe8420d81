import type { Answer, Click, Command, Known } from '../../../chat/conversation.ts';
import { isRefused } from '../../../result.ts';
import { endDelegation } from '../actions/end-delegation.ts';
import { delegationNamed, delegationsAround } from '../record.ts';
import { delegationCard, END_DELEGATION } from './card.ts';
import { openDelegateForm } from './form.ts';
import { delegationsCard, NEW_DELEGATION } from './list.ts';

/** `/delegate`: who stands in for me and for whom I do, with the way to set and to end it. */
export const delegateCommand: Command = {
  area: 'delegate',
  verb: '',
  options: [],
  who: 'delegation.set',
  effect: 'read',
  run: async (talk) => {
    const { app, person } = talk;
    const found = await delegationsAround(app, person.principalId, app.clock.now());
    return { kind: 'card', card: delegationsCard(talk, found) };
  },
};

export const newDelegationClick: Click = {
  action: NEW_DELEGATION,
  effect: 'read',
  run: (talk) => openDelegateForm(talk),
};

export const endDelegationClick: Click = {
  action: END_DELEGATION,
  effect: 'change',
  run: (talk, { subject }) => ended(talk, subject),
};

async function ended(talk: Known, id: string): Promise<Answer> {
  const { app, person, requestId } = talk;
  const result = await endDelegation(app, { id, by: person.principalId, requestId });
  if (isRefused(result)) return result;
  const shown = (await delegationNamed(app, id)) ?? result.ok;
  return { kind: 'card', card: delegationCard(talk, shown), replaces: true };
}
