import type { CastProvider } from '../cast-types.ts';

export const BRIGHTBRIDGE: CastProvider = {
  id: 'prv_brightbridge',
  name: 'BrightBridge Commerce 上海明桥商务咨询有限公司',
  shortName: { en: 'BrightBridge Commerce', zh: '上海明桥' },
  legalEntity: '上海明桥商务咨询有限公司',
  country: 'CN',
  categories: ['MATERNITY_BABY', 'TOYS', 'FOOD_BEVERAGE', 'HOME_LIVING'],
  recognisedForDays: 240,
  licenceValidForDays: 700,
  depositAvailableMinor: 1_000_000,
  depositCurrency: 'CNY',
  note: {
    en: 'Deposit short: warned at submission, stopped at approval',
    zh: '保证金不足：提交时提醒，审核时拦截',
  },
  items: [
    {
      id: 'it_brightbridge_ops',
      scope: 'OPERATIONS',
      name: { en: 'Market entry operation', zh: '新品牌入市运营' },
      description: {
        en: 'The first twelve months of a brand that is new to the market.',
        zh: '为初次入市的品牌提供首年运营。',
      },
    },
    {
      id: 'it_brightbridge_mkt',
      scope: 'MARKETING',
      name: { en: 'Seeding and reviews', zh: '种草与口碑营销' },
      description: {
        en: 'Content seeding with mothers’ communities, measured by search growth.',
        zh: '面向母婴社群的内容种草，以搜索增长衡量效果。',
      },
    },
    {
      id: 'it_brightbridge_design',
      scope: 'DESIGN',
      name: { en: 'Brand localisation', zh: '品牌本地化设计' },
      description: {
        en: 'Chinese naming, packaging texts and a brand story page.',
        zh: '中文命名、包装文案与品牌故事页。',
      },
    },
  ],
};
