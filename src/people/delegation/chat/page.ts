import type { Known } from '../../../chat/conversation.ts';
import type { Field, FormPage, FormValues, Option } from '../../../chat/form.ts';
import { typed } from '../../../chat/form-values.ts';
import { roleName } from '../../../chat/messages/names.ts';
import { today } from '../../../reports/periods.ts';
import { isRole } from '../../find-person.ts';
import type { Membership, PrincipalId } from '../../principal.ts';
import type { Candidate, OwnRole } from '../candidates.ts';
import { REASON_MAXIMUM } from '../judge.ts';

export const DELEGATE_FORM = 'people.delegate';

/** In which role somebody is stood in for, and by whom; null: nobody, they are away. */
export interface Choice extends Membership {
  readonly delegate: PrincipalId | null;
}

/** Neither a role nor an id of this record holds one. */
const SEPARATOR = '|';

export const choiceValue = ({ organisationId, role, delegate }: Choice): string =>
  [organisationId, role, delegate ?? ''].join(SEPARATOR);

/** What came back; null where nothing was chosen. */
export function choiceOf(value: string): Choice | null {
  const [organisationId = '', role = '', delegate = ''] = value.split(SEPARATOR);
  return isRole(role) ? { organisationId, role, delegate: delegate === '' ? null : delegate } : null;
}

export interface DelegateChoices {
  readonly roles: readonly OwnRole[];
  readonly candidates: readonly Candidate[];
}

export function delegatePage(talk: Known, choices: DelegateChoices, values: FormValues): FormPage {
  const { t, person } = talk;
  return {
    form: DELEGATE_FORM,
    page: 'delegate',
    target: { action: DELEGATE_FORM, subject: person.principalId, revision: 0, stateSeq: 0 },
    title: t('delegation.form.title'),
    intro: t('delegation.form.intro'),
    fields: [delegateField(talk, choices, values), ...dateFields(talk, values), ...textFields(talk, values)],
    submitLabel: t('delegation.form.submit'),
    closeLabel: t('common.button.cancel'),
  };
}

function delegateField({ t }: Known, { roles, candidates }: DelegateChoices, values: FormValues): Field {
  const roleOf = (membership: Membership) => {
    const { organisation = '' } =
      roles.find(
        ({ organisationId, role }) =>
          organisationId === membership.organisationId && role === membership.role,
      ) ?? {};
    return { role: roleName(t, membership.role), organisation };
  };
  const people = candidates.map(({ principalId, name, ...membership }): Option => {
    const value = choiceValue({ ...membership, delegate: principalId });
    return { value, label: t('delegation.form.person', { name, ...roleOf(membership) }) };
  });
  const nobody = roles.map((own): Option => {
    const key = roles.length === 1 ? 'delegation.form.nobody' : 'delegation.form.nobody-at';
    return { value: choiceValue({ ...own, delegate: null }), label: t(key, roleOf(own)) };
  });
  return {
    kind: 'choice',
    name: 'delegate',
    label: t('delegation.form.delegate'),
    help: t('delegation.form.delegate-help'),
    options: [...people, ...nobody],
    initial: typed(values, 'delegate'),
  };
}

const dateFields = ({ t, zone, app }: Known, values: FormValues): readonly Field[] => [
  {
    kind: 'date',
    name: 'from',
    label: t('delegation.form.from'),
    help: t('delegation.form.from-help', { zone }),
    initial: typed(values, 'from') || today(app.clock.now(), zone),
  },
  {
    kind: 'date',
    name: 'until',
    label: t('delegation.form.until'),
    help: t('delegation.form.until-help'),
    initial: typed(values, 'until'),
  },
];

const textFields = ({ t }: Known, values: FormValues): readonly Field[] => [
  {
    kind: 'text',
    name: 'report',
    label: t('delegation.form.report'),
    help: t('delegation.form.report-help'),
    optional: true,
    placeholder: 'CR-2026-000001',
    initial: typed(values, 'report'),
  },
  {
    kind: 'longText',
    name: 'reason',
    label: t('delegation.form.reason'),
    help: t('delegation.form.reason-help'),
    maxLength: REASON_MAXIMUM,
    initial: typed(values, 'reason'),
  },
];
