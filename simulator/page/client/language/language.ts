import { useObservable } from '../observable.ts';
import { remembered } from '../remembered.ts';
import { en, type MessageKey, type Messages } from './en.ts';
import { zh } from './zh.ts';

export const LANGUAGES = ['en', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'EN', zh: '中文' };

const MESSAGES: Readonly<Record<Language, Messages>> = { en, zh };

const isLanguage = (value: unknown): value is Language => value === 'en' || value === 'zh';

/** The page's own language; the browser's until somebody chooses. */
export const language = remembered<Language>('language', (stored) =>
  isLanguage(stored) ? stored : navigator.language.startsWith('zh') ? 'zh' : 'en',
);

export type Say = (key: MessageKey, values?: Readonly<Record<string, string | number>>) => string;

export interface Speaking {
  readonly language: Language;
  readonly t: Say;
  /** The half of a bilingual text that the reader wants. */
  readonly pick: (text: { readonly en: string; readonly zh: string }) => string;
}

export function useLanguage(): Speaking {
  const current = useObservable(language);
  return {
    language: current,
    t: (key, values = {}) =>
      MESSAGES[current][key].replaceAll(/\{(\w+)\}/g, (all, name: string) => String(values[name] ?? all)),
    pick: (text) => text[current],
  };
}
