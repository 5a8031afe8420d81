import type { Locale } from '../chat/conversation.ts';

interface CategoryNode {
  readonly parent: string | null;
  readonly en: string;
  readonly zh: string;
}

/** The category tree that stores and providers choose from. Codes are kept for good: reports name them. */
export const CATEGORIES = {
  BEAUTY: { parent: null, en: 'Beauty', zh: '美妆' },
  BEAUTY_SKINCARE: { parent: 'BEAUTY', en: 'Skincare', zh: '护肤' },
  BEAUTY_MAKEUP: { parent: 'BEAUTY', en: 'Make-up', zh: '彩妆' },
  BEAUTY_FRAGRANCE: { parent: 'BEAUTY', en: 'Fragrance', zh: '香水香氛' },
  PERSONAL_CARE: { parent: null, en: 'Personal care', zh: '个人护理' },
  MATERNITY_BABY: { parent: null, en: 'Mother and baby', zh: '母婴' },
  MATERNITY_BABY_FORMULA: { parent: 'MATERNITY_BABY', en: 'Infant formula', zh: '婴幼儿奶粉' },
  MATERNITY_BABY_CARE: { parent: 'MATERNITY_BABY', en: 'Baby care', zh: '婴童用品' },
  TOYS: { parent: null, en: 'Toys', zh: '玩具' },
  HEALTH: { parent: null, en: 'Health', zh: '保健' },
  HEALTH_SUPPLEMENTS: { parent: 'HEALTH', en: 'Supplements', zh: '膳食营养' },
  HEALTH_DEVICES: { parent: 'HEALTH', en: 'Devices', zh: '健康器械' },
  FOOD_BEVERAGE: { parent: null, en: 'Food and beverage', zh: '食品饮料' },
  FASHION: { parent: null, en: 'Fashion', zh: '服饰' },
  FASHION_APPAREL: { parent: 'FASHION', en: 'Apparel', zh: '服装' },
  FASHION_SHOES_BAGS: { parent: 'FASHION', en: 'Shoes and bags', zh: '鞋靴箱包' },
  FASHION_ACCESSORIES: { parent: 'FASHION', en: 'Accessories', zh: '配件' },
  HOME_LIVING: { parent: null, en: 'Home and living', zh: '家居生活' },
  ELECTRONICS: { parent: null, en: 'Electronics', zh: '数码家电' },
  SPORTS_OUTDOOR: { parent: null, en: 'Sports and outdoor', zh: '运动户外' },
  PETS: { parent: null, en: 'Pets', zh: '宠物' },
} as const satisfies Readonly<Record<string, CategoryNode>>;

export type Category = keyof typeof CATEGORIES;

export const isCategory = (code: string): code is Category => Object.hasOwn(CATEGORIES, code);

/** From the root down to the category itself. */
function categoryPath(code: Category): readonly Category[] {
  const { parent } = CATEGORIES[code];
  return parent === null ? [code] : [...categoryPath(parent), code];
}

/** "Beauty · Skincare"; a code that an older record holds and the tree does not know is shown as it is. */
export function categoryName(code: string, locale: Locale): string {
  if (!isCategory(code)) return code;
  return categoryPath(code)
    .map((step) => CATEGORIES[step][locale])
    .join(' · ');
}
