import type { HandleSpec } from '../../chat/card.ts';
import type { Known } from '../../chat/conversation.ts';
import type { Field, FormPage, FormValues } from '../../chat/form.ts';
import { typed } from '../../chat/form-values.ts';
import { SERVICE_SCOPES } from '../../reports/report.ts';
import { LONGEST_DESCRIPTION, LONGEST_ITEM_NAME, type TypedItem } from '../actions/items/item-fields.ts';
import type { ServiceItem } from '../records/service-item.ts';

export const ITEM_FORM = 'directory.item';

type Talk = Pick<Known, 't'>;

export interface ItemPage {
  /** `addHandle` or `editHandle`. */
  readonly target: HandleSpec;
  readonly values: FormValues;
  /** What is on record, where what was typed is something else: somebody changed it meanwhile, or a draft was left. */
  readonly onRecord?: ServiceItem | undefined;
}

export function itemPage(talk: Talk, { target, values, onRecord }: ItemPage): FormPage {
  const { t } = talk;
  return {
    form: ITEM_FORM,
    page: 'item',
    target,
    title: t(target.revision === 0 ? 'directory.item.add-title' : 'directory.item.edit-title'),
    fields: [
      ...(onRecord ? [onRecordNote(talk, onRecord)] : []),
      textField(talk, { kind: 'text', name: 'name', maxLength: LONGEST_ITEM_NAME, values }),
      scopeField(talk, values),
      textField(talk, { kind: 'longText', name: 'description', maxLength: LONGEST_DESCRIPTION, values }),
      offeredField(talk, values),
    ],
    submitLabel: t('common.button.save'),
    closeLabel: t('common.button.cancel'),
  };
}

/** What stands in the form before anything was typed. */
export const itemValues = ({ name, scope, description, offered }: TypedItem): FormValues => ({
  name,
  scope,
  description,
  offered: offered ? 'YES' : 'NO',
});

export const NEW_ITEM: FormValues = { offered: 'YES' };

export const typedItem = (values: FormValues): TypedItem => ({
  name: typed(values, 'name'),
  scope: typed(values, 'scope'),
  description: typed(values, 'description'),
  offered: typed(values, 'offered') !== 'NO',
});

function onRecordNote({ t }: Talk, { name, scope, description, offered }: ServiceItem): Field {
  const values = {
    name,
    description,
    scope: t(`fields.option.serviceScope.${scope}`),
    status: t(offered ? 'directory.items.offered' : 'directory.items.retired'),
  };
  return { kind: 'note', name: 'on-record', text: t.text('directory.item.on-record', values) };
}

interface TextField {
  readonly kind: 'text' | 'longText';
  readonly name: 'name' | 'description';
  readonly maxLength: number;
  readonly values: FormValues;
}

function textField({ t }: Talk, { kind, name, maxLength, values }: TextField): Field {
  return { kind, name, maxLength, label: t(`directory.item.${name}`), initial: typed(values, name) };
}

function scopeField({ t }: Talk, values: FormValues): Field {
  const options = SERVICE_SCOPES.map((value) => ({ value, label: t(`fields.option.serviceScope.${value}`) }));
  const initial = typed(values, 'scope');
  const field = { kind: 'choice' as const, name: 'scope', label: t('directory.fact.scope'), options };
  return initial === '' ? field : { ...field, initial };
}

function offeredField({ t }: Talk, values: FormValues): Field {
  const options = ['YES', 'NO'].map((value) => ({ value, label: t(`fields.option.yesNo.${value}`) }));
  const help = t('directory.item.offered-help');
  const initial = typed(values, 'offered') || 'YES';
  return { kind: 'choice', name: 'offered', label: t('directory.item.offered'), help, options, initial };
}
