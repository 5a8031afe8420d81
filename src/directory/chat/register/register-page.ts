import type { Known } from '../../../chat/conversation.ts';
import type { FormPage, FormValues } from '../../../chat/form.ts';
import { typed, typedAll } from '../../../chat/form-values.ts';
import { isRegisteredKind, type TypedOrganisation } from '../../actions/organisation-fields.ts';
import { organisationInputs, providerInputs } from './register-inputs.ts';

export const REGISTER_FORM = 'directory.register';

export const REGISTER_PAGES = ['organisation', 'provider'] as const;
export type RegisterPage = (typeof REGISTER_PAGES)[number];

/** What stands in the form before anything was typed. */
export const NEW_ORGANISATION: FormValues = { country: 'CN', timeZone: 'Asia/Shanghai' };

export function registerPage(talk: Known, page: RegisterPage, values: FormValues): FormPage {
  const { t, person } = talk;
  const first = page === 'organisation';
  return {
    form: REGISTER_FORM,
    page,
    target: { action: REGISTER_FORM, subject: person.principalId, revision: 0, stateSeq: 0 },
    title: t('directory.register.title'),
    intro: first
      ? t('directory.register.intro')
      : t('directory.register.provider-intro', { name: typed(values, 'name') }),
    fields: first ? organisationInputs(talk, values) : providerInputs(talk, values),
    submitLabel: t(first ? 'directory.register.continue' : 'directory.register.finish'),
    closeLabel: t('common.button.cancel'),
    ...(first ? {} : { backLabel: t('common.button.back') }),
  };
}

/** Which page has the input. */
export function hasInput(talk: Known, page: RegisterPage, name: string): boolean {
  return registerPage(talk, page, {}).fields.some((field) => field.name === name);
}

/** Null while nobody has said what it is. */
export function typedOrganisation(values: FormValues): TypedOrganisation | null {
  const kind = typed(values, 'kind');
  if (!isRegisteredKind(kind)) return null;
  return {
    kind,
    name: typed(values, 'name'),
    legalEntity: typed(values, 'legalEntity'),
    country: typed(values, 'country'),
    timeZone: typed(values, 'otherZone') || typed(values, 'timeZone'),
    categories: typedAll(values, 'categories'),
    controlGroup: typed(values, 'controlGroup'),
    recognisedUntil: typed(values, 'recognisedUntil'),
    deposit: typed(values, 'deposit'),
    licenceUntil: typed(values, 'licenceUntil'),
  };
}
