import type { CastProvider } from '../cast-types.ts';

export const YUANFAN: CastProvider = {
  id: 'prv_yuanfan',
  name: '杭州远帆电子商务有限公司',
  shortName: { en: 'Hangzhou Yuanfan', zh: '杭州远帆' },
  legalEntity: '杭州远帆电子商务有限公司',
  country: 'CN',
  categories: ['BEAUTY_SKINCARE', 'BEAUTY_MAKEUP', 'PERSONAL_CARE', 'MATERNITY_BABY'],
  recognisedForDays: 540,
  licenceValidForDays: 900,
  depositAvailableMinor: 20_000_000,
  depositCurrency: 'CNY',
  note: { en: 'Everything in order: the ordinary case', zh: '一切齐备：最普通的情形' },
  items: [
    {
      id: 'it_yuanfan_full',
      scope: 'FULL',
      name: { en: 'Full store operation', zh: '全店代运营' },
      description: {
        en: 'Listing, daily operation, campaigns, service and reporting for one overseas store.',
        zh: '海外旗舰店的上新、日常运营、活动、客服与数据报告整体托管。',
      },
    },
    {
      id: 'it_yuanfan_ops',
      scope: 'OPERATIONS',
      name: { en: 'Daily store operation', zh: '店铺日常运营' },
      description: {
        en: 'Product listing, price and stock upkeep, sign-up for platform campaigns.',
        zh: '商品上架、价格与库存维护、平台活动报名。',
      },
    },
    {
      id: 'it_yuanfan_mkt',
      scope: 'MARKETING',
      name: { en: 'Paid search and recommendation ads', zh: '搜索与推荐广告投放' },
      description: {
        en: 'Plan, run and review paid traffic, with a monthly return report.',
        zh: '付费流量的计划、投放与复盘，每月出具投产报告。',
      },
    },
    {
      id: 'it_yuanfan_design',
      scope: 'DESIGN',
      name: { en: 'Detail page design', zh: '详情页设计' },
      description: {
        en: 'Localised product pages, main pictures and campaign banners.',
        zh: '本地化商品详情页、主图与活动横幅。',
      },
    },
    {
      id: 'it_yuanfan_cs',
      scope: 'CUSTOMER_SERVICE',
      name: { en: 'Pre- and after-sales service', zh: '售前售后客服' },
      description: {
        en: 'Chinese-speaking service from 09:00 to 24:00, every day.',
        zh: '每日 09:00–24:00 中文客服。',
      },
    },
  ],
};
