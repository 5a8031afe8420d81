/** What a store's net turnover is made of (domain-rules §10): visitors, buyers among them, what each spends, what stays. */
export const FACTORS = ['UV', 'CVR', 'AOV', 'KEEP'] as const;
export type Factor = (typeof FACTORS)[number];

/** UV in visitors of thirty days, CVR and KEEP as shares of 1, AOV in minor units. */
export type Factors = Readonly<Record<Factor, number>>;

export const isFactor = (code: string): code is Factor => FACTORS.some((factor) => factor === code);

export const netOf = ({ UV, CVR, AOV, KEEP }: Factors): number => UV * CVR * AOV * KEEP;

/** What more a store would turn over with one factor at another value: NET · (b/x − 1), defined for x = 0 as well. */
export const gainAt = (factors: Factors, factor: Factor, value: number): number =>
  netOf({ ...factors, [factor]: value }) - netOf(factors);

/** The logarithmic mean: between two values, and what makes shares of a change add up to it. */
const logarithmicMean = (a: number, b: number): number => (a === b ? a : (a - b) / Math.log(a / b));

/**
 * How much each factor brought to the change of the net turnover; the four add up to it. Null where a logarithm has no
 * meaning, because a factor is not above zero.
 */
export function changeShares(before: Factors, now: Factors): Factors | null {
  if (FACTORS.some((factor) => !(before[factor] > 0 && now[factor] > 0))) return null;
  const mean = logarithmicMean(netOf(now), netOf(before));
  const share = (factor: Factor) => mean * Math.log(now[factor] / before[factor]);
  return { UV: share('UV'), CVR: share('CVR'), AOV: share('AOV'), KEEP: share('KEEP') };
}
