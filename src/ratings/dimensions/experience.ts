/** D4, consumer experience (domain-rules §7.3): five equal parts for each store, measured against its category. */
import type { Decimal } from 'decimal.js';
import { clamped, decimal, log2, squareRoot, sum, weightedMean, ZERO } from '../decimal.ts';
import { EXPERIENCE } from '../rules.ts';
import type { StoreExperience } from '../score/evidence.ts';
import type { Measured } from './dimension.ts';

const { priorOrders, dsrSpan, minimumOrders } = EXPERIENCE;
const HALF = decimal(50);

export function experience(stores: readonly StoreExperience[]): Measured {
  const orders = stores.reduce((total, store) => total + store.orders, 0);
  return { value: acrossStores(stores), evidenced: orders >= minimumOrders };
}

function acrossStores(stores: readonly StoreExperience[]): Decimal {
  const weighed = stores.map((store) => ({
    value: storeExperience(store),
    weight: squareRoot(decimal(store.orders)),
  }));
  return weightedMean(weighed) ?? HALF;
}

export function storeExperience(store: StoreExperience): Decimal {
  const { dsr, categoryDsr } = store;
  const averages = typeof categoryDsr === 'number' ? dsr.map(() => categoryDsr) : categoryDsr;
  const descriptions = dsr.map((x, index) => dsrPart(x, averages[index] ?? x));
  const parts = [...descriptions, disputePart(store), onTimePart(store)];
  return sum(parts).div(parts.length);
}

const dsrPart = (x: number, category: number): Decimal =>
  clamped(decimal(x).minus(category).times(50).div(dsrSpan).plus(HALF));

/** The smoothed rate through the benchmark, b divided out, so that a category without any dispute has a score too. */
function disputePart({ disputes, orders, disputeBenchmark }: StoreExperience): Decimal {
  if (disputes > 0 && disputeBenchmark === 0) return ZERO;
  const expected = disputes === 0 ? ZERO : decimal(disputes).div(disputeBenchmark);
  const ratio = expected.plus(priorOrders).div(orders + priorOrders);
  return clamped(HALF.minus(log2(ratio).times(50)));
}

function onTimePart({ onTime, orders, shipped = orders, onTimeBenchmark }: StoreExperience): Decimal {
  const rate = decimal(onTimeBenchmark)
    .times(priorOrders)
    .plus(onTime)
    .div(shipped + priorOrders);
  const above = rate.minus(onTimeBenchmark);
  if (onTimeBenchmark === 1) return above.isNegative() && !above.isZero() ? ZERO : HALF;
  return clamped(above.times(50).div(decimal(1).minus(onTimeBenchmark)).plus(HALF));
}
