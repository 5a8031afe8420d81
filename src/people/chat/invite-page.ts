import type { Reader } from '../../chat/conversation.ts';
import type { Field, FormPage, FormValues } from '../../chat/form.ts';
import { typed } from '../../chat/form-values.ts';
import { roleName } from '../../chat/messages/names.ts';
import type { Translate } from '../../chat/messages/translate.ts';
import { NAME_MAX_LENGTH, type Organisation } from '../invitation/offer.ts';
import type { PrincipalId, Role } from '../principal.ts';

export const INVITE_FORM = 'people.invite';

export interface InviteChoices {
  readonly inviter: PrincipalId;
  readonly roles: readonly Role[];
  /** Whoever may invite for their own organisations only picks one of them; a lead types any name. */
  readonly own: readonly Organisation[] | null;
}

export function invitePage({ t }: Reader, choices: InviteChoices, values: FormValues): FormPage {
  return {
    form: INVITE_FORM,
    page: 'invite',
    target: { action: INVITE_FORM, subject: choices.inviter, revision: 0, stateSeq: 0 },
    title: t('accounts.invite.title'),
    intro: t('accounts.invite.intro'),
    fields: [
      {
        kind: 'choice',
        name: 'role',
        label: t('accounts.invite.role'),
        options: choices.roles.map((role) => ({ value: role, label: roleName(t, role) })),
        ...chosen(values, 'role', choices.roles),
      },
      organisationField(t, choices, values),
      {
        kind: 'text',
        name: 'name',
        label: t('accounts.invite.name'),
        help: t('accounts.invite.name-help'),
        maxLength: NAME_MAX_LENGTH,
        initial: typed(values, 'name'),
      },
    ],
    submitLabel: t('accounts.invite.submit'),
    closeLabel: t('common.button.cancel'),
  };
}

function organisationField(t: Translate, { own }: InviteChoices, values: FormValues): Field {
  const common = { name: 'organisation', label: t('accounts.invite.organisation') };
  if (own) {
    const options = own.map(({ id, name }) => ({ value: id, label: name }));
    return {
      ...common,
      kind: 'choice',
      options,
      ...chosen(
        values,
        'organisation',
        own.map(({ id }) => id),
      ),
    };
  }
  return {
    ...common,
    kind: 'text',
    help: t('accounts.invite.organisation-help'),
    optional: true,
    initial: typed(values, 'organisation'),
  };
}

/** A choice starts with what was picked before, with the only one there is, or empty. */
function chosen(values: FormValues, name: string, options: readonly string[]): { readonly initial?: string } {
  const picked =
    options.find((option) => option === typed(values, name)) ??
    (options.length === 1 ? options[0] : undefined);
  return picked === undefined ? {} : { initial: picked };
}
