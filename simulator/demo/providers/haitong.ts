import type { CastProvider } from '../cast-types.ts';

export const HAITONG: CastProvider = {
  id: 'prv_haitong',
  name: '宁波海通达跨境供应链有限公司',
  shortName: { en: 'Ningbo Haitongda', zh: '宁波海通达' },
  legalEntity: '宁波海通达跨境供应链有限公司',
  country: 'CN',
  categories: ['MATERNITY_BABY', 'HEALTH_SUPPLEMENTS', 'FOOD_BEVERAGE', 'HOME_LIVING'],
  recognisedForDays: -12,
  licenceValidForDays: 400,
  depositAvailableMinor: 15_000_000,
  depositCurrency: 'CNY',
  note: {
    en: 'Recognition ran out twelve days ago: cannot be chosen',
    zh: '资质认定已于十二天前到期：无法选择',
  },
  items: [
    {
      id: 'it_haitong_bonded',
      scope: 'WAREHOUSE_LOGISTICS',
      name: { en: 'Bonded warehouse, Ningbo', zh: '宁波保税仓' },
      description: {
        en: 'Bonded storage, customs filing and dispatch within 24 hours.',
        zh: '保税仓储、清关申报，24 小时内出库。',
      },
    },
    {
      id: 'it_haitong_direct',
      scope: 'WAREHOUSE_LOGISTICS',
      name: { en: 'Direct mail from overseas', zh: '海外直邮' },
      description: {
        en: 'Collection in Europe and Oceania, tracked to the door.',
        zh: '欧洲与大洋洲揽收，全程可追踪至送达。',
      },
    },
    {
      id: 'it_haitong_returns',
      scope: 'WAREHOUSE_LOGISTICS',
      name: { en: 'Returns centre', zh: '退货中心' },
      description: {
        en: 'Inspection, re-shelving or destruction, with photographs.',
        zh: '退货质检、重新上架或销毁，并留存照片。',
      },
    },
  ],
};
