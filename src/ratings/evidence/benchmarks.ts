/** Benchmarks of a category, made of everybody's stores but one's own (domain-rules §7.3). */
import { CATEGORIES, isCategory } from '../../directory/categories.ts';
import { GROWTH } from '../rules.ts';
import type { StoreFact, Sums } from './facts.ts';

interface GrowthSums {
  readonly stores: number;
  readonly now: number;
  readonly before: number;
}

export interface Group extends Sums {
  readonly stores: number;
  readonly yearly: GrowthSums;
  readonly quarterly: GrowthSums;
}

/** By category and currency. */
export interface Groups {
  readonly get: (key: string) => Group | undefined;
}

const NOBODY: GrowthSums = { stores: 0, now: 0, before: 0 };
const EMPTY: Group = {
  stores: 0,
  orders: 0,
  shipped: 0,
  onTime: 0,
  disputes: 0,
  dsrCount: 0,
  dsr: [0, 0, 0],
  yearly: NOBODY,
  quarterly: NOBODY,
};

/** Everything of one currency. */
const ALL = '*';
const keyOf = (category: string, currency: string): string => `${category}|${currency}`;

/** A category, what it is part of, and at last everything. */
function widening(category: string): readonly string[] {
  const parent = isCategory(category) ? CATEGORIES[category].parent : null;
  return parent === null ? [category, ALL] : [category, parent, ALL];
}

export interface CategorySums extends Group {
  readonly category: string;
  readonly currency: string;
}

/** Each category's sums also count in what it is part of. */
export function groupsOf(rows: readonly CategorySums[]): Groups {
  const groups = new Map<string, Group>();
  for (const row of rows) {
    for (const level of widening(row.category)) {
      const key = keyOf(level, row.currency);
      groups.set(key, plus(groups.get(key) ?? EMPTY, row, 1));
    }
  }
  return groups;
}

/** Own stores taken out of every group that they are in. */
export function withoutOwn(groups: Groups, own: readonly StoreFact[]): Groups {
  const changed = new Map<string, Group>();
  for (const store of own) {
    for (const level of widening(store.category)) {
      const key = keyOf(level, store.currency);
      const group = changed.get(key) ?? groups.get(key);
      if (group) changed.set(key, plus(group, asGroup(store), -1));
    }
  }
  return { get: (key) => changed.get(key) ?? groups.get(key) };
}

/** The narrowest group with enough of what is counted; the widest with anything otherwise. */
export function peersOf(groups: Groups, store: StoreFact, count: (group: Group) => number): Group | null {
  const found = widening(store.category).flatMap((level) => groups.get(keyOf(level, store.currency)) ?? []);
  const widest = found.at(-1);
  return (
    found.find((group) => count(group) >= GROWTH.minimumPeers) ??
    (widest && count(widest) > 0 ? widest : null)
  );
}

function asGroup(store: StoreFact): Group {
  const grown = (before: number | null): GrowthSums =>
    before === null ? NOBODY : { stores: 1, now: store.gmvNow, before };
  return { ...store, stores: 1, yearly: grown(store.gmvYearAgo), quarterly: grown(store.gmvBefore) };
}

function plus(one: Group, other: Group, sign: 1 | -1): Group {
  const growth = (a: GrowthSums, b: GrowthSums): GrowthSums => ({
    stores: a.stores + sign * b.stores,
    now: a.now + sign * b.now,
    before: a.before + sign * b.before,
  });
  return {
    stores: one.stores + sign * other.stores,
    orders: one.orders + sign * other.orders,
    shipped: one.shipped + sign * other.shipped,
    onTime: one.onTime + sign * other.onTime,
    disputes: one.disputes + sign * other.disputes,
    dsrCount: one.dsrCount + sign * other.dsrCount,
    dsr: [
      one.dsr[0] + sign * other.dsr[0],
      one.dsr[1] + sign * other.dsr[1],
      one.dsr[2] + sign * other.dsr[2],
    ],
    yearly: growth(one.yearly, other.yearly),
    quarterly: growth(one.quarterly, other.quarterly),
  };
}
