import type { InBothLanguages } from './cast-types.ts';

/** The leaves of the category tree that the demo uses, by code. */
export const CATEGORIES = {
  BEAUTY_SKINCARE: { en: 'Beauty · Skincare', zh: '美妆 · 护肤' },
  BEAUTY_MAKEUP: { en: 'Beauty · Make-up', zh: '美妆 · 彩妆' },
  PERSONAL_CARE: { en: 'Personal care', zh: '个人护理' },
  MATERNITY_BABY: { en: 'Mother and baby', zh: '母婴' },
  TOYS: { en: 'Toys', zh: '玩具' },
  HEALTH_SUPPLEMENTS: { en: 'Health · Supplements', zh: '保健 · 膳食营养' },
  FOOD_BEVERAGE: { en: 'Food and beverage', zh: '食品饮料' },
  HOME_LIVING: { en: 'Home and living', zh: '家居生活' },
  FASHION_ACCESSORIES: { en: 'Fashion accessories', zh: '服饰配件' },
} as const satisfies Record<string, InBothLanguages>;
