/** Every refusal about who somebody is, with the data that its message may name. */
import { type Refusal, refuse } from '../result.ts';

export const PEOPLE_REFUSALS = {
  'not-linked': ['rolesNeeded'],
  'role-needed': ['rolesNeeded'],
  'not-your-organisation': ['rolesNeeded'],
  'editor-may-not-confirm': ['rolesNeeded'],
  'party-member-may-not-decide': ['rolesNeeded'],
  'editor-may-not-decide': ['rolesNeeded'],
  'requester-may-not-decide': ['rolesNeeded'],
  'first-approver-may-not-second': ['rolesNeeded'],
  'same-person-on-both-sides': [],
  'decider-may-not-hear-appeal': ['rolesNeeded'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type PeopleRefusal = keyof typeof PEOPLE_REFUSALS;
export type PeopleRefusalData<C extends PeopleRefusal> = Readonly<
  Record<(typeof PEOPLE_REFUSALS)[C][number], unknown>
>;

/** A refusal whose data the message can rely on; the code becomes `people.<name>`. */
export function refusePerson<C extends PeopleRefusal>(code: C, data: PeopleRefusalData<C>): Refusal {
  return refuse(`people.${code}`, data);
}
