/** What a need and a provider's profile are both written in, so that the two can be compared. Codes are kept for good. */

/** Where the brand sells from: ISO 3166, and two regions. */
export const MARKETS = [
  'CN',
  'HK',
  'TW',
  'JP',
  'KR',
  'SEA',
  'AU',
  'NZ',
  'US',
  'CA',
  'GB',
  'FR',
  'DE',
  'IT',
  'EU',
] as const;
export type Market = (typeof MARKETS)[number];

/** ISO 639. */
export const LANGUAGES = ['zh', 'yue', 'en', 'ja', 'ko', 'fr', 'de', 'it', 'es', 'th'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What a brand means to spend on services in a year, in CNY: smallest first, each beside its neighbours. */
export const BANDS = ['UNDER_200K', 'FROM_200K', 'FROM_1M', 'FROM_5M'] as const;
export type Band = (typeof BANDS)[number];

export const isMarket = (code: string): code is Market => MARKETS.some((known) => known === code);
export const isLanguage = (code: string): code is Language => LANGUAGES.some((known) => known === code);
export const isBand = (code: string): code is Band => BANDS.some((known) => known === code);
