/** Every refusal about stand-ins and absences, with the data that its message may name; `delegation.<name>`. */
import { type Refusal, refuse } from '../../result.ts';

export const DELEGATION_REFUSALS = {
  'not-your-role': [],
  'nobody-chosen': [],
  'to-oneself': [],
  outside: [],
  'without-role': ['name', 'role'],
  'not-a-date': ['typed'],
  'in-past': ['today'],
  'until-not-after': [],
  'too-long': ['maximum'],
  overlaps: ['from', 'until'],
  cycle: ['name'],
  'chain-too-long': ['maximum'],
  'reason-missing': [],
  'reason-too-long': ['maximum'],
  'report-unknown': ['typed'],
  unknown: [],
  over: [],
  'changed-meanwhile': [],
  'ended-meanwhile': ['name'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

type DelegationRefusal = keyof typeof DELEGATION_REFUSALS;
type DataOf<C extends DelegationRefusal> = Readonly<Record<(typeof DELEGATION_REFUSALS)[C][number], unknown>>;

export function refuseDelegation<C extends DelegationRefusal>(
  code: C,
  data: DataOf<C>,
  field?: string,
): Refusal {
  return refuse(`delegation.${code}`, data, field);
}
