import type { CastStore } from './cast-types.ts';

export const STORES: readonly CastStore[] = [
  {
    id: 'st_aurora',
    name: 'Aurora Skincare 海外旗舰店',
    shortName: { en: 'Aurora Skincare', zh: 'Aurora 护肤' },
    legalEntity: 'Aurora Skincare Pty Ltd',
    country: 'CN',
    categories: ['BEAUTY_SKINCARE', 'BEAUTY_MAKEUP', 'PERSONAL_CARE'],
  },
  {
    id: 'st_nordkind',
    name: 'NordKind 母婴海外旗舰店',
    shortName: { en: 'NordKind Baby', zh: 'NordKind 母婴' },
    legalEntity: 'NordKind ApS',
    country: 'CN',
    categories: ['MATERNITY_BABY', 'TOYS', 'FOOD_BEVERAGE'],
  },
  {
    id: 'st_marula',
    name: 'Marula Naturals 海外专营店',
    shortName: { en: 'Marula Naturals', zh: 'Marula 天然' },
    legalEntity: '香港玛茹拉贸易有限公司 Marula Trading (HK) Limited',
    country: 'CN',
    categories: ['HEALTH_SUPPLEMENTS', 'PERSONAL_CARE', 'HOME_LIVING'],
  },
];
