import { LANGUAGE_NAMES, LANGUAGES, language, useLanguage } from '../../language/language.ts';

export function LanguageSwitch() {
  const { t, language: current } = useLanguage();
  return (
    <fieldset className="sh-segments" aria-label={t('page.language')}>
      {LANGUAGES.map((one) => (
        <button
          key={one}
          type="button"
          className="sh-segment"
          lang={one === 'zh' ? 'zh-CN' : 'en'}
          aria-pressed={one === current}
          onClick={() => language.set(one)}
        >
          {LANGUAGE_NAMES[one]}
        </button>
      ))}
    </fieldset>
  );
}
