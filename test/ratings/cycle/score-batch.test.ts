import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { onThread } from '../../../src/platform/thread.ts';
import { type ScoringBatch, scoreBatch } from '../../../src/ratings/cycle/score-batch.ts';
import type { Sums } from '../../../src/ratings/evidence/facts.ts';
import { snapshotOf } from '../../../src/ratings/score/snapshot.ts';

const QUARTER = '2026-Q1';
const SUMS: Sums = {
  orders: 900,
  shipped: 880,
  onTime: 850,
  disputes: 3,
  dsrCount: 200,
  dsr: [940, 950, 960],
};
const MONEY = { gmvNow: 30_000_000, gmvYearAgo: 24_000_000, gmvBefore: 29_000_000 };
const GROWN = { stores: 9, now: 270_000_000, before: 250_000_000 };

const factsOf = (providerId: string, met: number) => ({
  providerId,
  stores: 2,
  storeMonths: 12,
  active: true,
  scale: { below: 4, equal: 1, group: 12 },
  bonds: ['st_1', 'st_2'].map((storeId) => ({
    ...SUMS,
    ...MONEY,
    storeId,
    related: false,
    quarterMonths: 3,
    store: { ...SUMS, ...MONEY, category: 'TOYS', currency: 'CNY' },
  })),
  surveys: [{ storeId: 'st_1', quarter: QUARTER, total: 18 }],
  checks: { met, measured: 36 },
  renewal: { renewed: 3, eligible: 4 },
  capability: null,
  newStores: 1,
  faults: [],
  lastS1: null,
  carried: null,
});

const BATCH: ScoringBatch = {
  quarter: QUARTER,
  categories: [
    {
      ...SUMS,
      orders: 9_000,
      onTime: 8_500,
      disputes: 40,
      shipped: 8_800,
      dsrCount: 2_000,
      dsr: [9_300, 9_400, 9_500],
      category: 'TOYS',
      currency: 'CNY',
      stores: 9,
      yearly: GROWN,
      quarterly: GROWN,
    },
  ],
  facts: [factsOf('prv_1', 34), factsOf('prv_2', 8), factsOf('prv_3', 20)].map((facts) =>
    JSON.stringify(facts),
  ),
};

interface Row {
  readonly provider_id: string;
  readonly input: string;
  readonly input_hash: string;
  readonly result: unknown;
  readonly score: number;
}

const rowsOf = (text: string): readonly Row[] => JSON.parse(text) as readonly Row[];

describe('a batch of providers', () => {
  it('is one snapshot each, which its own input makes again', () => {
    const rows = rowsOf(scoreBatch(BATCH));
    expect(rows.map(({ provider_id }) => provider_id)).toEqual(['prv_1', 'prv_2', 'prv_3']);
    for (const row of rows) {
      expect(createHash('sha256').update(row.input).digest('hex')).toBe(row.input_hash);
      expect(snapshotOf(JSON.parse(row.input))).toEqual(row.result);
    }
    expect(new Set(rows.map(({ score }) => score)).size).toBe(3);
  });

  it('is the same text on another thread', async () => {
    const onOtherThread = onThread<typeof scoreBatch>(
      new URL('../../../src/ratings/cycle/score-batch.ts', import.meta.url),
      'scoreBatch',
    );
    expect(await onOtherThread(BATCH)).toBe(scoreBatch(BATCH));
  });
});
