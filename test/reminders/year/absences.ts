import type { Delegation } from '../../../src/people/delegation/delegation.ts';
import type { Member } from '../../../src/people/delegation/resolve.ts';
import type { CasePeople } from '../../../src/reports/reminders/receivers.ts';
import type { Chance } from './chance.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Everybody's absences of the years: with somebody in their place where a colleague has the same role, or with nobody. */
export class Absences {
  readonly #of = new Map<string, readonly Delegation[]>();

  constructor(chance: Chance, teams: readonly (readonly Member[])[], start: Date, years: number) {
    for (const team of teams) {
      for (const who of team) this.#of.set(who.id, absencesOf(chance, who, team, { start, years }));
    }
  }

  /** What is active of these people at this moment. */
  at(now: Date, { store, provider, staff }: Omit<CasePeople, 'delegations'>): readonly Delegation[] {
    return [...store, ...provider, ...staff]
      .flatMap(({ id }) => this.#of.get(id) ?? [])
      .filter(({ from, until }) => from <= now && now < until);
  }

  /** Somebody is there in their place. */
  isStoodInFor(who: string, now: Date): boolean {
    const active = this.#activeOf(who, now);
    return typeof active?.delegate === 'string' && this.#activeOf(active.delegate, now) === undefined;
  }

  #activeOf(who: string, now: Date): Delegation | undefined {
    return this.#of.get(who)?.find(({ from, until }) => from <= now && now < until);
  }
}

/** Teams have no name of their own. */
export const organisationOf = (team: readonly Member[]): string => `team of ${team[0]?.id}`;

interface Span {
  readonly start: Date;
  readonly years: number;
}

function absencesOf(
  chance: Chance,
  { id, role }: Member,
  team: readonly Member[],
  { start, years }: Span,
): readonly Delegation[] {
  const colleagues = team.filter((other) => other.role === role && other.id !== id);
  return Array.from({ length: years * 2 }, (_, half): Delegation => {
    const first = start.getTime() + (half * 182 + chance.between(0, 160)) * DAY_MS;
    const [colleague] = colleagues;
    const delegate = colleague && chance.happens(0.8) ? chance.oneOf([colleague, ...colleagues]).id : null;
    return {
      id: `dlg_${id}_${half}`,
      organisationId: organisationOf(team),
      role,
      delegator: id,
      delegate,
      reportId: null,
      from: new Date(first),
      until: new Date(first + chance.between(2, 20) * DAY_MS),
    };
  });
}
