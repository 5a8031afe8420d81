import { describe, expect, it } from 'vitest';
import { POLICIES } from '../../../src/people/policies.ts';
import { TRANSITION_IDS } from '../../../src/reports/lifecycle/table/ids.ts';
import {
  ALL_ROWS,
  type AnyRow,
  EVENT_TYPES,
  TRANSITIONS,
} from '../../../src/reports/lifecycle/table/transitions.ts';
import { can } from '../../../src/reports/lifecycle/turns/can.ts';
import { REPORT_STATES, type ReportState, TERMINAL_STATES } from '../../../src/reports/report.ts';

const rowsFrom = (state: ReportState): readonly AnyRow[] =>
  ALL_ROWS.filter(({ from }) => from.includes(state));

/** Where a row leads from a state; back from SUSPENDED to wherever one can be suspended from. */
function targets(row: AnyRow, from: ReportState): readonly ReportState[] {
  if (row.to === 'same') return [from];
  if (row.to !== 'previous') return [row.to];
  return ALL_ROWS.filter(({ to }) => to === 'SUSPENDED').flatMap((suspending) => suspending.from);
}

function reachableFrom(start: ReportState): ReadonlySet<ReportState> {
  const seen = new Set<ReportState>([start]);
  for (const state of seen) {
    for (const row of rowsFrom(state)) for (const target of targets(row, state)) seen.add(target);
  }
  return seen;
}

describe('the transition table', () => {
  it('reaches every state from a draft', () => {
    expect([...reachableFrom('DRAFT')].sort()).toEqual([...REPORT_STATES].sort());
  });

  it.each(REPORT_STATES.filter((state) => !TERMINAL_STATES.includes(state)))(
    'has a way out of %s to an end',
    (state) => {
      expect([...reachableFrom(state)].some((reached) => TERMINAL_STATES.includes(reached))).toBe(true);
    },
  );

  it.each(TERMINAL_STATES)('has no way out of %s', (state) => {
    expect(rowsFrom(state)).toEqual([]);
  });

  it('carries every transition of §3.2 but T1 (opening) and T24 (impossible)', () => {
    const ids = new Set(ALL_ROWS.map(({ id }) => id));
    expect([...ids].sort()).toEqual(TRANSITION_IDS.filter((id) => id !== 'T1').sort());
    const numbers = new Set([...ids].flatMap((id) => /^T\d+/.exec(id)?.[0] ?? []));
    const expected = Array.from({ length: 25 }, (_, index) => `T${index + 1}`).filter(
      (id) => id !== 'T1' && id !== 'T24',
    );
    expect([...numbers].sort()).toEqual(expected.sort());
  });

  it('never lets the clock decide or close a case in STAFF_REVIEW', () => {
    expect(rowsFrom('STAFF_REVIEW').filter(({ by }) => by === 'clock')).toEqual([]);
    expect(
      rowsFrom('STAFF_REVIEW')
        .filter(({ clockToo }) => clockToo)
        .map(({ id }) => id),
    ).toEqual(['assigned']);
  });

  it.each(EVENT_TYPES)('asks the same of the actor and the case in every row of "%s"', (type) => {
    const rows: readonly AnyRow[] = TRANSITIONS[type];
    expect(new Set(rows.map(({ by }) => by)).size).toBe(1);
    for (const state of REPORT_STATES) {
      const asked = rows
        .filter(({ from }) => from.includes(state))
        .map(({ needs, guards }) => [needs, guards]);
      for (const one of asked) expect(one).toEqual(asked[0]);
    }
  });

  it.each(EVENT_TYPES.filter((type) => type !== 'tick'))(
    'always finds a row for "%s" in its states',
    (type) => {
      const rows: readonly AnyRow[] = TRANSITIONS[type];
      for (const state of new Set(rows.flatMap(({ from }) => from))) {
        expect(rows.filter(({ from }) => from.includes(state)).at(-1)?.when).toBeUndefined();
      }
    },
  );

  it('names actions that the policy table knows', () => {
    for (const { by } of ALL_ROWS) if (by !== 'clock') expect(Object.keys(POLICIES)).toContain(by);
  });

  it('gives every human event its line in `can`', () => {
    expect(Object.keys(can).sort()).toEqual(EVENT_TYPES.filter((type) => type !== 'tick').sort());
  });
});
