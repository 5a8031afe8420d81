import { describe, expect, it } from 'vitest';
import { stored } from '../../../src/ratings/decimal.ts';
import { capability } from '../../../src/ratings/dimensions/capability.ts';
import type { Measured } from '../../../src/ratings/dimensions/dimension.ts';
import { experience, storeExperience } from '../../../src/ratings/dimensions/experience.ts';
import { growth, storeGrowth } from '../../../src/ratings/dimensions/growth.ts';
import { satisfaction } from '../../../src/ratings/dimensions/satisfaction.ts';
import { scale } from '../../../src/ratings/dimensions/scale.ts';
import { delivery, renewal } from '../../../src/ratings/dimensions/shares.ts';
import { FULL } from '../evidence.ts';

const said = ({ value, evidenced }: Measured) => [stored(value).toNumber(), evidenced];
const answer = (quartersAgo: number, mean: number) => ({ quartersAgo, mean });
const stores = (count: number, mean: number) => Array.from({ length: count }, () => [answer(0, mean)]);

describe('D1, merchant satisfaction', () => {
  it.each([
    ['four stores, answers of several ages', FULL.surveys, 78.07, true],
    ['one delighted store alone', stores(1, 5), 79.17, false],
    ['ten stores at 4.8', stores(10, 4.8), 88.33, true],
    ['nobody', [], 75, false],
  ])('%s', (_, surveys, score, evidenced) => {
    expect(said(satisfaction(surveys))).toEqual([score, evidenced]);
  });

  it('forgets what is four quarters old', () => {
    expect(said(satisfaction([...stores(2, 4), [answer(4, 1)]]))).toEqual(said(satisfaction(stores(2, 4))));
  });
});

describe('D2, growth against peers', () => {
  const of = (gmv: number, previous: number, peerRatio: number) => ({ gmv, previous, peerRatio });

  it.each([
    [of(4_000_000, 3_200_000, 1.1), 62.78],
    [of(1_000_000, 1_250_000, 1.05), 22.81],
    [of(2_250_000, 1_500_000, 1.1), 81.02],
    [of(0, 1_000, 1), 0],
    [of(1_000, 1_000, 1), 50],
  ])('%j is %d', (store, score) => {
    expect(stored(storeGrowth(store)).toNumber()).toBe(score);
  });

  it('weighs stores by the root of their GMV', () => {
    expect(said(growth(FULL.growth))).toEqual([54.99, true]);
  });

  it.each([
    ['one store is too few', [of(2_000, 1_000, 1)], false],
    ['stores that sold nothing are evidence', [of(0, 1_000, 1), of(0, 1_000, 1)], true],
  ])('%s', (_, measured, evidenced) => {
    expect(growth(measured).evidenced).toBe(evidenced);
  });
});

describe('D3, scale', () => {
  it.each([
    [{ below: 13, equal: 1, group: 20, storeMonths: 40 }, 67.5, true],
    [{ below: 0, equal: 8, group: 8, storeMonths: 6 }, 50, true],
    [{ below: 0, equal: 1, group: 8, storeMonths: 5 }, 6.25, false],
  ])('%j', (evidence, score, evidenced) => {
    expect(said(scale(evidence))).toEqual([score, evidenced]);
  });
});

describe('D4, consumer experience', () => {
  const [store] = FULL.experience;
  const even = { ...store, dsr: [4.8, 4.8, 4.8] as const, disputes: 9, onTime: 1_692 };

  it.each([
    ['the worked store', store, 61.65],
    ['just as its category', even, 50],
    ['no dispute where the category has none', { ...even, disputes: 0, disputeBenchmark: 0 }, 60],
    ['a dispute where the category has none', { ...even, disputes: 1, disputeBenchmark: 0 }, 40],
    ['always on time, as the category is', { ...even, onTime: 1_800, onTimeBenchmark: 1 }, 50],
    ['once late where the category never is', { ...even, onTime: 1_799, onTimeBenchmark: 1 }, 40],
  ])('%s', (_, one, score) => {
    expect(stored(storeExperience(one)).toNumber()).toBe(score);
  });

  it('weighs stores by the root of their orders', () => {
    const other = { ...even, orders: 450, disputes: 2.25, onTime: 423, dsr: [4.78, 4.8, 4.8] as const };
    expect(stored(storeExperience(other)).toNumber()).toBe(48);
    expect(said(experience([store, other]))).toEqual([57.1, true]);
  });

  it.each([
    [299, false],
    [300, true],
  ])('%i orders are evidence: %s', (orders, evidenced) => {
    expect(experience([{ ...even, orders, onTime: orders }]).evidenced).toBe(evidenced);
  });
});

describe('D5, delivery against filed standards', () => {
  it.each([
    [34, 36, 92.39, true],
    [12, 12, 93.18, true],
    [36, 36, 96.74, true],
    [20, 36, 61.96, true],
    [9, 9, 92.11, false],
    [0, 0, 85, false],
  ])('%i of %i', (met, measured, score, evidenced) => {
    expect(said(delivery({ met, measured }))).toEqual([score, evidenced]);
  });
});

describe('D6, renewal', () => {
  it.each([
    [3, 4, 72.5, true],
    [2, 2, 80, true],
    [0, 3, 40, true],
    [1, 1, 76, false],
    [0, 0, 70, false],
  ])('%i of %i', (renewed, eligible, score, evidenced) => {
    expect(said(renewal({ renewed, eligible }))).toEqual([score, evidenced]);
  });
});

describe('D7, capability and acquisition', () => {
  const nothing = { certifiedShare: 0, tasksDone: 0, tasksAssigned: 0, apiHealthy: false, newStores: 0 };

  it.each([
    ['the worked provider', FULL.capability, 76.25],
    ['nothing done, nothing assigned', nothing, 25],
    ['more than is asked', { ...nothing, certifiedShare: 1, apiHealthy: true, newStores: 9 }, 100],
  ])('%s', (_, evidence, score) => {
    expect(said(capability(evidence))).toEqual([score, true]);
  });
});
