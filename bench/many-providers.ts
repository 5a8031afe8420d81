import { searchColumns } from '../src/directory/search/keys.ts';
import type { Database } from '../src/platform/database/database.ts';
import { Prisma } from '../src/platform/database/generated/client.ts';

const CITIES = ['杭州', '上海', '深圳', '广州', '北京', '宁波', '成都', '厦门', '苏州', '南京'];
const LETTERS = [
  ...'云图远帆星播灵犀海通达明桥天猫智汇优品乐享创新未来卓越万象博雅思源瑞丰鼎盛华美嘉禾金石玉龙',
];
const TRADES = ['网络科技', '电子商务', '文化传媒', '供应链管理', '信息技术', '品牌管理', '贸易'];
const SYLLABLES =
  'yun tu hai tong ming qiao bright bridge star blue ocean net com digi tal mar ket glo bal link'.split(' ');

/** The same names every time: mulberry32, a small generator with a good spread. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly legalEntity: string;
}

function provider(number: number, random: (below: number) => number): Row {
  const one = (list: readonly string[]) => list[random(list.length)] ?? '';
  const some = (list: readonly string[], count: number) =>
    Array.from({ length: count }, () => one(list)).join('');
  const legalEntity = `${one(CITIES)}${some(LETTERS, 2 + random(2))}${one(TRADES)}有限公司`;
  const latin = `${some(SYLLABLES, 2 + random(2))} ${some(SYLLABLES, 2)} Co., Ltd.`;
  return { id: `prv_${number}`, name: random(2) === 0 ? latin : legalEntity, legalEntity };
}

const BATCH = 2_000;

/** Recognised providers with names like real ones, and fresh statistics for the planner. */
export async function insertProviders(database: Database, count: number): Promise<void> {
  const random = seeded(7);
  for (let from = 0; from < count; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - from) }, (_, n) => provider(from + n, random));
    await database.change(insert(rows));
  }
  await database.query(Prisma.sql`ANALYZE organisation, provider`);
}

function insert(rows: readonly Row[]): readonly Prisma.Sql[] {
  const data = JSON.stringify(rows.map((row) => ({ ...row, ...searchColumns(row.name, row.legalEntity) })));
  return [
    Prisma.sql`
      INSERT INTO organisation (id, kind, name, legal_entity, search_name, search_keys, created_at)
      SELECT r ->> 'id', 'PROVIDER', r ->> 'name', r ->> 'legalEntity', r ->> 'searchName',
        ARRAY(SELECT jsonb_array_elements_text(r -> 'searchKeys')), now() FROM jsonb_array_elements(${data}::jsonb) r`,
    Prisma.sql`
      INSERT INTO provider (id, recognised_until, categories)
      SELECT r ->> 'id', '2099-12-31', '{TOYS}' FROM jsonb_array_elements(${data}::jsonb) r`,
  ];
}
