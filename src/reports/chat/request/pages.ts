import type { HandleSpec } from '../../../chat/card.ts';
import type { Known } from '../../../chat/conversation.ts';
import type { DraftKey } from '../../../chat/drafts/drafts.ts';
import type { Field, FormPage } from '../../../chat/form.ts';
import { REQUEST_FORM } from '../../actions/draft-request.ts';
import type { FieldValues } from '../../fields/field-values.ts';
import { storePages } from '../../fields/forms.ts';
import type { FormPage as PageSpec } from '../../fields/page.ts';
import type { Counterparts } from '../../record/counterparts.ts';
import { ENTRY_CHANNELS } from '../../report.ts';
import { drawField } from '../forms/draw-page.ts';
import { typedValues } from '../forms/form-values.ts';
import { requestOptions } from '../forms/options.ts';
import { NEW_REQUEST, type Pair } from './origin.ts';

/** The form that changes a draft; its target is the report. */
export const EDIT_REQUEST = 'report.edit';
/** Which way a cooperation is entered: a real choice, of which only one counts (G1). */
export const ENTRANCE_INPUT = 'entryChannel';

/** People of one store share a draft for each provider. */
export const newDraftKey = ({ storeId, providerId }: Pair): DraftKey => ({
  form: REQUEST_FORM,
  subject: providerId,
  owner: storeId,
});

export const firstPage: PageSpec = pageAt(0);

/** The page that follows, or the one before; undefined past either end. */
export function pageBeside(id: string, step: 1 | -1): PageSpec | undefined {
  return storePages[storePages.findIndex((page) => page.id === id) + step];
}

export const pageNamed = (id: string): PageSpec | undefined => storePages.find((page) => page.id === id);

function pageAt(index: number): PageSpec {
  const page = storePages[index];
  if (!page) throw new Error('The request form has no pages; see reports/fields/forms.ts.');
  return page;
}

export interface RequestPage {
  readonly page: PageSpec;
  readonly target: HandleSpec;
  readonly counterparts: Counterparts;
  /** As typed or chosen before. */
  readonly values: Parameters<typeof typedValues>[0];
}

/** One page of the store's form, filled in. */
export function requestPage(talk: Known, { page, target, counterparts, values }: RequestPage): FormPage {
  const { t } = talk;
  const index = storePages.indexOf(page);
  const isLast = index === storePages.length - 1;
  const contents = {
    values: suggested(talk, typedValues(values)),
    options: requestOptions(talk, counterparts),
  };
  const isNew = target.action === NEW_REQUEST;
  return {
    form: isNew ? REQUEST_FORM : EDIT_REQUEST,
    page: page.id,
    target,
    title: t(page.title),
    step: { index: index + 1, count: storePages.length },
    intro: t(index === 0 ? 'cases.new.intro' : 'cases.new.intro-last', {
      store: counterparts.store.name,
      provider: counterparts.provider.name,
    }),
    fields: [
      ...(isNew && index === 0 ? [entranceField(talk, contents.values)] : []),
      ...page.fields
        // A menu without options cannot be shown.
        .filter(({ optionsFrom }) => optionsFrom === undefined || contents.options[optionsFrom].length > 0)
        .map((field) => drawField(talk, field, contents)),
    ],
    submitLabel: t(isLast ? 'cases.new.finish' : 'cases.fill.next'),
    closeLabel: t('cases.fill.later'),
    ...(index === 0 ? {} : { backLabel: t('cases.fill.back') }),
  };
}

function entranceField({ t }: Known, values: FieldValues): Field {
  const typed = values[ENTRANCE_INPUT];
  return {
    kind: 'choice',
    name: ENTRANCE_INPUT,
    label: t('cases.new.entrance'),
    help: t('cases.new.entrance-help'),
    options: ENTRY_CHANNELS.map((value) => ({ value, label: t(`reports.entrance.${value}`) })),
    initial: typeof typed === 'string' && typed !== '' ? typed : 'REPORT',
  };
}

/** Somebody who is asked for contacts usually is one. */
function suggested({ person }: Known, values: FieldValues): FieldValues {
  return { contactPrincipals: [person.principalId], relatedParty: 'NONE', ...values };
}
