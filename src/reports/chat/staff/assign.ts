import type { Answer, Command, Known } from '../../../chat/conversation.ts';
import { isRefused, refuse } from '../../../result.ts';
import { applyEvent } from '../../actions/apply.ts';
import { statesFor } from '../../lifecycle/turns/barrier.ts';
import type { Case } from '../../record/case.ts';
import { actorOf, distinctPeople } from '../../record/people.ts';
import { doneCard } from '../card/done-card.ts';
import { handleOf } from '../card/handle.ts';
import { REPORT_OPTION, withReport } from '../commands/find-report.ts';
import { press } from '../commands/pressing.ts';
import { inputOf } from '../input-of.ts';

/** `/staff assign [report] [person]`: to a reviewer by name; without one, from a list. */
export const staffAssign: Command = {
  area: 'staff',
  verb: 'assign',
  options: [REPORT_OPTION, { name: 'person', kind: 'person', required: false, rest: true }],
  who: 'staff.assign',
  effect: 'change',
  run: (talk, { report: typed, person }) =>
    withReport(talk, { typed, verb: 'assign', states: statesFor('assign') }, (parties) =>
      person === undefined ? press(talk, parties, 'assign') : assignTo(talk, parties, person),
    ),
};

async function assignTo(talk: Known, parties: Case, typed: string): Promise<Answer> {
  const staff = distinctPeople(parties.staff);
  const wanted = typed.trim().toLowerCase();
  const exact = staff.filter(({ id, name }) => id === typed || name.toLowerCase() === wanted);
  const [only, ...others] =
    exact.length > 0 ? exact : staff.filter(({ name }) => name.toLowerCase().includes(wanted));
  if (!only || others.length > 0)
    return refuse('cases.no-such-reviewer', { typed, names: staff.map(({ name }) => name) });
  const input = inputOf(talk, handleOf(parties.report, 'assign'));
  const applied = await applyEvent(talk.app, input, { type: 'assign', to: actorOf(parties, only.id) });
  return isRefused(applied) ? applied : { kind: 'card', card: doneCard(talk, applied.ok) };
}
