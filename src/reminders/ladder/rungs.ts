import { LADDERS, type Rung, URGENT_LADDER } from './ladder.ts';

/** Rungs that are no share of an SLA: they follow the ladder, or a calendar. A number behind them counts or dates them. */
const FURTHER = {
  /** A party that could have lapsed was not reminded often enough yet (T23). */
  last: { percent: 400, to: ['assignee', 'backup', 'role-lead', 'admin'], form: 'message', escalates: true },
  /** Every business day until staff decide. */
  overdue: { percent: 300, to: ['role-lead'], form: 'digest', escalates: true },
  /** Somebody snoozed and asked to be reminded then. */
  again: { percent: 90, to: [], form: 'message', escalates: false },
  expiry: { percent: 100, to: ['role-lead'], form: 'message', escalates: true },
  cure: { percent: 100, to: ['role-lead'], form: 'message', escalates: true },
  'cure-over': { percent: 200, to: ['admin'], form: 'message', escalates: true },
  told: { percent: 500, to: [], form: 'message', escalates: true },
  qualification: { percent: 100, to: ['role-lead'], form: 'message', escalates: true },
  /** The time to top up is over: leads decide (T19). */
  'deposit-over': { percent: 200, to: ['admin'], form: 'message', escalates: true },
  deposit: { percent: 100, to: ['role-lead'], form: 'message', escalates: true },
  /** A delegation is over on the next business day. */
  'delegation-ends': { percent: 100, to: [], form: 'message', escalates: false },
  /** An urgent issue has waited for twice its time (QS09). */
  unacknowledged: { percent: 200, to: ['role-lead', 'admin'], form: 'message', escalates: true },
  /** A training task is due in a few days, and then it was. */
  'training-task': { percent: 80, to: ['assignee'], form: 'message', escalates: false },
  'training-late': { percent: 100, to: ['assignee'], form: 'message', escalates: false },
  /** A provider falls behind: the talk with it is due, then the days of its written plan. */
  'improvement-talk': { percent: 80, to: ['admin'], form: 'message', escalates: true },
  'improvement-late': { percent: 150, to: ['admin'], form: 'message', escalates: true },
  'improvement-day': { percent: 100, to: ['role-lead', 'admin'], form: 'message', escalates: true },
  /** The time for answers is over: staff say how the opportunity ends. */
  'opportunity-over': { percent: 200, to: ['assignee'], form: 'message', escalates: true },
  'opportunity-due': { percent: 100, to: ['assignee'], form: 'message', escalates: false },
} as const satisfies Readonly<Record<string, Omit<Rung, 'name'>>>;

type Further = keyof typeof FURTHER;

const isFurther = (name: string): name is Further => Object.hasOwn(FURTHER, name);

const TOLD = 'told.';

/** News of a change that time made: told in working hours, under the rule of its transition. */
export const toldRung = (rule: string): string => `${TOLD}${rule}`;
export const isTold = (rung: string): boolean => rung.startsWith(TOLD);

/** What a rung's message is owed under. */
export const ruleOf = (rung: string): string => (isTold(rung) ? rung.slice(TOLD.length) : `reminder-${rung}`);

/** `expiry-90` is of the family `expiry`, `at-80` a family of its own. */
export function familyOf(rung: string): string {
  if (isTold(rung)) return 'told';
  return LADDER_RUNGS.has(rung) ? rung : rung.replace(/[-+.]\d.*$/, '');
}

const LADDER_RUNGS: ReadonlyMap<string, Rung> = new Map(
  [...Object.values(LADDERS), URGENT_LADDER].flatMap((rungs) =>
    rungs.map((rung) => [rung.name, rung] as const),
  ),
);

/** What a planned rung means; a name that this version does not know is an error of whoever planned it. */
export function rungNamed(name: string): Rung {
  const onLadder = LADDER_RUNGS.get(name);
  if (onLadder) return onLadder;
  const family = familyOf(name);
  if (!isFurther(family)) throw new Error(`No rung is called ${name}: add it to src/reminders/ladder.`);
  return { name, ...FURTHER[family] };
}
