/** What a new delegation would make together with those that stand: chains and rounds (domain-rules §1). */
import type { PrincipalId } from '../principal.ts';
import { CHAIN_MAXIMUM, type Delegation, meet } from './delegation.ts';

/** The part of time and tasks that a chain has in common. */
type Reach = Pick<Delegation, 'from' | 'until' | 'reportId'>;

/** A chain so far: where it has come to, how many delegations long, and what it still reaches. */
interface Path extends Reach {
  readonly at: PrincipalId;
  readonly length: number;
}

export type NewDelegation = Omit<Delegation, 'id'>;

/** Whether somebody's tasks would come back to them. */
export function goesRound(standing: readonly Delegation[], proposed: NewDelegation): boolean {
  if (proposed.delegate === null) return false;
  const start: Path = { ...proposed, at: proposed.delegate, length: 1 };
  return walk(standing, start, FORWARD).some(({ at }) => at === proposed.delegator);
}

/** How many delegations would follow each other at some instant for some task, the new one among them. */
export function chainLength(standing: readonly Delegation[], proposed: NewDelegation): number {
  if (proposed.delegate === null) return 0;
  const { delegate } = proposed;
  const before = walk(standing, { ...proposed, at: proposed.delegator, length: 1 }, BACKWARD);
  const whole = before.flatMap((path) => walk(standing, { ...path, at: delegate }, FORWARD));
  return Math.max(...whole.map(({ length }) => length));
}

interface Direction {
  readonly start: (one: Delegation) => PrincipalId | null;
  readonly end: (one: Delegation) => PrincipalId | null;
}

const FORWARD: Direction = { start: ({ delegator }) => delegator, end: ({ delegate }) => delegate };
const BACKWARD: Direction = { start: FORWARD.end, end: FORWARD.start };

/** The path and every longer one; one more than allowed is far enough to know. */
function walk(standing: readonly Delegation[], path: Path, direction: Direction): readonly Path[] {
  if (path.length > CHAIN_MAXIMUM) return [path];
  const further = standing.flatMap((one) => {
    const at = direction.end(one);
    return direction.start(one) === path.at && at !== null && touches(path, one)
      ? walk(standing, { ...inBoth(path, one), at, length: path.length + 1 }, direction)
      : [];
  });
  return [path, ...further];
}

const touches = (one: Reach, other: Reach): boolean =>
  meet(one, other) && (one.reportId === null || other.reportId === null || one.reportId === other.reportId);

const inBoth = (one: Reach, other: Reach): Reach => ({
  from: new Date(Math.max(one.from.getTime(), other.from.getTime())),
  until: new Date(Math.min(one.until.getTime(), other.until.getTime())),
  reportId: one.reportId ?? other.reportId,
});
