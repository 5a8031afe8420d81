import { LOCALES, type Locale, type Reader } from './conversation.ts';
import type { Translators } from './messages/translators.ts';

/** What a reader gets who has set nothing. */
export interface ReaderDefaults {
  readonly locale: Locale;
  /** IANA zone. */
  readonly zone: string;
  readonly translators: Translators;
}

export interface Preferences {
  /** Chosen in `/settings`. */
  readonly locale: string | null;
  readonly zone: string | null;
  /** What the platform says, as a BCP 47 tag. */
  readonly platformLocale?: string | undefined;
}

/** A person's own setting wins over what their platform says, and that over the default. */
export function readerFor(defaults: ReaderDefaults, { locale, zone, platformLocale }: Preferences): Reader {
  const chosen = known(locale) ?? known(platformLocale) ?? defaults.locale;
  return { locale: chosen, zone: zone ?? defaults.zone, t: defaults.translators[chosen] };
}

/** `zh-CN` and `zh_Hant_TW` are both read as Chinese. */
function known(tag: string | null | undefined): Locale | undefined {
  const language = tag?.toLowerCase().split(/[-_]/)[0];
  return LOCALES.find((locale) => locale === language);
}
