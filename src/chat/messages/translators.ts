import { createInstance, type i18n } from 'i18next';
import type { Logger } from '../../platform/logger.ts';
import { LOCALES, type Locale } from '../conversation.ts';
import { type Inline, plain, type Text } from '../text.ts';
import { MESSAGES } from './resources.ts';
import { pieces } from './template.ts';
import type { Translate, Values } from './translate.ts';

export type Translators = Readonly<Record<Locale, Translate>>;

type Resources = Readonly<Record<Locale, Readonly<Record<string, string>>>>;

export interface TranslatorOptions {
  /** Where a missing key or value is reported. Without it the reader gets an exception: tests run that way. */
  readonly log?: Pick<Logger, 'error'>;
  readonly messages?: Resources;
}

/** Every language. A key that the reader's language lacks is answered in English, and reported. */
export function createTranslators({ log, messages = MESSAGES }: TranslatorOptions = {}): Translators {
  const library = createLibrary(messages);
  const report = (problem: string) => {
    if (!log) throw new Error(problem);
    log.error({ problem }, 'a message is incomplete');
  };
  const entries = LOCALES.map((locale) => [locale, translator(library, locale, report)] as const);
  return Object.fromEntries(entries) as Record<Locale, Translate>;
}

// Keys are flat, so that a key may contain any character; the library chooses language and plural form. Values are put
// in by `fill`, which keeps structure, and adapters escape: the library must do neither.
function createLibrary(messages: Resources): i18n {
  const library = createInstance();
  library.init({
    initAsync: false,
    fallbackLng: 'en',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: Object.fromEntries(LOCALES.map((locale) => [locale, { translation: messages[locale] }])),
  });
  return library;
}

type Report = (problem: string) => void;

function translator(library: i18n, locale: Locale, report: Report): Translate {
  const template = (key: string, values: Values): string => {
    const count = typeof values.count === 'number' ? { count: values.count } : {};
    if (!library.exists(key, { lng: locale, ...count, fallbackLng: [] })) {
      report(`No message ${key} in ${locale}.`);
    }
    return library.t(key, { lng: locale, ...count, skipInterpolation: true, nest: false });
  };
  const text = (key: string, values: Values): readonly Inline[] =>
    pieces(template(key, values)).map(({ literal, placeholder }) => {
      if (placeholder === undefined) return literal ?? '';
      if (values[placeholder] === undefined) report(`Message ${key} needs a value for ${placeholder}.`);
      return inline(values[placeholder]);
    });
  return Object.assign((key: string, values: Values = {}) => plain(text(key, values)), {
    text: (key: string, values: Values): Text => joined(text(key, values)),
    has: (key: string) => library.exists(key, { lng: locale }),
    locale,
  });
}

function inline(value: unknown): Inline {
  if (value instanceof Date) return { instant: value, style: 'moment' };
  if (isInline(value)) return value;
  return value === undefined ? '…' : String(value);
}

const INLINE_KEYS = ['strong', 'code', 'link', 'instant', 'day'] as const;
const isInline = (value: unknown): value is Exclude<Inline, string> =>
  typeof value === 'object' && value !== null && INLINE_KEYS.some((key) => key in value);

/** Neighbouring strings become one, and text without structure a plain string. */
function joined(parts: readonly Inline[]): Text {
  return parts.every((part) => typeof part === 'string') ? parts.join('') : parts;
}
