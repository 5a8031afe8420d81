/** The columns of a file of store months (domain-rules §4.3), by their names and by what people call them. */

export type Reading = 'store' | 'month' | 'currency' | 'count' | 'money' | 'dsr' | 'share';

interface Column {
  readonly reads: Reading;
  readonly required: boolean;
  readonly aliases: readonly string[];
}

const needed = (reads: Reading, ...aliases: readonly string[]): Column => ({
  reads,
  required: true,
  aliases,
});
const optional = (reads: Reading, ...aliases: readonly string[]): Column => ({
  reads,
  required: false,
  aliases,
});

/** Money is in minor units. `cvr` and `aov` are checked against the others and then left out. */
export const COLUMNS = {
  store_id: needed('store', 'store', '店铺', '店铺编号'),
  month: needed('month', '月份'),
  currency: optional('currency', '币种'),
  gmv_minor: needed('money', 'gmv', '成交额（分）'),
  false_gmv_minor: optional('money', '虚假交易额（分）'),
  uv: needed('count', '访客数'),
  buyers: needed('count', '买家数'),
  orders: needed('count', '订单数'),
  refunds_minor: needed('money', 'refunds', '退款额（分）'),
  refund_cases: needed('count', '退款笔数'),
  disputes_upheld: needed('count', '纠纷成立数'),
  dsr_desc: optional('dsr', '描述相符'),
  dsr_serv: optional('dsr', '服务态度'),
  dsr_logi: optional('dsr', '物流服务'),
  dsr_count: optional('count', 'dsr_n', '评价数'),
  on_time: needed('count', 'ontime', '准时发货数'),
  shipped: needed('count', '发货数'),
  first_reply_sec_median: optional('count', '首次响应中位秒数'),
  reply_rate: optional('share', '回复率'),
  ad_spend_minor: optional('money', 'ad_spend', '广告花费（分）'),
  ad_gmv_minor: optional('money', 'ad_gmv', '广告成交额（分）'),
  repeat_buyers: optional('count', '复购买家数'),
  stock_value_minor: optional('money', 'stock_value', '库存金额（分）'),
  cogs_minor: optional('money', 'cogs', '销售成本（分）'),
  cvr: optional('share', '转化率'),
  aov_minor: optional('money', 'aov', '客单价（分）'),
} as const satisfies Readonly<Record<string, Column>>;

export type ColumnName = keyof typeof COLUMNS;

export const COLUMN_NAMES = Object.keys(COLUMNS) as readonly ColumnName[];

const NAMES = new Map<string, ColumnName>(
  COLUMN_NAMES.flatMap((name) =>
    [name, ...COLUMNS[name].aliases].map((alias) => [folded(alias), name] as const),
  ),
);

/** Spelling that people do not see: width, case, spaces, the brackets of another keyboard. */
function folded(heading: string): string {
  return heading
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

export interface Header {
  /** Which column each cell belongs to; null: a column that nobody asked for, which is not read. */
  readonly columns: readonly (ColumnName | null)[];
  readonly missing: readonly ColumnName[];
  readonly twice: readonly ColumnName[];
}

export function readHeader(cells: readonly string[]): Header {
  const columns = cells.map((cell) => NAMES.get(folded(cell)) ?? null);
  const known = columns.filter((name) => name !== null);
  return {
    columns,
    missing: COLUMN_NAMES.filter((name) => COLUMNS[name].required && !known.includes(name)),
    twice: known.filter((name, index) => known.indexOf(name) !== index),
  };
}
