import type { CastProvider } from '../cast-types.ts';

export const XINGBO: CastProvider = {
  id: 'prv_xingbo',
  name: '深圳星播文化传媒有限公司',
  shortName: { en: 'Shenzhen Xingbo', zh: '深圳星播' },
  legalEntity: '深圳星播文化传媒有限公司',
  country: 'CN',
  categories: ['BEAUTY_SKINCARE', 'BEAUTY_MAKEUP', 'FASHION_ACCESSORIES', 'FOOD_BEVERAGE'],
  recognisedForDays: 365,
  licenceValidForDays: 800,
  depositAvailableMinor: 10_000_000,
  depositCurrency: 'CNY',
  note: { en: 'Live rooms and content only: fewer standards apply', zh: '仅直播与内容：适用的标准较少' },
  items: [
    {
      id: 'it_xingbo_store_live',
      scope: 'LIVE_CONTENT',
      name: { en: 'Store live room', zh: '店铺自播' },
      description: {
        en: 'Hosts, studio and script for the store’s own live room, eight hours a day.',
        zh: '店铺自播间的主播、场地与脚本，每日八小时。',
      },
    },
    {
      id: 'it_xingbo_talent',
      scope: 'LIVE_CONTENT',
      name: { en: 'Talent cooperation', zh: '达人合作' },
      description: {
        en: 'Selects and books live hosts, settled by results.',
        zh: '达人筛选与排期，按效果结算。',
      },
    },
    {
      id: 'it_xingbo_video',
      scope: 'LIVE_CONTENT',
      name: { en: 'Short video', zh: '短视频制作' },
      description: { en: 'Twenty product videos a month.', zh: '每月二十条商品短视频。' },
    },
    {
      id: 'it_xingbo_design',
      scope: 'DESIGN',
      name: { en: 'Live room design', zh: '直播间视觉' },
      description: { en: 'Backdrops, price cards and cover pictures.', zh: '背景、价格贴片与封面图。' },
    },
    {
      id: 'it_xingbo_mkt',
      scope: 'MARKETING',
      name: { en: 'Live room traffic', zh: '直播间投流' },
      description: {
        en: 'Paid traffic into the live room, reviewed after every session.',
        zh: '直播间付费引流，每场复盘。',
      },
    },
    {
      id: 'it_xingbo_ops',
      scope: 'OPERATIONS',
      name: { en: 'Live sales operation', zh: '直播电商运营' },
      description: {
        en: 'Product choice, stock and price plans for live sales.',
        zh: '直播选品、备货与价格方案。',
      },
    },
  ],
};
