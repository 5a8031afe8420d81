import { LOCALES, type Reader } from '../../chat/conversation.ts';
import type { Field, FormPage, FormValues } from '../../chat/form.ts';
import { typed } from '../../chat/form-values.ts';
import type { Translate } from '../../chat/messages/translate.ts';
import type { PrincipalId } from '../principal.ts';
import type { Profile } from '../profile.ts';
import { clockTime } from '../working-hours.ts';

export const SETTINGS_FORM = 'people.settings';
/** Follows the chat account. A value of its own, because platforms refuse empty ones. */
const FOLLOW = 'follow';

/** What stands in the form when it is opened without a draft. */
export function settingsValues(profile: Profile): FormValues {
  return {
    language: profile.locale ?? FOLLOW,
    zone: profile.timeZone ?? '',
    opens: clockTime(profile.opensAt),
    closes: clockTime(profile.closesAt),
  };
}

export function settingsPage({ t, zone }: Reader, principalId: PrincipalId, values: FormValues): FormPage {
  return {
    form: SETTINGS_FORM,
    page: 'settings',
    target: { action: SETTINGS_FORM, subject: principalId, revision: 0, stateSeq: 0 },
    title: t('accounts.settings.title'),
    fields: [
      languageField(t, values),
      {
        kind: 'text',
        name: 'zone',
        label: t('accounts.settings.zone'),
        help: t('accounts.settings.zone-help', { zone }),
        optional: true,
        placeholder: 'Asia/Shanghai',
        initial: typed(values, 'zone'),
      },
      timeField(t, 'opens', values),
      timeField(t, 'closes', values),
    ],
    submitLabel: t('common.button.save'),
    closeLabel: t('common.button.close'),
  };
}

function languageField(t: Translate, values: FormValues): Field {
  const languages = LOCALES.map((locale) => ({ value: locale, label: t(`common.language.${locale}`) }));
  return {
    kind: 'choice',
    name: 'language',
    label: t('accounts.settings.language'),
    options: [{ value: FOLLOW, label: t('accounts.settings.follow') }, ...languages],
    initial: typed(values, 'language') || FOLLOW,
  };
}

const timeField = (t: Translate, name: 'opens' | 'closes', values: FormValues): Field => ({
  kind: 'text',
  name,
  label: t(`accounts.settings.${name}`),
  placeholder: name === 'opens' ? '09:00' : '18:00',
  initial: typed(values, name),
});
